import { english, t } from '../language/language.ts';
import type { HighlightSet } from './highlight-set.ts';

/** 0 to 255. */
const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = `\\b${octet}(?:\\.${octet}){3}\\b(?:/(?:3[0-2]|[12]?\\d)\\b)?`;

const hextet = '[0-9A-Fa-f]{1,4}';
/** In full, or with "::" in it or at its end: then a name such as std::vector is none, as it has other letters. */
const ipv6 = `\\b(?:${hextet}:){7}${hextet}\\b|\\b(?:${hextet}:){1,6}(?::${hextet}\\b){1,6}|\\b(?:${hextet}:){1,7}:\\B`;
/** With "::" at its start: alone, that is too common elsewhere. */
const shortIpv6 = `\\B::(?:${hextet}:){0,6}${hextet}\\b`;

/** Names are English texts, for `t`. Their ids stand in users' files. */
const texts: readonly HighlightSet[] = [
  {
    id: 'log-levels',
    name: english('Log levels'),
    highlights: [
      { pattern: '(?i)\\b(?:emerg(?:ency)?|alert|crit(?:ical)?|fatal|panic|severe|err(?:or)?)\\b', colour: 'red' },
      { pattern: '(?i)\\bwarn(?:ing)?\\b', colour: 'orange' },
      { pattern: '(?i)\\b(?:notice|info)\\b', colour: 'blue' },
      { pattern: '(?i)\\b(?:debug|trace|verbose)\\b', colour: 'grey' },
    ],
  },
  {
    id: 'addresses',
    name: english('IP addresses'),
    highlights: [
      { pattern: ipv4, colour: 'blue' },
      { pattern: `${ipv6}|${shortIpv6}`, colour: 'purple' },
    ],
  },
  {
    id: 'outcomes',
    name: english('Failures and successes'),
    highlights: [
      {
        pattern:
          '(?i)\\b(?:fail(?:ed|s|ures?)?|denied|refused|rejected|unreachable|timed out|not found|cannot|unable to|aborted|invalid)\\b',
        colour: 'red',
      },
      {
        pattern: '(?i)\\b(?:success(?:ful(?:ly)?)?|succeeded|passed|completed|accepted|established|ok)\\b',
        colour: 'green',
      },
    ],
  },
];

/** The sets that every user has; they can't be changed, but copied. In the language that is spoken. */
export const builtInHighlightSets = (): readonly HighlightSet[] => texts.map((set) => ({ ...set, name: t(set.name) }));
