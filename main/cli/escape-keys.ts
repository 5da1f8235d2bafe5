import { t } from '#contract/language/language.ts';

/** OpenSSH's escape character: it counts at the beginning of a line alone. */
const tilde = 0x7e;

/** Keys that begin a new line: Enter, as Return and as line feed. */
const lineEnds: ReadonlySet<number> = new Set([0x0d, 0x0a]);

export type Escape = 'disconnect' | 'help' | 'restart';

const escapes: ReadonlyMap<number, Escape> = new Map([
  [0x2e, 'disconnect'],
  [0x3f, 'help'],
  [0x52, 'restart'],
]);

/** What `~?` prints. */
export const escapeHelp = (): string =>
  [
    `~.  ${t('disconnect')}`,
    `~R  ${t('connect again, if the session is stalled')}`,
    `~~  ${t('send ~')}`,
    `~?  ${t('this list')}`,
  ].join('\n');

/**
 * Takes ssh's escapes out of what is typed, so that a session whose server is gone can be left: all other keys, Ctrl+C
 * too, are the server's. Gives what is to be sent.
 */
export function createEscapeKeys(onEscape: (meant: Escape) => void): (typed: Uint8Array) => Uint8Array {
  let state: 'line-begins' | 'in-line' | 'escaped' = 'line-begins';
  return (typed) => {
    const sent: number[] = [];
    for (const key of typed) {
      if (state === 'escaped') {
        state = 'in-line';
        const meant = escapes.get(key);
        if (meant !== undefined) {
          onEscape(meant);
          state = 'line-begins';
          continue;
        }
        if (key !== tilde) sent.push(tilde);
      } else if (state === 'line-begins' && key === tilde) {
        state = 'escaped';
        continue;
      }
      sent.push(key);
      state = lineEnds.has(key) ? 'line-begins' : 'in-line';
    }
    return Uint8Array.from(sent);
  };
}
