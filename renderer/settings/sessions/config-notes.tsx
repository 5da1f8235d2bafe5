import { t } from '#contract/language/language.ts';
import { type ConfigRemark, remarkLine, type SshConfigList } from '#contract/saved/ssh-config.ts';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import styles from './config-notes.module.css';

interface ConfigNotesProps {
  /** The host whose settings were loaded, or null. */
  readonly host: string | null;
  readonly remarks: readonly ConfigRemark[];
  readonly matchExec: SshConfigList['matchExec'];
  readonly onRunCommands: (run: boolean) => void;
}

/** Under the list: what of ~/.ssh/config has no effect here, and whether its Match exec may run commands. */
export function ConfigNotes({ host, remarks, matchExec, onRunCommands }: ConfigNotesProps) {
  const about =
    host === null ? t('Not read from ~/.ssh/config') : t('Not taken from ~/.ssh/config for {host}', { host });
  return (
    <>
      {remarks.length === 0 ? null : (
        <section aria-label={about} className={styles.notes}>
          <h3 className={styles.title}>{about}:</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by the keyboard */}
          <ul className={styles.lines} tabIndex={0}>
            {remarks.map((remark) => (
              <li key={remarkLine(remark)}>{remarkLine(remark)}</li>
            ))}
          </ul>
        </section>
      )}
      {matchExec === 'none' ? null : (
        <Checkbox
          label={t('Run the commands of Match exec in ~/.ssh/config')}
          help={t('Off: what follows such a line is left out.')}
          isSelected={matchExec === 'on'}
          onChange={onRunCommands}
        />
      )}
    </>
  );
}
