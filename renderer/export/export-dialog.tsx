import { useDeferredValue, useMemo, useState } from 'react';
import type { ExportedSessions, SavedSessions } from '#contract/channels/channels.ts';
import type { Result } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { ExportChoice } from '#contract/saved/import.ts';
import { type SessionNode, sessionNodes } from '../settings/sessions/session-nodes.ts';
import { Button } from '../ui/button.tsx';
import { DialogPane, failureMessage, type PaneMessage } from '../ui/dialogs/dialog-pane.tsx';
import { Modal } from '../ui/dialogs/modal.tsx';
import { SearchBox } from '../ui/fields/search-box.tsx';
import { useLanguage } from '../ui/language.ts';
import styles from './export.module.css';
import { choiceOf, firstChosen, sharesOf, withRows } from './export-choice.ts';
import { ExportTree } from './export-tree.tsx';

interface ExportDialogProps {
  readonly saved: SavedSessions;
  /** The row that is checked at first, with all under it: its id in the tree of sessions. All are where it is null. */
  readonly only: string | null;
  /** Asks where to, and writes it; null if the user thought better of it. */
  readonly onExport: (choice: ExportChoice) => Promise<Result<ExportedSessions | null>>;
  readonly onDone: (exported: ExportedSessions) => void;
  readonly onClose: () => void;
}

/** Chooses what is exported: sessions, folders, or all of them. */
export function ExportDialog({ saved, only, onExport, onDone, onClose }: ExportDialogProps) {
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: labels are in the language that is spoken
  const all = useMemo(() => sessionNodes(saved, [], ''), [saved, language]);
  const [chosen, setChosen] = useState(() => firstChosen(all, only));
  const [filter, setFilter] = useState('');
  const [refusal, setRefusal] = useState<PaneMessage | null>(null);
  const shownFilter = useDeferredValue(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const nodes = useMemo(() => sessionNodes(saved, [], shownFilter), [saved, shownFilter, language]);
  const shares = useMemo(() => sharesOf(nodes, chosen), [nodes, chosen]);
  const choice = useMemo(() => choiceOf(all, chosen), [all, chosen]);
  const { length: count } = choice.sessions;
  const isEmpty = count === 0 && choice.folders.length === 0 && !choice.defaults;

  const choose = (rows: readonly SessionNode[], isChosen: boolean) =>
    setChosen((before) => withRows(before, rows, isChosen));
  const run = async () => {
    setRefusal(null);
    const result = await onExport(choice);
    if (!result.ok) setRefusal(failureMessage(result.failure));
    else if (result.value !== null) onDone(result.value);
  };

  return (
    <Modal title={t('Export sessions')} size="large" onClose={onClose}>
      <DialogPane
        message={refusal}
        buttons={
          <>
            <Button variant="primary" autoFocus isDisabled={isEmpty} onPress={() => void run()}>
              {wordsOf(count)}
            </Button>
            <Button onPress={onClose}>{t('Cancel')}</Button>
          </>
        }
      >
        <div className={styles.head}>
          <SearchBox label={t('Filter')} value={filter} onChange={setFilter} onKeyDown={() => undefined} />
          <Button onPress={() => choose(nodes, true)}>{t('Select All')}</Button>
          <Button onPress={() => choose(nodes, false)}>{t('Select None')}</Button>
        </div>
        {/* A tree is open when it comes: with another filter it is another one. */}
        <ExportTree key={shownFilter} nodes={nodes} shares={shares} onChange={choose} />
        <p className={styles.words}>
          {t('The file has all settings of what is checked, the folders around it, and no passwords.')}
        </p>
      </DialogPane>
    </Modal>
  );
}

function wordsOf(count: number): string {
  if (count === 0) return t('Export…');
  return t(count === 1 ? 'Export 1 Session…' : 'Export {n} Sessions…', { n: count.toLocaleString('en') });
}
