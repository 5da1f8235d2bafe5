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
  const { phase, stop } = state;
  const name = stop === undefined ? hostName : `${stop.name} (${stop.number} of ${stop.of})`;
  switch (phase) {
    case 'resolving':
      return `Looking up ${name}…`;
    case 'tcp':
      return stop === undefined ? `Connecting to ${name}, port ${portNumber}…` : `Connecting to ${name}…`;
    case 'proxy':
      return `Waiting for the proxy to reach ${name}…`;
    case 'handshake':
      return `Exchanging keys with ${name}…`;
    case 'login':
      return `Logging in to ${name}…`;
  }
}
