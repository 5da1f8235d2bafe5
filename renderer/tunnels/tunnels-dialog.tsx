import { useState } from 'react';
import type { Bridge } from '#contract/channels/channels.ts';
import type { Result } from '#contract/failure.ts';
import { type Forward, isSameForward } from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
import type { SavedSession } from '#contract/profile/profile.ts';
import type { SessionSnapshot } from '#contract/session/session.ts';
import { Button } from '../ui/button.tsx';
import { DialogPane, type PaneMessage } from '../ui/dialogs/dialog-pane.tsx';
import { Modal } from '../ui/dialogs/modal.tsx';
import { GroupBox } from '../ui/fields/group-box.tsx';
import { ForwardForm } from './forward-form.tsx';
import { TunnelRow } from './tunnel-row.tsx';
import styles from './tunnels-dialog.module.css';
import { X11Row } from './x11-row.tsx';

interface TunnelsDialogProps {
  readonly bridge: Bridge;
  readonly session: SessionSnapshot;
  readonly saved: readonly SavedSession[];
  readonly onClose: () => void;
}

/** The forwards of a session that runs: what each does now; some may be added and removed, for this session alone. */
export function TunnelsDialog({ bridge, session, saved, onClose }: TunnelsDialogProps) {
  const { id, name, profile, forwards, x11 } = session;
  const [told, setTold] = useState<PaneMessage | null>(null);
  const tell = (result: Result<unknown>, done: string) =>
    setTold({ text: result.ok ? done : result.failure.message, isFailure: !result.ok });

  const change = async (changed: readonly Forward[], done: string) =>
    tell(await bridge.request('session.change', { id, changes: { forwards: changed } }), done);
  const remove = (forward: Forward) =>
    change(
      profile.forwards.filter((other) => !isSameForward(other, forward)),
      t('Removed.'),
    );
  const stored = saved.find((one) => one.name === session.savedAs);
  const save = async (before: SavedSession) => {
    const kept = { ...before, profile: { ...before.profile, forwards: profile.forwards } };
    tell(await bridge.request('profiles.save', kept), t('Saved in {name}.', { name: before.name }));
  };
  const isSaved = stored === undefined || hasSame(stored.profile.forwards, profile.forwards);
  const hasFailed = forwards.some(({ state }) => state.kind === 'failed');

  return (
    <Modal title={t('Tunnels: {name}', { name })} size="large" onClose={onClose}>
      <DialogPane
        message={told}
        buttons={
          <>
            {hasFailed ? (
              <Button onPress={() => bridge.command('session.retry-forwards', { id })}>{t('Try Again')}</Button>
            ) : null}
            {isSaved ? null : (
              <Button onPress={() => void save(stored)}>{t('Save in {name}', { name: stored.name })}</Button>
            )}
            <Button variant="primary" autoFocus onPress={onClose}>
              {t('Close')}
            </Button>
          </>
        }
      >
        {forwards.length === 0 && x11 === null ? (
          <p className={styles.none}>{t('This session forwards no ports.')}</p>
        ) : (
          <ul className={styles.list} aria-label={t('Tunnels')}>
            {forwards.map((status) => (
              <TunnelRow
                key={JSON.stringify(status.forward)}
                status={status}
                onRemove={() => void remove(status.forward)}
              />
            ))}
            {x11 === null ? null : <X11Row x11={x11} />}
          </ul>
        )}
        <GroupBox title={t('Add to this session')}>
          <ForwardForm
            forwards={profile.forwards}
            onAdd={(forward) => void change([...profile.forwards, forward], t('Added to this session.'))}
          />
        </GroupBox>
      </DialogPane>
    </Modal>
  );
}

const hasSame = (a: readonly Forward[], b: readonly Forward[]) =>
  a.length === b.length && a.every((one) => b.some((other) => isSameForward(one, other)));
