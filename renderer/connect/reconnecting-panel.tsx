import { RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { SessionState } from '#contract/session/session.ts';
import { StateMark } from '../status/state-mark.tsx';
import { Button } from '../ui/button.tsx';
import { CloseMessage } from './closed-panel.tsx';
import styles from './connect.module.css';

interface ReconnectingPanelProps {
  readonly hostName: string;
  readonly state: Extract<SessionState, { readonly kind: 'reconnecting' }>;
  readonly onRestart: () => void;
  readonly onStop: () => void;
}

/** Under the terminal of a session that was lost and connects again by itself: what happened, and when it tries. */
export function ReconnectingPanel({ hostName, state, onRestart, onStop }: ReconnectingPanelProps) {
  return (
    <section className={styles.closed} aria-label={t('Reconnecting')}>
      <StateMark standing="connecting" />
      <CloseMessage hostName={hostName} reason={state.reason} at={state.at} />
      {state.failed === null ? null : (
        <p className={styles.attempt}>{t('Last attempt: {reason}', { reason: state.failed.message })}</p>
      )}
      <div className={styles.actions}>
        <span className={styles.ago}>
          {state.retryAt === null ? (
            t('Waiting for the network')
          ) : (
            <Countdown attempt={state.attempt} retryAt={state.retryAt} />
          )}
        </span>
        <Button variant="primary" onPress={onRestart}>
          <RotateCw aria-hidden="true" size={13} />
          {t('Reconnect Now')}
        </Button>
        <Button onPress={onStop}>{t('Stop')}</Button>
      </div>
    </section>
  );
}

function Countdown({ attempt, retryAt }: { readonly attempt: number; readonly retryAt: number }) {
  const seconds = useSecondsUntil(retryAt);
  const when = seconds === 0 ? t('Reconnecting…') : t('Reconnecting in {seconds} s', { seconds });
  return attempt > 1 ? t('{when}, attempt {attempt}', { when, attempt }) : when;
}

/** Half a second keeps the countdown from skipping a number. */
const tickMs = 500;

/** Whole seconds until a time of the wall clock, counting down to 0. */
function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((at - now) / 1000));
}
