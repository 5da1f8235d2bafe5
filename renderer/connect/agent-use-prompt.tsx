import { english, t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { Button } from '../ui/button.tsx';
import { KeyFacts } from './key-facts.tsx';
import { PromptFrame } from './prompt-frame.tsx';

interface AgentUsePromptProps {
  readonly prompt: Extract<Prompt, { readonly kind: 'agent-use' }>;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** Asks whether a program on the server may log in elsewhere with a key. Enter does not allow it: Refuse has the focus. */
export function AgentUsePrompt({ prompt, onAnswer }: AgentUsePromptProps) {
  const { host, keyType, fingerprint, comment } = prompt;
  const refuse = () => onAnswer({ kind: 'cancel' });
  return (
    <PromptFrame
      title={t('{host} wants to use a key of your agent', { host })}
      onSubmit={refuse}
      onCancel={refuse}
      buttons={
        <>
          <Button onPress={() => onAnswer({ kind: 'accept-once' })}>{t('Allow once')}</Button>
          <Button variant="primary" autoFocus onPress={refuse}>
            {t('Refuse')}
          </Button>
        </>
      }
    >
      <p>
        {t(
          'A program on {host} asks for a signature, with which it can log in somewhere as you. Allow it only if you have just started something there that does.',
          { host },
        )}
      </p>
      <KeyFacts
        facts={[
          ...(comment === '' ? [] : [[english('Comment'), comment] as const]),
          [english('Key type'), keyType],
          [english('Fingerprint'), fingerprint],
        ]}
      />
    </PromptFrame>
  );
}
