import { useCallback, useState } from 'react';
import { t } from '#contract/language/language.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { ImportPreview } from '#contract/saved/import.ts';
import { Button } from '../ui/button.tsx';
import { DialogPane, type PaneMessage } from '../ui/dialogs/dialog-pane.tsx';
import { Checkbox } from '../ui/fields/checkbox.tsx';
import styles from './import.module.css';
import { chosenCount, firstPlan, type Plan, quietCount, withAll, withChoice } from './import-plan.ts';
import { ImportRows } from './import-rows.tsx';
import { grouped, programName } from './import-words.ts';

interface ImportPreviewPaneProps {
  readonly preview: ImportPreview;
  /** What is done at this time, or why it could not be. */
  readonly message: PaneMessage | null;
  readonly onBack: () => void;
  readonly onImport: (plan: Plan) => void;
  readonly onClose: () => void;
}

/** What an import would bring, and what becomes of each. */
export function ImportPreviewPane({ preview, message, onBack, onImport, onClose }: ImportPreviewPaneProps) {
  const [plan, setPlan] = useState(() => firstPlan(preview));
  const { rows, highlightSets, hostKeys, problems } = preview;
  const count = chosenCount(plan);
  const quiet = quietCount(plan, rows);
  const choose = useCallback((index: number, choice: Plan['choices'][number]) => {
    setPlan((before) => withChoice(before, index, choice));
  }, []);
  const willImport = count > 0 || (plan.hostKeys && hostKeys.added > 0);

  return (
    <DialogPane
      message={message}
      buttons={
        <>
          <Button autoFocus={!willImport} onPress={onBack}>
            {t('Back')}
          </Button>
          <Button variant="primary" autoFocus={willImport} isDisabled={!willImport} onPress={() => onImport(plan)}>
            {count === 0
              ? t('Import')
              : t(count === 1 ? 'Import 1 Session' : 'Import {n} Sessions', { n: grouped(count) })}
          </Button>
          <Button onPress={onClose}>{t('Cancel')}</Button>
        </>
      }
    >
      <div className={styles.head}>
        <span className={styles.facts}>
          {programName(preview.kind)}: {preview.place}
        </span>
        {rows.length === 0 ? null : (
          <span className={styles.buttons}>
            <Button onPress={() => setPlan((before) => withAll(before, rows, true))}>{t('Select All')}</Button>
            <Button onPress={() => setPlan((before) => withAll(before, rows, false))}>{t('Select None')}</Button>
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>{t('There are no sessions in it.')}</p>
      ) : (
        <ImportRows rows={rows} choices={plan.choices} onChoose={choose} />
      )}
      {problems.length === 0 ? null : (
        <details className={styles.problems}>
          <summary>
            {t(
              problems.length === 1
                ? "1 entry can't be read, and is left out"
                : "{n} entries can't be read, and are left out",
              {
                n: grouped(problems.length),
              },
            )}
          </summary>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
      {highlightSets.length === 0 ? null : (
        <div className={styles.muted}>
          {t('With these highlight sets, where a session uses them: {names}', { names: highlightSets.join(', ') })}
        </div>
      )}
      {hostKeys.added + hostKeys.known + hostKeys.conflicting.length === 0 ? null : (
        <HostKeys hostKeys={hostKeys} isChosen={plan.hostKeys} onChange={(on) => setPlan({ ...plan, hostKeys: on })} />
      )}
      {quiet === 0 ? null : (
        <Checkbox
          label={t(
            quiet === 1
              ? 'Send null packets every {seconds} s in 1 session that has keepalives off'
              : 'Send null packets every {seconds} s in {n} sessions that have keepalives off',
            { seconds: defaultProfile.keepaliveSeconds, n: grouped(quiet) },
          )}
          isSelected={plan.keepsAlive}
          onChange={(on) => setPlan({ ...plan, keepsAlive: on })}
        />
      )}
    </DialogPane>
  );
}

interface HostKeysProps {
  readonly hostKeys: ImportPreview['hostKeys'];
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function HostKeys({ hostKeys: { added, known, conflicting }, isChosen, onChange }: HostKeysProps) {
  const rest = [
    ...(known > 0
      ? [t(known === 1 ? '1 host key is known already.' : '{n} host keys are known already.', { n: grouped(known) })]
      : []),
    ...(conflicting.length > 0
      ? [
          t(
            conflicting.length === 1
              ? '1 host is known by another key, and left as it is: {hosts}.'
              : '{n} hosts are known by another key, and left as they are: {hosts}.',
            { n: grouped(conflicting.length), hosts: conflicting.join(', ') },
          ),
        ]
      : []),
  ].join(' ');
  return (
    <div>
      {added === 0 ? null : (
        <Checkbox
          label={t(
            added === 1 ? 'Add 1 host key to those that are known' : 'Add {n} host keys to those that are known',
            { n: grouped(added) },
          )}
          isSelected={isChosen}
          onChange={onChange}
        />
      )}
      {rest === '' ? null : <div className={styles.muted}>{rest}</div>}
    </div>
  );
}
