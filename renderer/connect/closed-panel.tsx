import { RotateCw } from 'lucide-react';
import type { CloseReason } from '#contract/session.ts';
import { StateMark } from '../status/state-mark.tsx';
import { Button } from '../ui/button.tsx';
import { closeWords } from './close-words.ts';
import styles from './connect.module.css';

interface ClosedPanelProps {
  readonly hostName: string;
  readonly reason: CloseReason;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly onRestart: () => void;
  readonly onClose: () => void;
}

/** Under the terminal of a session that has ended: what happened, and how to go on. */
export function ClosedPanel({ hostName, reason, at, onRestart, onClose }: ClosedPanelProps) {
  const { title, details } = closeWords(reason, hostName, at);
  return (
    <section className={styles.closed} aria-label="Session ended">
      <StateMark standing={reason.kind === 'lost' || reason.kind === 'refused' ? 'lost' : 'ended'} />
      <div className={styles.what} role="alert">
        <strong>{title}</strong>
        {details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
      </div>
      <div className={styles.actions}>
        <Button variant="primary" onPress={onRestart}>
          <RotateCw aria-hidden="true" size={13} />
          Restart Session
        </Button>
        <Button onPress={onClose}>Close Tab</Button>
      </div>
    </section>
  );
}
