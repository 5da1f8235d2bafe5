import type { SessionState } from '#contract/session.ts';
import { Button } from '../ui/button.tsx';
import styles from './connect.module.css';

type ConnectingState = Extract<SessionState, { readonly kind: 'connecting' | 'authenticating' }>;

interface ConnectingPanelProps {
  readonly hostName: string;
  readonly portNumber: number;
  readonly state: ConnectingState;
  readonly onCancel: () => void;
}

/** Over the lower edge of the terminal while a session connects: how far it is. */
export function ConnectingPanel({ hostName, portNumber, state, onCancel }: ConnectingPanelProps) {
  return (
    <section className={styles.connecting} aria-label="Connecting">
      <span className={styles.spinner} aria-hidden="true" />
      <div className={styles.what} role="status">
        {connectingWords(state, hostName, portNumber)}
      </div>
      <div className={styles.actions}>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </section>
  );
}

/** What is being done now, as a sentence. */
function connectingWords(state: ConnectingState, hostName: string, portNumber: number): string {
  if (state.kind === 'authenticating') return `Logging in to ${hostName}…`;
  switch (state.phase) {
    case 'resolving':
      return `Looking up ${hostName}…`;
    case 'tcp':
      return `Connecting to ${hostName}, port ${portNumber}…`;
    case 'handshake':
      return `Exchanging keys with ${hostName}…`;
  }
}
