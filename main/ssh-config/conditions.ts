import { t } from '#contract/language/language.ts';
import { fitsPatterns } from './patterns.ts';
import { type Connecting, expandCommand, type Machine } from './tokens.ts';
import { firstWord } from './words.ts';

/** What a `Match` line is judged by. */
export interface Circumstances {
  /** As far as it is known where the line stands. */
  readonly to: Connecting;
  readonly machine: Machine;
  readonly isFinalPass: boolean;
  /** Whether a command ends well; null while that is not known, or commands are not run. */
  readonly run: (command: string) => boolean | null;
}

export interface Judgement {
  readonly matches: boolean;
  /** The file is read again with what the first reading led to. */
  readonly wantsFinalPass: boolean;
  /** Why the line can't be judged, to follow its place; it does not match then. */
  readonly problem: string | null;
}

interface Criterion {
  readonly name: string;
  readonly isNegated: boolean;
  readonly argument: string;
}

const withArgument = ['host', 'originalhost', 'user', 'localuser', 'exec'];

/** Judges what follows `Match`: every criterion has to be met. */
export function judge(rest: string, circumstances: Circumstances): Judgement {
  const criteria = criteriaOf(rest);
  if (typeof criteria === 'string') return { matches: false, wantsFinalPass: false, problem: criteria };
  const wantsFinalPass = criteria.some(({ name }) => name === 'final');
  let problem: string | null = null;
  // One after the other: a command is not run once another criterion has failed.
  const matches = criteria.every((criterion) => {
    const met = isMet(criterion, circumstances);
    if (typeof met === 'string') problem = met;
    return met === true;
  });
  return { matches, wantsFinalPass, problem };
}

function isMet({ name, isNegated, argument }: Criterion, { to, machine, isFinalPass, run }: Circumstances) {
  const met = (fits: boolean) => fits !== isNegated;
  const fits = (text: string) => fitsPatterns(text, argument.split(','));
  switch (name) {
    case 'all':
      return met(true);
    case 'final':
    case 'canonical':
      return met(isFinalPass);
    case 'host':
      return met(fitsPatterns(to.host.toLowerCase(), argument.toLowerCase().split(',')));
    case 'originalhost':
      return met(fitsPatterns(to.originalHost.toLowerCase(), argument.toLowerCase().split(',')));
    case 'user':
      return met(fits(to.user));
    case 'localuser':
      return met(fits(machine.userName));
    case 'exec': {
      const command = expandCommand(argument, to, machine);
      if (!command.ok) return t('The command of Match exec {problem}.', { problem: command.failure.message });
      const ended = run(command.value);
      return ended === null ? false : met(ended);
    }
    default:
      return t('"Match{name}" is not supported: what follows it is left out.', { name: shown(name) });
  }
}

/** The criteria, or what is wrong with them. */
function criteriaOf(rest: string): readonly Criterion[] | string {
  const criteria: Criterion[] = [];
  let left = rest;
  for (;;) {
    const criterion = firstWord(left);
    if (criterion.word === '' || criterion.word.startsWith('#')) break;
    const isNegated = criterion.word.startsWith('!');
    const name = criterion.word.slice(isNegated ? 1 : 0).toLowerCase();
    const takesNone = name === 'all' || name === 'final' || name === 'canonical';
    const argument = takesNone ? { word: '', rest: criterion.rest } : firstWord(criterion.rest);
    if (withArgument.includes(name) && (argument.word === '' || argument.word.startsWith('#'))) {
      return t('"Match {name}" needs a value.', { name });
    }
    criteria.push({ name, isNegated, argument: argument.word });
    left = argument.rest;
  }
  if (criteria.length === 0) return t('"Match" needs a condition.');
  const all = criteria.findIndex(({ name }) => name === 'all');
  // "canonical all" and "final all" are the two that may stand together.
  const isMisplaced = all >= 0 && (all < criteria.length - 1 || criteria.length > 2);
  return isMisplaced ? t('"Match all" stands alone.') : criteria;
}

const shown = (name: string) => (/^\w{1,20}$/.test(name) ? ` ${name}` : '');
