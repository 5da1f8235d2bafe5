import { type KeyboardEvent, useState } from 'react';
import { useStore } from 'zustand';
import {
  type BindableAction,
  bindableActions,
  type KeyBindings,
  keyOf,
  keyRefusal,
  keyTableOf,
  withKey,
} from '#contract/keys/key-bindings.ts';
import { acceleratorOf } from '#contract/keys/key-names.ts';
import { type BoundAction, type KeyPreset, keyPresets, presetLabels } from '#contract/keys/key-presets.ts';
import { english, t } from '#contract/language/language.ts';
import { actionLabels } from '#contract/menu.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalButtons } from '../ui/dialogs/modal.tsx';
import { Select } from '../ui/fields/select.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { ListBox } from '../ui/lists/list-box.tsx';
import { keyNameOf } from '../window/keyboard/keys.ts';
import type { Bindings } from './bindings.ts';
import styles from './keys-dialog.module.css';

const labels: Readonly<Record<BoundAction, string>> = {
  ...actionLabels,
  ...english({
    'show-menu': 'Menu',
    'copy-by-letter': 'Copy (Selection panel)',
    'paste-by-letter': 'Paste (Selection panel)',
    'copy-by-insert': 'Copy (Selection panel)',
    'paste-by-insert': 'Paste (Selection panel)',
  }),
};

const presets = (Object.keys(keyPresets) as KeyPreset[]).map((value) => ({ value, label: presetLabels[value] }));

interface KeysDialogProps {
  readonly bindings: Bindings;
  readonly onClose: () => void;
}

/** The program's own keys: a preset, and each action's key. What is changed counts at once. */
export function KeysDialog({ bindings, onClose }: KeysDialogProps) {
  const current = useStore(bindings.store);
  const [chosen, setChosen] = useState<BindableAction>('new-session');
  const [note, setNote] = useState<string | null>(null);
  const table = keyTableOf(current);
  const shownKey = (action: BoundAction) => acceleratorOf(keyOf(table, action) ?? '');

  const change = async (next: KeyBindings, remark: string | null = null) =>
    setNote((await bindings.set(next)) ?? remark);
  const press = (event: KeyboardEvent) => {
    if (['Tab', 'Escape'].includes(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return;
    const key = keyNameOf(event.nativeEvent);
    const refusal = keyRefusal(key);
    if (refusal !== null) return setNote(refusal);
    const before = table[key];
    const taken =
      before === undefined || before === chosen
        ? null
        : t('It was the key of: {action}', { action: t(labels[before]) });
    void change(withKey(current, chosen, key), taken);
  };

  return (
    <Modal title={t('Keyboard Shortcuts')} onClose={onClose}>
      <div className={styles.keys}>
        <Select
          label={t('Preset')}
          options={presets}
          value={current.preset}
          onChange={(preset) => void change({ ...current, preset: preset as KeyPreset })}
        />
        <div className={styles.list}>
          <ListBox
            label={t('Actions')}
            items={bindableActions.map((id) => ({ id, label: t(labels[id]), note: shownKey(id) }))}
            selected={chosen}
            onSelect={(id) => {
              setChosen(id as BindableAction);
              setNote(null);
            }}
            onAction={() => undefined}
          />
        </div>
        <div onKeyDownCapture={press} data-key-capture>
          <TextField
            label={t('Press its key here')}
            value={shownKey(chosen)}
            onChange={() => undefined}
            error={null}
            note={note ?? t('Tab leaves the field.')}
          />
        </div>
      </div>
      <ModalButtons>
        <Button onPress={() => void change(withKey(current, chosen, ''))}>{t('No key')}</Button>
        <Button onPress={() => void change({ ...current, own: {} })}>{t('Reset all')}</Button>
        <Button variant="primary" onPress={onClose}>
          {t('Close')}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
