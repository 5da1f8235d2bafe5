import { type ReactNode, useState } from 'react';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { PromptFrame } from './prompt-frame.tsx';

export interface Question {
  readonly label: string;
  /** Whether what is typed may be seen. */
  readonly echo: boolean;
}

interface QuestionPromptProps {
  readonly title: string;
  /** What stands above the fields. */
  readonly children?: ReactNode;
  readonly questions: readonly Question[];
  /** What stands under the fields. */
  readonly footer?: ReactNode;
  readonly submitLabel: string;
  readonly onSubmit: (texts: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Asks for one or more lines of text. What was typed is forgotten as soon as it is handed over. */
export function QuestionPrompt(props: QuestionPromptProps) {
  const { title, children, questions, footer, submitLabel, onSubmit, onCancel } = props;
  const none = questions.map(() => '');
  const [texts, setTexts] = useState<readonly string[]>(none);

  const submit = () => {
    setTexts(none);
    onSubmit(texts);
  };
  const cancel = () => {
    setTexts(none);
    onCancel();
  };
  return (
    <PromptFrame
      title={title}
      onSubmit={submit}
      onCancel={cancel}
      buttons={
        <>
          <Button type="submit" variant="primary" autoFocus={questions.length === 0}>
            {submitLabel}
          </Button>
          <Button onPress={cancel}>{t('Cancel')}</Button>
        </>
      }
    >
      {children}
      {questions.map((question, index) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: the questions of a prompt never change, and may be alike
          key={index}
          label={question.label}
          type={question.echo ? 'text' : 'password'}
          autoComplete="off"
          autoFocus={index === 0}
          value={texts[index] ?? ''}
          onChange={(text) => setTexts(texts.with(index, text))}
        />
      ))}
      {footer}
    </PromptFrame>
  );
}
