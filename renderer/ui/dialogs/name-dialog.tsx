import { type FormEvent, useState } from 'react';
import { t } from '#contract/language/language.ts';
import { Button } from '../button.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Modal, ModalButtons } from './modal.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  readonly maxLength: number;
  /** The verb on the button. */
  readonly confirmLabel: string;
  /** Gives why the name is refused, or null. */
  readonly onConfirm: (name: string) => Promise<string | null> | string | null;
  readonly onCancel: () => void;
}

/** Asks for a name. Enter confirms, Escape cancels. */
export function NameDialog(props: NameDialogProps) {
  const { title, label, initial, maxLength, confirmLabel, onConfirm, onCancel } = props;
  const [name, setName] = useState(initial);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A form around the dialog is not meant.
    event.stopPropagation();
    setRefusal(await onConfirm(name));
  };
  return (
    <Modal title={title} onClose={onCancel}>
      <form noValidate onSubmit={submit}>
        <TextField
          label={label}
          value={name}
          maxLength={maxLength}
          autoFocus
          autoComplete="off"
          error={refusal}
          onChange={(text) => {
            setRefusal(null);
            setName(text);
          }}
        />
        <ModalButtons>
          <Button type="submit" variant="primary">
            {confirmLabel}
          </Button>
          <Button onPress={onCancel}>{t('Cancel')}</Button>
        </ModalButtons>
      </form>
    </Modal>
  );
}
