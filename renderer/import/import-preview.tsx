import { useCallback, useState } from 'react';
import type { ImportPreview } from '#contract/import.ts';
import { defaultProfile } from '#contract/profile.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { DialogPane, type PaneMessage } from '../ui/dialog-pane.tsx';
import styles from './import.module.css';
import { chosenCount, firstPlan, type Plan, quietCount, withAll, withChoice } from './import-plan.ts';
import { ImportRows } from './import-rows.tsx';
import { counted, programName } from './import-words.ts';

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
  const { rows, hostKeys, problems } = preview;
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
            Back
          </Button>
          <Button variant="primary" autoFocus={willImport} isDisabled={!willImport} onPress={() => onImport(plan)}>
            {count === 0 ? 'Import' : `Import ${counted(count, 'Session')}`}
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <div className={styles.head}>
        <span className={styles.facts}>
          {programName(preview.kind)}: {preview.place}
        </span>
        {rows.length === 0 ? null : (
          <span className={styles.buttons}>
            <Button onPress={() => setPlan((before) => withAll(before, rows, true))}>Select All</Button>
            <Button onPress={() => setPlan((before) => withAll(before, rows, false))}>Select None</Button>
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>There are no sessions in it.</p>
      ) : (
        <ImportRows rows={rows} choices={plan.choices} onChoose={choose} />
      )}
      {problems.length === 0 ? null : (
        <details className={styles.problems}>
          <summary>{counted(problems.length, 'thing')} can't be read, and stay out</summary>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
      {hostKeys.added + hostKeys.known + hostKeys.conflicting.length === 0 ? null : (
        <HostKeys hostKeys={hostKeys} isChosen={plan.hostKeys} onChange={(on) => setPlan({ ...plan, hostKeys: on })} />
      )}
      {quiet === 0 ? null : (
        <Checkbox
          label={`Send null packets every ${defaultProfile.keepaliveSeconds} s in ${counted(quiet, 'session')} that ${quiet === 1 ? 'has' : 'have'} keepalives off`}
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
    ...(known > 0 ? [`${counted(known, 'host key')} ${known === 1 ? 'is' : 'are'} known already.`] : []),
    ...(conflicting.length > 0
      ? [
          `${counted(conflicting.length, 'host')} ${conflicting.length === 1 ? 'is' : 'are'} known by another key, and left as they are: ${conflicting.join(', ')}.`,
        ]
      : []),
  ].join(' ');
  return (
    <div>
      {added === 0 ? null : (
        <Checkbox
          label={`Add ${counted(added, 'host key')} to those that are known`}
          isSelected={isChosen}
          onChange={onChange}
        />
      )}
      {rest === '' ? null : <div className={styles.muted}>{rest}</div>}
    </div>
  );
}
