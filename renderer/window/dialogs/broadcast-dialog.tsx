import { useEffect, useState } from 'react';
import type { TabElsewhere } from '#contract/channels/broadcast-channels.ts';
import type { Bridge } from '#contract/channels/channels.ts';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import { membersOf } from '../../tabs/broadcast.ts';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalButtons } from '../../ui/dialogs/modal.tsx';
import { Checkbox } from '../../ui/fields/checkbox.tsx';
import { filledTabs, nameOf, type ShellState } from '../state.ts';
import styles from './broadcast-dialog.module.css';

interface BroadcastDialogProps {
  readonly bridge: Pick<Bridge, 'request'>;
  readonly state: ShellState;
  readonly onConfirm: (ids: readonly SessionId[]) => void;
  readonly onCancel: () => void;
}

/** Lets the user pick the panes that share what is typed. */
export function BroadcastDialog({ bridge, state, onConfirm, onCancel }: BroadcastDialogProps) {
  const [picked, setPicked] = useState<ReadonlySet<SessionId>>(() => new Set([...membersOf(state), ...state.group]));
  const [elsewhere, setElsewhere] = useState<readonly TabElsewhere[]>([]);
  useEffect(() => {
    void bridge.request('broadcast.elsewhere', {}).then((asked) => asked.ok && setElsewhere(asked.value));
  }, [bridge]);
  const toggle = (id: SessionId, isPicked: boolean) =>
    setPicked((before) => new Set(isPicked ? [...before, id] : [...before].filter((other) => other !== id)));
  const here = filledTabs(state).map((filled) => ({
    key: filled.tab.id,
    title: nameOf(filled),
    panes: filled.panes.map(({ session }) => session),
  }));
  const others = elsewhere.map(({ name, panes }) => ({
    key: panes.map(({ id }) => id).join(),
    title: t('In another window: {name}', { name }),
    panes,
  }));
  return (
    <Modal title={t('Broadcast Typing')} onClose={onCancel}>
      <p className={styles.hint}>{t('What is typed or pasted into one of these panes goes to all of them.')}</p>
      <div className={styles.list}>
        {[...here, ...others].map(({ key, title, panes }) => (
          <fieldset key={key} className={styles.tab}>
            <legend>{title}</legend>
            {panes.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                isSelected={picked.has(id)}
                onChange={(isPicked) => toggle(id, isPicked)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <ModalButtons>
        <Button variant="primary" isDisabled={picked.size < 2} onPress={() => onConfirm([...picked])}>
          {t('Broadcast')}
        </Button>
        <Button onPress={onCancel}>{t('Cancel')}</Button>
      </ModalButtons>
    </Modal>
  );
}
