import { useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { Checkbox } from '../ui/fields/checkbox.tsx';
import { jumpHostWords } from './jump-host-words.ts';
import styles from './prompt.module.css';
import { ServerText } from './prompt-frame.tsx';
import { QuestionPrompt } from './question-prompt.tsx';

interface InteractivePromptProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'keyboard-interactive' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** A round of a server's own questions. The answer to one that is asked alone and unseen can be saved. */
export function InteractivePrompt({ prompt, onAnswer }: InteractivePromptProps) {
  const { user, host, banner, name, instructions, questions, canSave = false } = prompt;
  const [isSaved, setSaved] = useState(false);
  return (
    <QuestionPrompt
      title={t('Log in to {host}{where} as {user}', { host, where: jumpHostWords(prompt), user })}
      questions={questions.map(({ text, echo }) => ({ label: text.trim() || t('Answer'), echo }))}
      submitLabel={t('Continue')}
      onSubmit={(texts) => onAnswer({ kind: 'texts', texts, ...(isSaved ? { keep: 'vault' } : {}) })}
      onCancel={() => onAnswer({ kind: 'cancel' })}
      footer={canSave ? <Checkbox label={t('Save this answer')} isSelected={isSaved} onChange={setSaved} /> : null}
    >
      <ServerText from={host} text={banner ?? ''} />
      <ServerText from={host} text={[name, instructions].filter(Boolean).join('\n')} />
      {questions.length > 0 ? <p className={styles.hint}>{t('The server asks:')}</p> : null}
    </QuestionPrompt>
  );
}
