import { useState } from 'react';
import { t } from '#contract/language/language.ts';
import { Button } from '../button.tsx';
import { Select } from '../fields/select.tsx';
import { Modal, ModalButtons } from './modal.tsx';

interface ChoiceDialogProps {
  readonly title: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly initial: string;
  /** The verb on the button. */
  readonly confirmLabel: string;
  /** Gives why the choice is refused, or null. */
  readonly onConfirm: (value: string) => Promise<string | null>;
  readonly onCancel: () => void;
}

/** Asks for one of several. Escape cancels. */
export function ChoiceDialog(props: ChoiceDialogProps) {
  const { title, label, options, initial, confirmLabel, onConfirm, onCancel } = props;
  const [value, setValue] = useState(initial);
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <Modal title={title} onClose={onCancel}>
      <Select label={label} options={options} value={value} onChange={setValue} />
      {refusal === null ? null : <p role="alert">{refusal}</p>}
      <ModalButtons>
        <Button variant="primary" onPress={() => void onConfirm(value).then(setRefusal)}>
          {confirmLabel}
        </Button>
        <Button onPress={onCancel}>{t('Cancel')}</Button>
      </ModalButtons>
    </Modal>
  );
}
