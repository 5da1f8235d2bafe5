import { useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { Checkbox } from '../ui/fields/checkbox.tsx';
import { jumpHostWords } from './jump-host-words.ts';
import { Refused, ServerText } from './prompt-frame.tsx';
import { QuestionPrompt } from './question-prompt.tsx';

interface PasswordPromptProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'password' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Asks for the password of a user on the server; it is saved where the user wants that and the system has a vault. */
export function PasswordPrompt({ prompt, onAnswer }: PasswordPromptProps) {
  const { host, user, banner, retry, canSave = false } = prompt;
  const [isSaved, setSaved] = useState(false);
  return (
    <QuestionPrompt
      title={t('Log in to {host}{where}', { host, where: jumpHostWords(prompt) })}
      questions={[{ label: t('Password of {user}', { user }), echo: false }]}
      submitLabel={t('Log in')}
      onSubmit={([text = '']) => onAnswer({ kind: 'text', text, ...(isSaved ? { keep: 'vault' } : {}) })}
      onCancel={() => onAnswer({ kind: 'cancel' })}
      footer={canSave ? <Checkbox label={t('Save password')} isSelected={isSaved} onChange={setSaved} /> : null}
    >
      <ServerText from={host} text={banner ?? ''} />
      {retry ? <Refused>{t('The server refused that password. Try again.')}</Refused> : null}
    </QuestionPrompt>
  );
}
