import { type Failure, failed, type Result, success } from '../failure.ts';
import { isRecord } from '../json.ts';
import { t } from '../language/language.ts';
import { type HighlightColour, highlightColours, maxPatternLength } from '../settings/text-rule.ts';

/** What is highlighted in output: a pattern in RE2's syntax, and the colour of a match. */
export interface Highlight {
  readonly pattern: string;
  readonly colour: HighlightColour;
}

/** Patterns under one name. Sessions and folders switch it on by its id, so that it can be changed for all of them at once. */
export interface HighlightSet {
  readonly id: string;
  readonly name: string;
  /** Where two match at the same place, the upper one is seen. */
  readonly highlights: readonly Highlight[];
}

/** What is to become of the sets that the user has made; those that it does not name stay as they are. */
export interface HighlightChanges {
  /** In place of those with the same ids, or new. */
  readonly changed: readonly HighlightSet[];
  /** Ids. */
  readonly removed: readonly string[];
}

/** Sets that a user can make. */
export const maxHighlightSets = 50;

/** Patterns at most in one set. */
export const maxHighlights = 50;

/** Characters at most in a set's name. */
export const maxSetNameLength = 64;

/** Characters at most in an id: more than a UUID has. */
const maxSetIdLength = 64;

/** Reads a set from untrusted data; null if it is none. */
export function readHighlightSet(data: unknown): HighlightSet | null {
  if (!isRecord(data) || !isSetId(data.id) || typeof data.name !== 'string' || !Array.isArray(data.highlights)) {
    return null;
  }
  if (!data.highlights.every(isHighlight)) return null;
  const highlights = data.highlights.map(({ pattern, colour }) => ({ pattern, colour }));
  const set = { id: data.id, name: data.name, highlights };
  return highlightSetRefusal(set) === null ? set : null;
}

/** Like {@link readHighlightSet}, for all that a user has made. */
export function parseHighlightSets(data: unknown): Result<readonly HighlightSet[]> {
  const sets = Array.isArray(data) ? data.map(readHighlightSet).filter((set) => set !== null) : [];
  const isSound = Array.isArray(data) && sets.length === data.length && sets.length <= maxHighlightSets;
  return isSound && new Set(sets.map(({ id }) => id)).size === sets.length ? success(sets) : failed(noSets());
}

/** Why a set can't be kept, as a sentence; null if it can. Whether a pattern can be read is seen where it is used. */
export function highlightSetRefusal({ name, highlights }: HighlightSet): string | null {
  if (name.trim() === '') return t('Give the set a name.');
  if (name.length > maxSetNameLength)
    return t('Enter at most {maxLength} characters.', { maxLength: maxSetNameLength });
  if (highlights.length > maxHighlights) return t('Enter at most {maxItems} lines.', { maxItems: maxHighlights });
  if (highlights.some(({ pattern }) => pattern.trim() === '')) return t('A pattern is missing.');
  const isTooLong = highlights.some(({ pattern }) => pattern.length > maxPatternLength);
  return isTooLong ? t('A pattern has at most {max} characters.', { max: maxPatternLength }) : null;
}

/** Those of the sets that any of these settings has switched on. */
export const switchedOn = (
  sets: readonly HighlightSet[],
  settings: readonly { readonly highlightSets?: readonly string[] }[],
): readonly HighlightSet[] => {
  const ids = new Set(settings.flatMap(({ highlightSets = [] }) => highlightSets));
  return sets.filter(({ id }) => ids.has(id));
};

/** Whether it can be the id of a set; there need not be one. */
export const isSetId = (data: unknown): data is string =>
  typeof data === 'string' && data.length <= maxSetIdLength && /^[\w-]+$/.test(data);

const isHighlight = (data: unknown): data is Highlight =>
  isRecord(data) && typeof data.pattern === 'string' && highlightColours.some((colour) => colour === data.colour);

const noSets = (): Failure => ({
  code: 'invalid-payload',
  message: t('These are no highlight sets.'),
  retryable: false,
});
