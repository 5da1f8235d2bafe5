import { useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { Checkbox } from '../ui/fields/checkbox.tsx';
import { Refused } from './prompt-frame.tsx';
import { QuestionPrompt } from './question-prompt.tsx';

interface ProxyPasswordPromptProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'proxy-password' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Asks for the password of a user on a proxy; it is saved where the user wants that and the system has a vault. */
export function ProxyPasswordPrompt({ prompt, onAnswer }: ProxyPasswordPromptProps) {
  const { proxy, user, retry, canSave = false } = prompt;
  const [isSaved, setSaved] = useState(false);
  return (
    <QuestionPrompt
      title={t('Log in to the proxy {proxy}', { proxy })}
      questions={[{ label: t('Password of {user}', { user }), echo: false }]}
      submitLabel={t('Log in')}
      onSubmit={([text = '']) => onAnswer({ kind: 'text', text, ...(isSaved ? { keep: 'vault' } : {}) })}
      onCancel={() => onAnswer({ kind: 'cancel' })}
      footer={canSave ? <Checkbox label={t('Save password')} isSelected={isSaved} onChange={setSaved} /> : null}
    >
      {retry ? <Refused>{t('The proxy refused that password. Try again.')}</Refused> : null}
    </QuestionPrompt>
  );
}
