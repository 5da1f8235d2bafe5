import { english, t } from '#contract/language/language.ts';
import type { ImportedRow, ImportKind, ImportOutcome, ImportSource } from '#contract/saved/import.ts';
import { settingOf } from '#contract/settings/settings-table.ts';
import type { Choice } from './import-plan.ts';

const programs: Readonly<Record<ImportKind, string>> = english({
  putty: 'PuTTY',
  'tera-term': 'Tera Term',
  holdfast: 'Holdfast',
  'host-keys': 'Host keys',
});

export const programName = (kind: ImportKind): string => t(programs[kind]);

/** 12,345: a preview may have thousands of sessions. */
export const grouped = (count: number): string => count.toLocaleString('en');

export function sourceWords({ kind, sessions }: ImportSource): string {
  const program = programName(kind);
  if (sessions === null) return program;
  return t(sessions === 1 ? '{program}: 1 session' : '{program}: {n} sessions', { program, n: grouped(sessions) });
}

/** With its folders. */
export const shownName = ({ folder, name }: ImportedRow): string => (folder === '' ? name : `${folder}/${name}`);

/** What the row is, beside the sessions that are saved. */
export function standingWords({ standing }: ImportedRow): string {
  switch (standing.kind) {
    case 'new':
      return t('New');
    case 'same':
      return t('Saved already, with the same settings');
    case 'refused':
      return standing.reason;
    case 'conflict': {
      if (standing.differs.length === 0) return t('Saved already, in another folder');
      const named = standing.differs.slice(0, maxLabels).map((key) => t(settingOf(key).label));
      const more = standing.differs.length - named.length;
      const labels = named.join(', ');
      if (more === 0) return t('The saved one differs: {labels}', { labels });
      return t(
        more === 1 ? 'The saved one differs: {labels}, and 1 other' : 'The saved one differs: {labels}, and {n} others',
        { labels, n: grouped(more) },
      );
    }
  }
}

/** Labels in one line. */
const maxLabels = 3;

export function choiceWords(choice: Choice, { name, freeName }: ImportedRow): string {
  switch (choice) {
    case 'skip':
      return t("Don't import");
    case 'add':
      return t('Import');
    case 'rename':
      return t('Import as "{name}"', { name: freeName });
    case 'replace':
      return t('Replace "{name}"', { name });
  }
}

/** What was done, as sentences. */
export function outcomeWords({
  added,
  replaced,
  highlightSets,
  hostKeys,
  backup,
  failure,
}: ImportOutcome): readonly string[] {
  const done = [
    ...(added > 0 ? [t(added === 1 ? '1 session added' : '{n} sessions added', { n: grouped(added) })] : []),
    ...(replaced > 0 ? [t('{n} replaced', { n: grouped(replaced) })] : []),
    ...(highlightSets > 0 ? [t('{count} highlight sets added', { count: highlightSets })] : []),
    ...(hostKeys > 0 ? [t(hostKeys === 1 ? '1 host key added' : '{n} host keys added', { n: grouped(hostKeys) })] : []),
  ];
  return [
    done.length === 0 ? t('Nothing was imported.') : t('Imported: {done}.', { done: done.join(', ') }),
    ...(backup === null ? [] : [t('The saved sessions as they were before are kept in {backup}.', { backup })]),
    ...(failure === null ? [] : [failure.message]),
  ];
}
