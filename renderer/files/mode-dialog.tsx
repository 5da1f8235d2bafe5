import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Modal, ModalButtons } from '../ui/modal.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './files-panel.module.css';

interface ModeDialogProps {
  /** What it is for: a name, or how many. */
  readonly of: string;
  readonly initial: number;
  readonly onConfirm: (mode: number) => void;
  readonly onCancel: () => void;
}

const classes = ['Owner', 'Group', 'Others'] as const;
const rights = ['Read', 'Write', 'Execute'] as const;

const bitOf = (who: number, right: number) => 1 << ((2 - who) * 3 + (2 - right));
const octal = (mode: number) => mode.toString(8).padStart(3, '0');

/** Asks for permissions: nine boxes, or chmod's number. */
export function ModeDialog({ of, initial, onConfirm, onCancel }: ModeDialogProps) {
  const [text, setText] = useState(octal(initial));
  const mode = /^[0-7]{3,4}$/.test(text) ? Number.parseInt(text, 8) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mode !== null) onConfirm(mode);
  };
  return (
    <Modal title={`Permissions of ${of}`} onClose={onCancel}>
      <form noValidate onSubmit={submit}>
        <table className={styles.rights}>
          <thead>
            <tr>
              <td />
              {rights.map((right) => (
                <th key={right} scope="col">
                  {right}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map((who, row) => (
              <tr key={who}>
                <th scope="row">{who}</th>
                {rights.map((right, column) => (
                  <td key={right}>
                    <input
                      type="checkbox"
                      aria-label={`${who}: ${right}`}
                      checked={((mode ?? 0) & bitOf(row, column)) !== 0}
                      onChange={() => setText(octal((mode ?? 0) ^ bitOf(row, column)))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <TextField
          label="Octal"
          layout="short"
          value={text}
          maxLength={4}
          autoFocus
          error={mode === null ? 'Three or four digits from 0 to 7.' : null}
          onChange={setText}
        />
        <ModalButtons>
          <Button type="submit" variant="primary" isDisabled={mode === null}>
            Change
          </Button>
          <Button onPress={onCancel}>Cancel</Button>
        </ModalButtons>
      </form>
    </Modal>
  );
}
