import { lastContactWords } from '../status/keepalive-words.ts';
import { StateMark } from '../status/state-mark.tsx';
import { useNow } from '../status/use-now.ts';
import type { Tab } from '../tabs/state.ts';
import { Button } from '../ui/button.tsx';
import styles from './connect.module.css';

interface StalledPanelProps {
  readonly tab: Tab;
  readonly onRestart: () => void;
}

/**
 * Over the upper edge of the terminal, away from the line that is typed in, while the server does not answer. The
 * session may come back by itself, so nothing is taken from it: keys still go to it. The health announcer tells screen
 * readers of it.
 */
export function StalledPanel({ tab, onRestart }: StalledPanelProps) {
  const { profile, keepalive } = tab.session;
  const elapsedMs = useNow(tab.receivedAt) - tab.receivedAt;
  return (
    <section className={styles.stalled} aria-label="No answer">
      <StateMark standing="stalled" />
      <div className={styles.what}>
        {profile.hostName} does not answer.{' '}
        <span className={styles.ago}>{lastContactWords(keepalive, elapsedMs)}.</span> The session goes on if it answers
        again.
      </div>
      <div className={styles.actions}>
        <Button onPress={onRestart}>Restart Session</Button>
      </div>
    </section>
  );
}
