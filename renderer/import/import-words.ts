import type { ImportedRow, ImportKind, ImportOutcome, ImportSource } from '#contract/import.ts';
import { t } from '#contract/language/language.ts';
import { settingOf } from '#contract/settings-table.ts';
import type { Choice } from './import-plan.ts';

const programs: Readonly<Record<ImportKind, string>> = {
  putty: 'PuTTY',
  'tera-term': 'Tera Term',
  holdfast: 'Holdfast',
  'host-keys': 'Host keys',
};

export const programName = (kind: ImportKind): string => programs[kind];

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const sourceWords = ({ kind, sessions }: ImportSource): string =>
  sessions === null ? programName(kind) : `${programName(kind)}: ${counted(sessions, 'session')}`;

/** With its folders. */
export const shownName = ({ folder, name }: ImportedRow): string => (folder === '' ? name : `${folder}/${name}`);

/** What the row is, beside the sessions that are saved. */
export function standingWords({ standing }: ImportedRow): string {
  switch (standing.kind) {
    case 'new':
      return 'New';
    case 'same':
      return 'Saved already, with the same settings';
    case 'refused':
      return standing.reason;
    case 'conflict': {
      if (standing.differs.length === 0) return 'Saved already, in another folder';
      const labels = standing.differs.slice(0, maxLabels).map((key) => t(settingOf(key).label));
      const more = standing.differs.length - labels.length;
      const others = more > 0 ? `, and ${counted(more, 'other')}` : '';
      return `The saved one differs: ${labels.join(', ')}${others}`;
    }
  }
}

/** Labels in one line. */
const maxLabels = 3;

export function choiceWords(choice: Choice, { name, freeName }: ImportedRow): string {
  switch (choice) {
    case 'skip':
      return "Don't import";
    case 'add':
      return 'Import';
    case 'rename':
      return `Import as "${freeName}"`;
    case 'replace':
      return `Replace "${name}"`;
  }
}

/** What was done, as sentences. */
export function outcomeWords({ added, replaced, hostKeys, backup, failure }: ImportOutcome): readonly string[] {
  const sessions = [
    ...(added > 0 ? [`${counted(added, 'session')} added`] : []),
    ...(replaced > 0 ? [`${replaced.toLocaleString('en')} replaced`] : []),
    ...(hostKeys > 0 ? [`${counted(hostKeys, 'host key')} added`] : []),
  ];
  return [
    sessions.length === 0 ? 'Nothing was imported.' : `Imported: ${sessions.join(', ')}.`,
    ...(backup === null ? [] : [`The saved sessions as they were before are kept in ${backup}.`]),
    ...(failure === null ? [] : [failure.message]),
  ];
}
