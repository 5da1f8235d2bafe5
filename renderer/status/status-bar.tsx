import type { Tab } from '../tabs/state.ts';
import { KeepaliveControl } from './keepalive-control.tsx';
import { lastContactWords, nullPacketWords } from './keepalive-words.ts';
import { StateMark } from './state-mark.tsx';
import { standingOf, stateWords } from './state-words.ts';
import styles from './status-bar.module.css';
import { useNow } from './use-now.ts';

interface StatusBarProps {
  readonly tab: Tab;
  /** Sets the seconds between keepalives on the running session; resolves to why not, or null. */
  readonly setKeepalive: (seconds: number) => Promise<string | null>;
}

/** One line under the terminal: how the session stands, and what keeps it open. */
export function StatusBar({ tab, setKeepalive }: StatusBarProps) {
  const { keepalive } = tab.session;
  const elapsedMs = useNow(tab.receivedAt) - tab.receivedAt;
  return (
    <section className={styles.bar} aria-label="Session status">
      <span className={styles.state}>
        <StateMark standing={standingOf(tab.session)} />
        {stateWords(tab.session)}
      </span>
      <KeepaliveControl
        words={nullPacketWords(keepalive, elapsedMs)}
        seconds={keepalive.intervalSeconds}
        isSuppressed={keepalive.suppressed}
        onApply={setKeepalive}
      />
      <span className={styles.contact}>{lastContactWords(keepalive, elapsedMs)}</span>
      <span className={styles.size}>{tab.size === null ? '' : `${tab.size.columns} × ${tab.size.rows}`}</span>
    </section>
  );
}
