import { failed, type Result, success } from '#contract/failure.ts';
import { type ProfileChanges, parseProfileChanges } from '#contract/profile.ts';

/** What the command line asks for. */
export type CommandLine =
  | { readonly kind: 'dialog' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** Opens a session: a saved one if `load` names it, with `changes` over it. */
  | { readonly kind: 'open'; readonly load: string | null; readonly changes: ProfileChanges };

export const usage = `Usage: holdfast [options] [[user@]host]

  -load NAME   open the saved session NAME
  -ssh         connect by SSH (there is no other protocol)
  -P PORT      port
  -l USER      user to log in as
  -i FILE      private key file
  --version    print the version
  --help       print this text`;

/** PuTTY's options that take a value, with the setting that they change. */
const valueOptions: ReadonlyMap<string, 'load' | 'portNumber' | 'userName' | 'keyFile'> = new Map([
  ['-load', 'load'],
  ['-P', 'portNumber'],
  ['-l', 'userName'],
  ['-i', 'keyFile'],
]);

/**
 * Reads PuTTY's options. Anything else is refused with a sentence; nothing is ever taken from the command line that a
 * saved profile could not hold. Chromium's own switches (`--name=value`) are let pass, since Electron is given them.
 */
export function parseCommandLine(args: readonly string[]): Result<CommandLine> {
  const words = args.filter((word) => word !== '-ssh' && !isChromiumSwitch(word));
  if (words.includes('--help')) return success({ kind: 'help' });
  if (words.includes('--version')) return success({ kind: 'version' });

  const found: Record<string, unknown> = {};
  let load: string | null = null;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as string;
    const option = valueOptions.get(word);
    if (option !== undefined) {
      const value = words[index + 1];
      if (value === undefined) return refused(`${word} needs a value.`);
      index += 1;
      if (option === 'load') load = value;
      else found[option] = option === 'portNumber' ? portOf(value) : value;
    } else if (word === '-pw') {
      return refused(
        'A password on the command line could be read by others: leave -pw out, and you are asked for it.',
      );
    } else if (word.startsWith('-')) {
      return refused('There is an option that is not known. --help lists those there are.');
    } else if (isLink(word)) {
      return refused('Links such as ssh://host are not followed yet. Give the name of the host alone.');
    } else if (found.hostName !== undefined) {
      return refused('Only one host can be given.');
    } else {
      found.hostName = word;
    }
  }
  if (load === null && Object.keys(found).length === 0) return success({ kind: 'dialog' });
  const changes = parseProfileChanges(found);
  return changes.ok ? success({ kind: 'open', load, changes: changes.value }) : refused(changes.failure.message);
}

/** Decimal digits alone: Number() would also take "0x16" and an empty string. */
const portOf = (text: string) => (/^\d{1,5}$/.test(text) ? Number(text) : text);

/** Taken for a host name it would put a user's name, or a password, where it does not belong. */
const isLink = (word: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(word);

/** Switches of Electron and Chromium: with a value, or without one by how their names begin. A slip such as `--load` is none. */
const isChromiumSwitch = (word: string) =>
  /^--[a-z][a-z0-9-]*=/.test(word) ||
  /^--(no-sandbox$|inspect|(allow|disable|enable|force|ozone|remote|use)-)[a-z0-9-]*$/.test(word);

const refused = (message: string) => failed({ code: 'invalid-payload', message, retryable: false });
