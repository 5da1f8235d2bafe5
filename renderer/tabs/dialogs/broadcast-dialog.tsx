import { useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { membersOf } from '../broadcast.ts';
import { filledTabs, nameOf, type ShellState } from '../state.ts';
import styles from './broadcast-dialog.module.css';

interface BroadcastDialogProps {
  readonly state: ShellState;
  readonly onConfirm: (ids: readonly SessionId[]) => void;
  readonly onCancel: () => void;
}

/** Lets the user pick the panes that share what is typed. */
export function BroadcastDialog({ state, onConfirm, onCancel }: BroadcastDialogProps) {
  const [picked, setPicked] = useState<ReadonlySet<SessionId>>(() => new Set(membersOf(state)));
  const toggle = (id: SessionId, isPicked: boolean) =>
    setPicked((before) => new Set(isPicked ? [...before, id] : [...before].filter((other) => other !== id)));
  return (
    <Modal title={t('Broadcast Typing')} onClose={onCancel}>
      <p className={styles.hint}>{t('What is typed or pasted into one of these panes goes to all of them.')}</p>
      <div className={styles.list}>
        {filledTabs(state).map((filled) => (
          <fieldset key={filled.tab.id} className={styles.tab}>
            <legend>{nameOf(filled)}</legend>
            {filled.panes.map(({ session: { id, name } }) => (
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
