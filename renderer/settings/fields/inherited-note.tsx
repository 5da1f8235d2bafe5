import type { SavedSessions } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import { givenByFolders, startingValues } from '#contract/saved/saved-tree.ts';
import { type SettingKey, settingOf } from '#contract/settings/settings-table.ts';
import { type DraftValue, draftOf } from '../form/draft.ts';
import { type Form, placeOf } from '../form/form.ts';
import styles from './inherited-note.module.css';

/** Where a setting's value comes from, or could come from. */
export interface Inheritance {
  /** The nearest folder around that gives the setting. */
  readonly folder: string;
  readonly value: DraftValue;
  /** The value in the dialog is the folder's. */
  readonly isInherited: boolean;
}

/** What the folders around give to the settings in the dialog. */
export function inheritances(form: Form, saved: SavedSessions): Partial<Record<SettingKey, Inheritance>> {
  const place = placeOf(form);
  const values = draftOf(startingValues(saved, place));
  const givers = Object.entries(givenByFolders(saved.folders, place)) as [SettingKey, { readonly path: string }][];
  return Object.fromEntries(
    givers.map(([key, { path }]) => {
      const isInherited = JSON.stringify(form.draft[key]) === JSON.stringify(values[key]);
      return [key, { folder: path, value: values[key], isInherited }];
    }),
  );
}

interface InheritedNoteProps {
  readonly name: SettingKey;
  readonly inheritance: Inheritance | undefined;
  readonly onInherit: (key: SettingKey, value: DraftValue) => void;
}

/** Stands under a control whose folder gives its setting: it says so, or goes back to the folder's value. */
export function InheritedNote({ name, inheritance, onInherit }: InheritedNoteProps) {
  if (inheritance === undefined) return null;
  const { folder, value, isInherited } = inheritance;
  const { label } = settingOf(name);
  return (
    <p className={styles.note}>
      {isInherited ? (
        t('inherited from {folder}', { folder })
      ) : (
        <button
          type="button"
          className={styles.back}
          aria-label={t('Inherit {setting} from {folder}', { setting: t(label), folder })}
          onClick={() => onInherit(name, value)}
        >
          {t('Inherit from {folder}', { folder })}
        </button>
      )}
    </p>
  );
}
