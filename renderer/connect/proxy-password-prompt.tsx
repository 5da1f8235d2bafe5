import { useState } from 'react';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import { Checkbox } from '../ui/checkbox.tsx';
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
      title={`Log in to the proxy ${proxy}`}
      questions={[{ label: `Password of ${user}`, echo: false }]}
      submitLabel="Log in"
      onSubmit={([text = '']) => onAnswer({ kind: 'text', text, ...(isSaved ? { keep: 'vault' } : {}) })}
      onCancel={() => onAnswer({ kind: 'cancel' })}
      footer={canSave ? <Checkbox label="Save password" isSelected={isSaved} onChange={setSaved} /> : null}
    >
      {retry ? <Refused>The proxy refused that password. Try again.</Refused> : null}
    </QuestionPrompt>
  );
}
