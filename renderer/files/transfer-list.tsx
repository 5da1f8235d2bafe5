import type { LucideIcon } from 'lucide-react';
import { ArrowDown, ArrowUp, List, Pause, Pencil, Play, RotateCw, Trash2, X } from 'lucide-react';
import { type Edit, type FilesStatus, isSettled, type Transfer, type TransferAction } from '#contract/files/files.ts';
import { english, t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './transfer-list.module.css';
import { editWords, fractionDone, transferWords } from './transfer-words.ts';

interface TransferListProps {
  readonly status: FilesStatus;
  readonly onAct: (transferId: string, action: TransferAction) => void;
  readonly onEdit: (editId: string, action: 'save' | 'end') => void;
  /** All that was not done is to be shown. */
  readonly onShowNotDone: (transfer: Transfer) => void;
}

/** What goes on with the session's files, and what has. */
export function TransferList({ status, onAct, onEdit, onShowNotDone }: TransferListProps) {
  const { transfers, edits } = status;
  const settled = transfers.filter(isSettled);
  const removeSettled = () => {
    for (const { transferId } of settled) onAct(transferId, 'remove');
  };
  if (transfers.length + edits.length === 0) return null;
  return (
    <section className={styles.transfers} aria-label={t('Transfers')}>
      <ul className={styles.list}>
        {edits.map((edit) => (
          <EditRow key={edit.editId} edit={edit} onEdit={(action) => onEdit(edit.editId, action)} />
        ))}
        {transfers.map((transfer) => (
          <TransferRow
            key={transfer.transferId}
            transfer={transfer}
            onAct={(action) => onAct(transfer.transferId, action)}
            onShowNotDone={() => onShowNotDone(transfer)}
          />
        ))}
      </ul>
      {settled.length < 2 ? null : (
        <div className={styles.foot}>
          <Button onPress={removeSettled}>{t('Clear Finished')}</Button>
        </div>
      )}
    </section>
  );
}

const icons: Readonly<Record<Transfer['kind'], LucideIcon>> = { download: ArrowDown, upload: ArrowUp, delete: Trash2 };
const labels: Readonly<Record<Transfer['kind'], string>> = english({
  download: 'Download of {name}',
  upload: 'Upload of {name}',
  delete: 'Deletion of {name}',
});

function TransferRow({
  transfer,
  onAct,
  onShowNotDone,
}: {
  readonly transfer: Transfer;
  readonly onAct: (action: TransferAction) => void;
  readonly onShowNotDone: () => void;
}) {
  const { kind, name, to, state } = transfer;
  const Icon = icons[kind];
  const label = t(labels[kind], { name });
  const done = isSettled(transfer);
  return (
    <li className={styles.row}>
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.facts} title={to}>
        <span className={styles.name}>{name}</span>
        <span className={state.kind === 'failed' ? styles.failed : styles.words}>{transferWords(transfer)}</span>
        {done ? null : <progress className={styles.progress} aria-label={label} value={fractionDone(transfer)} />}
      </div>
      {state.kind === 'paused' ? (
        <Act icon={Play} label={t('Resume {name}', { name })} onPress={() => onAct('resume')} />
      ) : null}
      {state.kind === 'running' || state.kind === 'waiting' ? (
        <Act icon={Pause} label={t('Pause {name}', { name })} onPress={() => onAct('pause')} />
      ) : null}
      {state.kind === 'failed' && state.failed > 1 ? (
        <Act icon={List} label={t('Show what was not done of {name}', { name })} onPress={onShowNotDone} />
      ) : null}
      {state.kind === 'failed' ? (
        <Act icon={RotateCw} label={t('Try {name} again', { name })} onPress={() => onAct('retry')} />
      ) : null}
      <Act
        icon={X}
        label={t(done ? 'Remove {name} from the list' : 'Cancel {name}', { name })}
        onPress={() => onAct(done ? 'remove' : 'cancel')}
      />
    </li>
  );
}

function EditRow({ edit, onEdit }: { readonly edit: Edit; readonly onEdit: (action: 'save' | 'end') => void }) {
  const { name, folder, state } = edit;
  const needsUser = state.kind === 'conflict' || state.kind === 'failed';
  return (
    <li className={styles.row}>
      <Pencil aria-hidden className={styles.icon} />
      <div className={styles.facts} title={folder}>
        <span className={styles.name}>{name}</span>
        <span className={needsUser ? styles.failed : styles.words}>{editWords(edit)}</span>
      </div>
      {state.kind === 'conflict' ? <Button onPress={() => onEdit('save')}>{t('Overwrite')}</Button> : null}
      {state.kind === 'failed' ? (
        <Act icon={RotateCw} label={t('Send {name} again', { name })} onPress={() => onEdit('save')} />
      ) : null}
      <Act icon={X} label={t('Stop editing {name}', { name })} onPress={() => onEdit('end')} />
    </li>
  );
}

interface ActProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onPress: () => void;
}

const Act = ({ icon: Icon, label, onPress }: ActProps) => (
  <Button variant="quiet" aria-label={label} onPress={onPress}>
    <Icon aria-hidden className={styles.act} />
  </Button>
);
