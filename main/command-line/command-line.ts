import { type Result, success } from '#contract/failure.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
import { type ProfileChanges, parseProfileChanges } from '#contract/profile/profile.ts';
import { isLink, type Link, parseLink } from './link.ts';
import { type Given, options, refusals, refused } from './options.ts';

/** What the command line asks for. */
export type CommandLine =
  | { readonly kind: 'dialog' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** Asks whether to open what an ssh:// link leads to. */
  | { readonly kind: 'link'; readonly link: Link }
  | RequestedOpening;

/** Opens a session: a saved one if `load` names it, with `changes` over it. */
export interface RequestedOpening {
  readonly kind: 'open';
  readonly load: string | null;
  readonly changes: ProfileChanges;
  /** Opened beside those of the settings. */
  readonly forwards: readonly Forward[];
  /** Holds the remote command. */
  readonly commandFile: string | null;
  readonly passwordFile: string | null;
  /** Whether the Event Log goes to standard error. */
  readonly verbose: boolean;
  readonly terminal: InTerminal | null;
}

/** The session runs in the terminal that the program was started in. */
export interface InTerminal {
  /** No question is asked: what would need one fails. */
  readonly batch: boolean;
  /** The words after the host; empty: a shell, or what the settings say. */
  readonly command: string;
}

/** The word that keeps the session in the terminal. */
export const noGui = '--no-gui';

/**
 * Reads PuTTY's options. Anything else is refused with a sentence; nothing is ever taken from the command line that a
 * saved profile could not hold. Chromium's own switches (`--name=value`) are let pass, since Electron is given them.
 * With --no-gui the words after the host are a command, as plink and ssh have it.
 */
export function parseCommandLine(args: readonly string[]): Result<CommandLine> {
  let given: Gathered = nothing;
  let inTerminal = false;
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] as string;
    const option = options.get(word);
    if (word === '--help') return success({ kind: 'help' });
    if (word === '--version') return success({ kind: 'version' });
    if (word === noGui) {
      if (given.host !== null) return refused(t('{noGui} goes before the host.', { noGui }));
      inTerminal = true;
    } else if (option !== undefined) {
      const value = option.value === '' ? '' : args[index + 1];
      if (value === undefined) return refused(t('{word} needs a value.', { word }));
      if (option.value !== '') index += 1;
      const taken = option.take(value);
      if (!taken.ok) return refused(`${word}: ${taken.failure.message}`);
      given = together(given, taken.value);
    } else if (isChromiumSwitch(word)) {
      // Chromium has taken it.
    } else if (word.startsWith('-')) {
      return refused(refusals.get(word) ?? t('{word} is not an option. --help lists all there are.', { word }));
    } else if (isLink(word)) {
      const isAlone = args.every((other) => other === word || isChromiumSwitch(other));
      return isAlone
        ? linkIn(word)
        : refused(t('A link such as ssh://host stands alone: it has no options beside it.'));
    } else if (given.host !== null) {
      return refused(t('Only one host can be given.'));
    } else {
      given = { ...given, host: word };
      if (inTerminal) return openingOf({ ...given, command: args.slice(index + 1).join(' ') }, true);
    }
  }
  return openingOf(given, inTerminal);
}

interface Gathered extends Given {
  readonly host: string | null;
  readonly command: string;
}

const nothing: Gathered = { host: null, command: '' };

const together = (before: Gathered, given: Given): Gathered => ({
  ...before,
  ...given,
  changes: { ...before.changes, ...given.changes },
  forwards: [...(before.forwards ?? []), ...(given.forwards ?? [])],
  keyFiles: [...(before.keyFiles ?? []), ...(given.keyFiles ?? [])],
  hostKeys: [...(before.hostKeys ?? []), ...(given.hostKeys ?? [])],
});

function openingOf(given: Gathered, inTerminal: boolean): Result<CommandLine> {
  const { host, load = null, batch = false, verbose = false, command } = given;
  const [keyFile, ...moreKeyFiles] = given.keyFiles ?? [];
  const isEmpty =
    [host, load, keyFile, given.commandFile, given.passwordFile].every((part) => part == null) &&
    Object.keys(given.changes ?? {}).length + (given.forwards ?? []).length + (given.hostKeys ?? []).length === 0;
  if (!inTerminal && batch) return refused(t('-batch goes with {noGui}: a window asks its questions.', { noGui }));
  if (isEmpty && !inTerminal) return success({ kind: 'dialog' });
  if (command !== '' && given.commandFile !== undefined) return refused(t('Give a command or -m, not both.'));
  const changes = parseProfileChanges({
    ...given.changes,
    ...(host === null ? {} : { hostName: host }),
    ...(keyFile === undefined ? {} : { keyFile }),
    ...(moreKeyFiles.length === 0 ? {} : { moreKeyFiles }),
    ...(given.hostKeys?.length ? { manualHostKeys: given.hostKeys.join(',') } : {}),
  });
  if (!changes.ok && changes.failure.field === 'manualHostKeys') {
    return refused(t('What follows -hostkey is neither a fingerprint nor a public key.'));
  }
  if (!changes.ok) return refused(changes.failure.message);
  return success({
    kind: 'open',
    load,
    changes: changes.value,
    forwards: given.forwards ?? [],
    commandFile: given.commandFile ?? null,
    passwordFile: given.passwordFile ?? null,
    verbose,
    terminal: inTerminal ? { batch, command } : null,
  });
}

function linkIn(word: string): Result<CommandLine> {
  const link = parseLink(word);
  return link.ok ? success({ kind: 'link', link: link.value }) : link;
}

/**
 * Switches of Electron and Chromium: with a value, or without one by how their names begin. A slip such as `--load` is
 * none.
 */
const isChromiumSwitch = (word: string) =>
  /^--[a-z][a-z0-9-]*=/.test(word) ||
  /^--(no-sandbox$|inspect|(allow|disable|enable|force|ozone|remote|use)-)[a-z0-9-]*$/.test(word);
