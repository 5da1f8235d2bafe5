import type { KeyboardEvent } from 'react';
import { durationWords } from '#contract/language/duration.ts';
import { t } from '#contract/language/language.ts';
import type { LimitSearch } from '#contract/session/path.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';
import { SessionPrompt } from '../../connect/session-prompt.tsx';
import { useNow } from '../../status/use-now.ts';
import styles from './limit-search-progress.module.css';
import { searchWords, stepWords } from './path-words.ts';

interface LimitSearchProgressProps {
  readonly search: LimitSearch;
  /** `performance.now()` when the search was as it is given. */
  readonly receivedAt: number;
  readonly onAnswer: (promptId: string, answer: PromptAnswer) => void;
}

/** How a search and each of its connections stand, counting by itself, and what its logins ask. */
export function LimitSearchProgress({ search, receivedAt, onAnswer }: LimitSearchProgressProps) {
  const elapsedMs = useNow(receivedAt) - receivedAt;
  const { state, steps } = search;
  const prompt = state.kind === 'running' ? state.prompt : null;
  return (
    <section aria-label={t('Search')} className={styles.search}>
      {/* The end is announced, and not each second before it. */}
      <strong role={state.kind === 'running' ? undefined : 'status'}>{searchWords(search, elapsedMs)}</strong>
      {state.kind === 'running' ? <span>{t('It goes on when this dialog, or the window, is closed.')}</span> : null}
      <dl className={styles.steps}>
        {steps.map((step) => (
          <div key={step.seconds} className={styles.step}>
            <dt>{durationWords(step.seconds)}</dt>
            <dd>{stepWords(step.state, elapsedMs)}</dd>
          </div>
        ))}
      </dl>
      {prompt === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the prompt's Escape from the dialog behind
        <div onKeyDown={keepEscape}>
          <SessionPrompt
            key={prompt.promptId}
            prompt={prompt.prompt}
            onAnswer={(answer) => onAnswer(prompt.promptId, answer)}
          />
        </div>
      )}
    </section>
  );
}

const keepEscape = (event: KeyboardEvent) => {
  if (event.key === 'Escape') event.stopPropagation();
};
