import { useState } from 'react';
import { english, t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { Checkbox } from '../ui/fields/checkbox.tsx';
import { KeyFacts } from './key-facts.tsx';
import { Refused } from './prompt-frame.tsx';
import { QuestionPrompt } from './question-prompt.tsx';

interface PassphrasePromptProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'passphrase' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Asks for what opens a private key, and shows which one it is as far as that is known before. */
export function PassphrasePrompt({ prompt, onAnswer }: PassphrasePromptProps) {
  const { keyFile, comment, fingerprint, retry, canSave = false } = prompt;
  const [isKept, setKept] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const keep = isSaved ? 'vault' : 'run';
  return (
    <QuestionPrompt
      title={t('The private key is encrypted')}
      questions={[{ label: t('Passphrase of {keyFile}', { keyFile }), echo: false }]}
      submitLabel={t('Unlock')}
      onSubmit={([text = '']) => onAnswer({ kind: 'text', text, ...(isKept || isSaved ? { keep } : {}) })}
      onCancel={() => onAnswer({ kind: 'cancel' })}
      footer={
        <>
          <Checkbox label={t("Don't ask again until the program ends")} isSelected={isKept} onChange={setKept} />
          {canSave ? <Checkbox label={t('Save passphrase')} isSelected={isSaved} onChange={setSaved} /> : null}
        </>
      }
    >
      {retry ? <Refused>{t('That passphrase does not open the key. Try again.')}</Refused> : null}
      <KeyFacts
        facts={[...(comment === '' ? [] : [[english('Comment'), comment] as const]), ...fingerprintFact(fingerprint)]}
      />
    </QuestionPrompt>
  );
}

const fingerprintFact = (fingerprint: string | null) =>
  fingerprint === null ? [] : [[english('Fingerprint'), fingerprint] as const];
