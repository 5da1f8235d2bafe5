import { failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { forwardOf } from './forwards.ts';

/** What a line is made of, for the reader of its keyword. */
export interface Written {
  readonly rest: string;
  readonly words: readonly string[];
}

/** Reads what follows a keyword, into the form that `ssh -G` prints; none for what leaves the keyword unset. */
export type ReadValue = (written: Written) => Result<readonly string[]>;

const refused = (message: string) => failed({ code: 'invalid-payload', message, retryable: false });

/** One word alone, by a reader that gives null for what it can't take. */
const oneWord =
  (expected: () => string, read: (word: string) => string | null): ReadValue =>
  ({ words }) => {
    const [word = ''] = words;
    if (words.length > 1)
      return refused(t('takes {expected}, and there is more on the line', { expected: expected() }));
    const value = word === '' ? null : read(word);
    return value === null ? refused(t('takes {expected}', { expected: expected() })) : success([value]);
  };

export const text = oneWord(
  () => t('one value'),
  (word) => word,
);

/** `choices` in lower case, with what each is printed as. */
export const choice = (choices: Readonly<Record<string, string>>): ReadValue =>
  oneWord(
    () => t('one of {choices}', { choices: Object.keys(choices).join(', ') }),
    (word) => (Object.hasOwn(choices, word.toLowerCase()) ? (choices[word.toLowerCase()] ?? null) : null),
  );

export const flag = choice({ yes: 'yes', no: 'no', true: 'yes', false: 'no' });

export const wholeNumber = (min: number, max: number): ReadValue =>
  oneWord(
    () => t('a number from {min} to {max}', { min, max }),
    (word) => (/^\d{1,10}$/.test(word) && +word >= min && +word <= max ? String(+word) : null),
  );

/** Seconds, or "1h30m" (sshd_config(5), TIME FORMATS). */
export const duration: ReadValue = oneWord(
  () => t('a time such as 60 or 1m30s'),
  (word) => (word === 'none' ? 'none' : (secondsOf(word)?.toString() ?? null)),
);

const unitSeconds: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const mostSeconds = 2 ** 31 - 1;

function secondsOf(word: string): number | null {
  // One way alone to read it: with a choice of where a number ends, forty digits and a typing error take for ever.
  if (word === '' || !/^(?:\d+[smhdw])*\d*$/i.test(word)) return null;
  const parts = [...word.toLowerCase().matchAll(/(\d+)([smhdw]?)/g)];
  const total = parts.reduce((sum, [, count = '', unit = '']) => sum + Number(count) * (unitSeconds[unit] ?? 1), 0);
  return total <= mostSeconds ? total : null;
}

/** All words of the line. */
export const words: ReadValue = ({ words: given }) =>
  given.length === 0 || given.includes('') ? refused(t('needs a value')) : success(given);

/** The rest of the line as it stands; "none" unsets it. */
export const command: ReadValue = ({ rest }) => success([rest.replace(/^[ \t\r=]+/, '')]);

/** Names with values; of a name that comes twice the first counts. */
export const assignments: ReadValue = ({ words: given }) => {
  if (given.length === 0 || given.some((word) => !/^[^=]+=/.test(word))) return refused(t('takes NAME=VALUE'));
  const nameOf = (word: string) => word.slice(0, word.indexOf('='));
  return success(given.filter((word, index) => given.findIndex((other) => nameOf(other) === nameOf(word)) === index));
};

/** Names of variables, or patterns; "-PATTERN" takes back what came before. */
export const variables: ReadValue = ({ words: given }) =>
  given.length === 0 || given.some((word) => word === '' || word.includes('='))
    ? refused(t('takes names of environment variables'))
    : success(given);

const sizes: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Bytes, then seconds; 0 where there is no limit. */
export const rekeyLimit: ReadValue = ({ words: given }) => {
  const [bytes = '', time = 'none'] = given;
  const size = /^(\d{1,12})([kmg]?)$/i.exec(bytes);
  const amount = size === null ? null : Number(size[1]) * (sizes[(size[2] ?? '').toLowerCase()] ?? 1);
  const isSize = bytes === 'default' || (amount !== null && (amount === 0 || amount >= 16));
  const seconds = time === 'none' ? 0 : secondsOf(time);
  if (given.length > 2 || !isSize || seconds === null) return refused(t('takes an amount such as 1G, and a time'));
  return success([`${amount ?? 0} ${seconds}`]);
};

/** Chains of hops, or "none". */
export const jumps: ReadValue = ({ rest }) => {
  const chain = rest.replace(/^[ \t\r=]+/, '');
  const hops = chain.split(',').map((hop) => hop.replace(/^ssh:\/\//, ''));
  const isHop = (hop: string) => /^([^@\s]+@)?([^\s@:[\]]+|\[[^\s\]]+\])(:\d{1,5})?$/.test(hop);
  return hops.every(isHop) ? success([hops.join(',')]) : refused(t('takes hosts such as user@host:port'));
};

export const forward = (kind: 'local' | 'remote' | 'dynamic'): ReadValue => {
  return ({ words: given }) => {
    const specification = forwardOf(kind, given);
    return specification === null ? refused(t('takes a port to listen on, and host:port')) : success([specification]);
  };
};
