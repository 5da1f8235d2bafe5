import { type FormEvent, useState } from 'react';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalButtons } from '../ui/dialogs/modal.tsx';
import { TextField } from '../ui/fields/text-field.tsx';

interface SnippetDialogProps {
  readonly name: string;
  readonly questions: readonly string[];
  readonly onConfirm: (answers: ReadonlyMap<string, string>) => void;
  readonly onCancel: () => void;
}

/** Asks for what a snippet needs. Enter types it, Escape does nothing. */
export function SnippetDialog({ name, questions, onConfirm, onCancel }: SnippetDialogProps) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm(answers);
  };
  return (
    <Modal title={name} onClose={onCancel}>
      <form noValidate onSubmit={submit}>
        {questions.map((question, index) => (
          <TextField
            key={question}
            label={question}
            value={answers.get(question) ?? ''}
            autoFocus={index === 0}
            autoComplete="off"
            onChange={(text) => setAnswers((before) => new Map(before).set(question, text))}
          />
        ))}
        <ModalButtons>
          <Button type="submit" variant="primary">
            {t('Type It')}
          </Button>
          <Button onPress={onCancel}>{t('Cancel')}</Button>
        </ModalButtons>
      </form>
    </Modal>
  );
}
