import { assertNever } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { AgentUsePrompt } from './agent-use-prompt.tsx';
import { HostKeyPrompt } from './host-key-prompt.tsx';
import { InteractivePrompt } from './interactive-prompt.tsx';
import { jumpHostWords } from './jump-host-words.ts';
import { LogExistsPrompt } from './log-exists-prompt.tsx';
import { NewHostKeysPrompt } from './new-host-keys-prompt.tsx';
import { PassphrasePrompt } from './passphrase-prompt.tsx';
import { PasswordPrompt } from './password-prompt.tsx';
import { ProxyPasswordPrompt } from './proxy-password-prompt.tsx';
import { QuestionPrompt } from './question-prompt.tsx';
import { WeakAlgorithmsPrompt } from './weak-algorithms-prompt.tsx';

interface SessionPromptProps {
  readonly prompt: Prompt;
  readonly onAnswer: (answer: PromptAnswer) => void;
}

/** The question that a connection has for its user. */
export function SessionPrompt({ prompt, onAnswer }: SessionPromptProps) {
  const cancel = () => onAnswer({ kind: 'cancel' });
  const where = jumpHostWords(prompt);
  const answerText = ([text = '']: readonly string[]) => onAnswer({ kind: 'text', text });

  switch (prompt.kind) {
    case 'unknown-host-key':
      return <HostKeyPrompt prompt={prompt} onAnswer={onAnswer} />;
    case 'weak-algorithms':
      return <WeakAlgorithmsPrompt prompt={prompt} onAnswer={onAnswer} />;
    case 'new-host-keys':
      return <NewHostKeysPrompt prompt={prompt} onAnswer={onAnswer} />;
    case 'user-name':
      return (
        <QuestionPrompt
          title={t('Log in to {host}{where}', { host: prompt.host, where })}
          questions={[{ label: t('User name'), echo: true }]}
          submitLabel={t('Continue')}
          onSubmit={answerText}
          onCancel={cancel}
        />
      );
    case 'password':
      return <PasswordPrompt prompt={prompt} onAnswer={onAnswer} />;
    case 'proxy-password':
      return <ProxyPasswordPrompt prompt={prompt} onAnswer={onAnswer} />;
    case 'passphrase':
      return <PassphrasePrompt prompt={prompt} onAnswer={onAnswer} />;
    case 'log-exists':
      return <LogExistsPrompt prompt={prompt} onAnswer={onAnswer} />;
    case 'agent-use':
      return <AgentUsePrompt prompt={prompt} onAnswer={onAnswer} />;
    case 'keyboard-interactive':
      return <InteractivePrompt prompt={prompt} onAnswer={onAnswer} />;
    default:
      return assertNever(prompt);
  }
}
