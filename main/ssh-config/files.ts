import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { failed, type Result, success } from '#contract/failure.ts';
import { expandHome } from '#contract/files/home-folder.ts';
import { t } from '#contract/language/language.ts';
import { type ConfigFile, parseConfig } from './config-file.ts';
import { filesOf } from './glob.ts';

/** Where the configuration is. */
export interface ConfigPlaces {
  /** What `~` stands for. */
  readonly homeDir: string;
  /** The folder of the file for all users. */
  readonly systemDir: string;
}

/** Bytes; real files are a hundredth of it. */
const maxFileSize = 1024 * 1024;

/** As OpenSSH's READCONF_MAX_DEPTH. */
const maxDepth = 16;

/** Files at most, and bytes of all of them: one that includes itself twice would go on for long. */
const maxFiles = 256;
const maxBytes = 4 * 1024 * 1024;

/** Reads the user's file, then the one for all users. What is not there is not missed; never throws. */
export function readConfigFiles({ homeDir, systemDir }: ConfigPlaces): readonly ConfigFile[] {
  let files = 0;
  let bytes = 0;
  const shownAs = (path: string) => (path.startsWith(homeDir) ? `~${path.slice(homeDir.length)}` : path);
  const problem = (path: string, text: string): ConfigFile => ({
    lines: [],
    problems: [{ file: shownAs(path), line: 0, text }],
  });

  const read = (path: string, folder: string, depth: number): ConfigFile => {
    if (depth > maxDepth)
      return problem(path, t('It is included {maxDepth} files deep: it may include itself.', { maxDepth }));
    files += 1;
    if (files > maxFiles || bytes > maxBytes) return problem(path, t('It is left out: too much is included.'));
    const text = textOf(path);
    if (!text.ok) return problem(path, text.failure.message);
    bytes += text.value.length;
    return parseConfig(text.value, shownAs(path), (pattern) =>
      filesOf(locate(pattern, folder)).map((file) => read(file, folder, depth + 1)),
    );
  };

  const locate = (pattern: string, folder: string) => {
    const path = expandHome(pattern, homeDir);
    return isAbsolute(path) ? path : join(folder, path);
  };

  const userDir = join(homeDir, '.ssh');
  return [read(join(userDir, 'config'), userDir, 0), read(join(systemDir, 'ssh_config'), systemDir, 0)];
}

/** A file that is not there is empty. */
function textOf(path: string): Result<string> {
  try {
    const status = statSync(path);
    // A pipe or a device may have no end.
    if (!status.isFile()) return refused(t('It is not a file.'));
    if (status.size > maxFileSize) return refused(t('It is larger than 1 MB, and is not read.'));
    const text = readFileSync(path, 'utf8');
    return text.includes('\0') ? refused(t('It is not a text file.')) : success(text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
    if (code === 'ENOENT' || code === 'ENOTDIR') return success('');
    const isForbidden = code === 'EACCES' || code === 'EPERM';
    return refused(isForbidden ? t('It may not be read by this user.') : t('It could not be read ({code}).', { code }));
  }
}

const refused = (message: string) => failed({ code: 'not-found', message, retryable: true });
