import { useRef, useState } from 'react';
import { builtInHighlightSets } from '#contract/highlights/built-in-highlights.ts';
import {
  type Highlight,
  type HighlightSet,
  maxHighlightSets,
  maxHighlights,
  maxSetNameLength,
} from '#contract/highlights/highlight-set.ts';
import { t } from '#contract/language/language.ts';
import { highlightColours } from '#contract/settings/text-rule.ts';
import { PatternRows } from '../settings/fields/pattern-rows.tsx';
import { Button } from '../ui/button.tsx';
import { DialogPane } from '../ui/dialogs/dialog-pane.tsx';
import { Modal } from '../ui/dialogs/modal.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { ListBox } from '../ui/lists/list-box.tsx';
import styles from './highlight-sets-dialog.module.css';
import type { HighlightLibrary } from './library.ts';
import { changesSince, firstRefusal, keptSets } from './set-draft.ts';

interface HighlightSetsDialogProps {
  readonly library: HighlightLibrary;
  readonly onClose: () => void;
}

const blank: Highlight = { pattern: '', colour: 'yellow' };

/** Makes and changes highlight sets. What is changed counts everywhere once it is confirmed. */
export function HighlightSetsDialog({ library, onClose }: HighlightSetsDialogProps) {
  const [before] = useState(() => library.store.getState());
  const [own, setOwn] = useState(before);
  const builtIn = builtInHighlightSets();
  const [chosenId, setChosenId] = useState(() => (own[0] ?? builtIn[0])?.id ?? '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  const chosen = [...own, ...builtIn].find(({ id }) => id === chosenId);
  const isOwn = own.some(({ id }) => id === chosenId);
  const isFull = own.length >= maxHighlightSets;

  const choose = (id: string) => {
    setRefusal(null);
    setChosenId(id);
  };
  const change = (part: Partial<HighlightSet>) =>
    setOwn(own.map((set) => (set.id === chosenId ? { ...set, ...part } : set)));
  const add = (set: Omit<HighlightSet, 'id'>) => {
    const id = crypto.randomUUID();
    setOwn([...own, { id, ...set }]);
    choose(id);
    // The field is there once it is the new set's.
    requestAnimationFrame(() => editor.current?.querySelector('input')?.select());
  };
  const remove = () => {
    const at = own.findIndex(({ id }) => id === chosenId);
    const left = own.toSpliced(at, 1);
    setOwn(left);
    choose((left[at] ?? left.at(-1) ?? builtIn[0])?.id ?? '');
  };
  const confirm = async () => {
    const sets = keptSets(own);
    const refused = firstRefusal(sets);
    if (refused !== null) {
      setChosenId(refused.id);
      return setRefusal(refused.reason);
    }
    const failure = await library.change(changesSince(before, sets));
    if (failure === null) onClose();
    else setRefusal(failure);
  };

  return (
    <Modal title={t('Highlight Sets')} size="large" onClose={onClose}>
      <DialogPane
        message={refusal === null ? null : { text: refusal, isFailure: true }}
        buttons={
          <>
            <Button variant="primary" onPress={() => void confirm()}>
              {t('Save')}
            </Button>
            <Button onPress={onClose}>{t('Cancel')}</Button>
          </>
        }
      >
        <div className={styles.panes}>
          <div className={styles.library}>
            <ListBox
              label={t('Sets')}
              items={own.map(({ id, name }) => ({ id, label: name.trim() === '' ? t('(no name)') : name }))}
              group={{ title: t('Built in'), items: builtIn.map(({ id, name }) => ({ id, label: name })) }}
              selected={chosenId}
              onSelect={choose}
              onAction={() => undefined}
            />
            <div className={styles.buttons}>
              <Button isDisabled={isFull} onPress={() => add({ name: t('New set'), highlights: [] })}>
                {t('New Set')}
              </Button>
              <Button
                isDisabled={isFull || chosen === undefined}
                onPress={() => chosen !== undefined && add(copyOf(chosen))}
              >
                {t('Copy')}
              </Button>
              <Button isDisabled={!isOwn} onPress={remove}>
                {t('Delete')}
              </Button>
            </div>
          </div>
          {chosen === undefined ? null : (
            <div ref={editor} key={chosen.id} className={styles.editor}>
              {isOwn ? (
                <TextField
                  label={t('Name')}
                  value={chosen.name}
                  maxLength={maxSetNameLength}
                  onChange={(name) => change({ name })}
                />
              ) : (
                <p className={styles.hint}>{t('This set is built in. Copy it to have one of your own to change.')}</p>
              )}
              <PatternRows
                label={chosen.name}
                rows={chosen.highlights}
                maxItems={maxHighlights}
                colours={highlightColours}
                blank={blank}
                isReadOnly={!isOwn}
                onChange={(highlights) => change({ highlights })}
                error={null}
                help={t('Regular expressions, such as "error|failed" or "(?i)warning".')}
              />
            </div>
          )}
        </div>
      </DialogPane>
    </Modal>
  );
}

const copyOf = ({ name, highlights }: HighlightSet): Omit<HighlightSet, 'id'> => ({
  name: t('Copy of {name}', { name }).slice(0, maxSetNameLength),
  highlights,
});
