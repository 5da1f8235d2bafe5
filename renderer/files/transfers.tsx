import { useState } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '#contract/channels/channels.ts';
import type { NotDone, Transfer } from '#contract/files/files.ts';
import type { SessionId } from '#contract/session/session.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { FilesStore } from './files-store.ts';
import { NotDoneDialog } from './not-done-dialog.tsx';
import { TransferList } from './transfer-list.tsx';

interface TransfersProps {
  readonly bridge: Bridge;
  readonly files: FilesStore;
  readonly id: SessionId;
}

/** A session's transfers and what they ask. It follows them by itself: the list of files is not drawn anew for each step. */
export function Transfers({ bridge, files, id }: TransfersProps) {
  const status = useStore(files.store, ({ panels }) => panels.get(id)?.status ?? null);
  const [notDone, setNotDone] = useState<(NotDone & Pick<Transfer, 'name'>) | null>(null);
  const showNotDone = async ({ transferId, name }: Transfer) => {
    const answer = await bridge.request('files.not-done', { id, transferId });
    if (answer.ok) setNotDone({ ...answer.value, name });
  };
  if (status === null) return null;
  const asking = status.transfers.map(({ state }) => state).find((state) => state.kind === 'asking');
  return (
    <>
      <TransferList
        status={status}
        onAct={(transferId, action) => bridge.command('files.act', { id, transferId, action })}
        onEdit={(editId, action) => bridge.command('files.act-on-edit', { id, editId, action })}
        onShowNotDone={(transfer) => void showNotDone(transfer)}
      />
      {notDone === null ? null : (
        <NotDoneDialog
          {...notDone}
          onCopy={(text) => bridge.command('clipboard.write', { to: 'clipboard', text })}
          onClose={() => setNotDone(null)}
        />
      )}
      {asking === undefined ? null : (
        <ConflictDialog
          question={asking.question}
          onAnswer={(choice, forAll) =>
            bridge.command('files.answer', { id, questionId: asking.question.questionId, choice, forAll })
          }
        />
      )}
    </>
  );
}
