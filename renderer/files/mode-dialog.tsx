import { type FormEvent, useState } from 'react';
import { english, t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalButtons } from '../ui/dialogs/modal.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import styles from './files-panel.module.css';

interface ModeDialogProps {
  /** What it is for: a name, or how many. */
  readonly of: string;
  readonly initial: number;
  readonly onConfirm: (mode: number) => void;
  readonly onCancel: () => void;
}

const classes = [english('Owner'), english('Group'), english('Others')] as const;
const rights = [english('Read'), english('Write'), english('Execute')] as const;

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
    <Modal title={t('Permissions of {name}', { name: of })} onClose={onCancel}>
      <form noValidate onSubmit={submit}>
        <table className={styles.rights}>
          <thead>
            <tr>
              <td />
              {rights.map((right) => (
                <th key={right} scope="col">
                  {t(right)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map((who, row) => (
              <tr key={who}>
                <th scope="row">{t(who)}</th>
                {rights.map((right, column) => (
                  <td key={right}>
                    <input
                      type="checkbox"
                      aria-label={`${t(who)}: ${t(right)}`}
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
          label={t('Octal')}
          layout="short"
          value={text}
          maxLength={4}
          autoFocus
          error={mode === null ? t('Three or four digits from 0 to 7.') : null}
          onChange={setText}
        />
        <ModalButtons>
          <Button type="submit" variant="primary" isDisabled={mode === null}>
            {t('Change')}
          </Button>
          <Button onPress={onCancel}>{t('Cancel')}</Button>
        </ModalButtons>
      </form>
    </Modal>
  );
}
