import { useState } from 'react';
import type { Prompt, PromptAnswer } from '#contract/prompt.ts';
import { Checkbox } from '../ui/checkbox.tsx';
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
      title={`Log in to ${host}${jumpHostWords(prompt)}`}
      questions={[{ label: `Password of ${user}`, echo: false }]}
      submitLabel="Log in"
      onSubmit={([text = '']) => onAnswer({ kind: 'text', text, ...(isSaved ? { keep: 'vault' } : {}) })}
      onCancel={() => onAnswer({ kind: 'cancel' })}
      footer={canSave ? <Checkbox label="Save password" isSelected={isSaved} onChange={setSaved} /> : null}
    >
      <ServerText from={host} text={banner ?? ''} />
      {retry ? <Refused>The server refused that password. Try again.</Refused> : null}
    </QuestionPrompt>
  );
}
