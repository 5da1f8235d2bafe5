import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { type HighlightSet, readHighlightSet } from '#contract/highlights/highlight-set.ts';
import { isRecord, parseJson } from '#contract/json.ts';
import { t } from '#contract/language/language.ts';
import {
  defaultSettingsName,
  type Profile,
  type ProfileChanges,
  parseProfileChanges,
} from '#contract/profile/profile.ts';
import type { Unmapped } from '#contract/saved/import.ts';
import { settingKeys } from '#contract/settings/settings-table.ts';
import { nothingRead, type Read, type ReadFolder, type ReadSession } from '../read.ts';
import { savableName, shownValue } from '../text.ts';
import type { Exported } from './export-choice.ts';

const format = 'holdfast-sessions';

/** Raised when an older version would misread the file; a new setting alone does not raise it. */
const version = 1;

/**
 * The file of an export. Sessions have all their settings, so that they are the same where the defaults are others;
 * folders have those that they give. There are no secrets in it: settings hold none.
 */
interface ExportFile {
  readonly format: typeof format;
  readonly version: typeof version;
  /** Not there where Default Settings were not chosen. */
  readonly defaults?: Profile;
  readonly folders: readonly ReadFolder[];
  /** Not there where no set of the user's is switched on. */
  readonly highlightSets?: readonly HighlightSet[];
  readonly sessions: readonly { readonly name: string; readonly folder: string; readonly settings: Profile }[];
}

/** Indented, so that it can be read and compared. */
export function holdfastFile({ defaults, folders, highlightSets, sessions }: Exported): string {
  const file: ExportFile = {
    format,
    version,
    ...(defaults === null ? {} : { defaults }),
    folders,
    ...(highlightSets.length === 0 ? {} : { highlightSets }),
    sessions: sessions.map(({ name, folder, profile }) => ({ name, folder, settings: profile })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Null if the text is no export at all. Entries are read each by itself, so that a broken one costs no other. */
export function readHoldfastFile(text: string): Result<Read> | null {
  const data = parseJson(text);
  if (!isRecord(data) || data.format !== format) return null;
  if (data.version !== version)
    return failed(typeof data.version === 'number' && data.version > version ? newer() : broken());
  const { sessions, folders = [], highlightSets = [], defaults } = data;
  if (!Array.isArray(sessions) || !Array.isArray(folders) || !Array.isArray(highlightSets)) return failed(broken());

  const readFolders = folders.map(readFolder);
  const own = defaults === undefined ? [] : [{ name: defaultSettingsName, settings: defaults }];
  const readSessions = [...own, ...sessions].map(readSession);
  const readSets = highlightSets.map(readHighlightSet);
  const unreadable = [...readFolders, ...readSessions, ...readSets].filter((entry) => entry === null).length;
  return success({
    ...nothingRead,
    kind: 'holdfast',
    folders: readFolders.filter((folder) => folder !== null).toSorted((a, b) => a.path.length - b.path.length),
    sessions: readSessions.filter((session) => session !== null),
    highlightSets: readSets.filter((set) => set !== null),
    problems: unreadable === 0 ? [] : [entriesLeftOut(unreadable)],
  });
}

const entriesLeftOut = (count: number) => t("{count} entries of the file can't be read, and are left out.", { count });

function readSession(item: unknown): ReadSession | null {
  if (!isRecord(item) || typeof item.name !== 'string' || !isRecord(item.settings)) return null;
  const { name, folder = '', settings } = item;
  if (typeof folder !== 'string' || savableName(name) !== name) return null;
  return { name, folder, ...readSettings(settings), refused: null };
}

function readFolder(item: unknown): ReadFolder | null {
  if (!isRecord(item) || typeof item.path !== 'string' || !isRecord(item.settings)) return null;
  return { path: item.path, settings: readSettings(item.settings).changes };
}

/** Setting by setting: a later version may have others, or other limits. */
function readSettings(settings: Readonly<Record<string, unknown>>) {
  const unmapped: Unmapped[] = [];
  let changes: ProfileChanges = {};
  for (const [key, value] of Object.entries(settings)) {
    const parsed = parseProfileChanges({ [key]: value });
    if (parsed.ok) changes = { ...changes, ...parsed.value };
    else {
      const isKnown = (settingKeys as readonly string[]).includes(key);
      const reason = isKnown ? parsed.failure.message : t('This version of Holdfast does not know the setting.');
      unmapped.push({ key: shownValue(key), value: shownValue(jsonOf(value)), reason });
    }
  }
  return { changes, unmapped };
}

/** What is nested beyond reason can be parsed, and not be written. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return t('(not shown)');
  }
}

const broken = (): Failure => ({
  code: 'invalid-payload',
  message: t('This file was exported by Holdfast, but is damaged. Nothing was changed.'),
  retryable: false,
});

const newer = (): Failure => ({
  code: 'storage-newer',
  message: t('This file was exported by a newer version of Holdfast. Nothing was changed.'),
  retryable: false,
  hint: t('Update Holdfast to import it.'),
});
