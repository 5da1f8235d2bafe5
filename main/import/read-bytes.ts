import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { readHoldfastFile } from './holdfast/holdfast-file.ts';
import { parseRegistryFile } from './putty/registry-file.ts';
import { readPuttySessions } from './putty/sessions.ts';
import { type PuttyStore, parsePuttyFile, puttyStoreOf } from './putty/store.ts';
import { type HostKeyNotation, nothingRead, type Read } from './read.ts';
import { isTeraTermFile, readTeraTerm } from './tera-term/sessions.ts';
import { decodeText } from './text.ts';

/** Characters at most where a file is not one of many sessions: some thousand lines of known_hosts have 1 MB. */
const maxTextLength = 8 * 1024 * 1024;

/**
 * Reads a file by what stands in it: a .reg file, a session of PuTTY on Unix or its host keys, TERATERM.INI, an export of
 * Holdfast, or known_hosts. Pure.
 *
 * @param fileName without its folder: a session of PuTTY on Unix is named by it.
 */
export function readBytes(bytes: Uint8Array, fileName: string, notation: HostKeyNotation): Result<Read> {
  const text = decodeText(bytes);
  const holdfast = readHoldfastFile(text);
  if (holdfast !== null) return holdfast;

  const registry = parseRegistryFile(text);
  if (registry !== null) {
    const store = puttyStoreOf(registry);
    const isEmpty = store.sessions.length === 0 && store.hostKeys.length === 0;
    return isEmpty ? failed(noPutty()) : success(readPuttyStore(store, notation));
  }
  if (text.length > maxTextLength) return failed(tooLarge());
  if (isTeraTermFile(text)) return success({ ...nothingRead, kind: 'tera-term', sessions: readTeraTerm(text) });

  const keys = parsePuttyFile(text);
  if (keys.has('HostName') && keys.has('Protocol')) {
    return success(readPuttyStore({ sessions: [{ storedName: fileName, keys }], hostKeys: [] }, notation));
  }
  return readHostKeys(text, notation);
}

/** What PuTTY has stored, whichever way it was got at. */
export function readPuttyStore(store: PuttyStore, notation: HostKeyNotation): Read {
  const lines = store.hostKeys.map(notation.lineOf);
  return {
    ...nothingRead,
    kind: 'putty',
    sessions: readPuttySessions(store),
    hostKeys: lines.flatMap((line) => (line.ok ? [line.value] : [])),
    problems: lines.flatMap((line) => (line.ok ? [] : [line.failure.message])),
  };
}

function readHostKeys(text: string, notation: HostKeyNotation): Result<Read> {
  const hostKeys = notation.linesIn(text);
  if (hostKeys.length > 0) return success({ ...nothingRead, kind: 'host-keys', hostKeys });
  const entries = notation.entriesIn(text).filter(({ name }) => name.includes('@'));
  const read = readPuttyStore({ sessions: [], hostKeys: entries }, notation);
  return read.hostKeys.length === 0 ? failed(unknownFile()) : success({ ...read, kind: 'host-keys' });
}

const unknownFile = (): Failure => ({
  code: 'invalid-payload',
  message: t("Holdfast doesn't know what to do with this file. Nothing was changed."),
  retryable: false,
  hint: t(
    'Choose a .reg file or a session file of PuTTY, a TERATERM.INI, a known_hosts file, or an export of Holdfast.',
  ),
});

const tooLarge = (): Failure => ({
  code: 'invalid-payload',
  message: t('This file is too large to be one of settings or of host keys. Nothing was changed.'),
  retryable: false,
});

const noPutty = (): Failure => ({
  code: 'invalid-payload',
  message: t('This registry file has no sessions of PuTTY in it. Nothing was changed.'),
  retryable: false,
  hint: t('Export the key HKEY_CURRENT_USER\\Software\\SimonTatham\\PuTTY.'),
});
