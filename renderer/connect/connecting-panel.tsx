import { t } from '#contract/language/language.ts';
import type { SessionState } from '#contract/session/session.ts';
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
    <section className={styles.connecting} aria-label={t('Connecting')}>
      <span className={styles.spinner} aria-hidden="true" />
      <div className={styles.what} role="status">
        {connectingWords(state, hostName, portNumber)}
      </div>
      <div className={styles.actions}>
        <Button onPress={onCancel}>{t('Cancel')}</Button>
      </div>
    </section>
  );
}

/** What is being done now, as a sentence. */
function connectingWords(state: ConnectingState, hostName: string, portNumber: number): string {
  if (state.kind === 'authenticating') return t('Logging in to {name}…', { name: hostName });
  const { phase, stop } = state;
  const name =
    stop === undefined
      ? hostName
      : t('{name} ({number} of {of})', { name: stop.name, number: stop.number, of: stop.of });
  switch (phase) {
    case 'resolving':
      return t('Looking up {name}…', { name });
    case 'tcp':
      return stop === undefined
        ? t('Connecting to {name}, port {port}…', { name, port: portNumber })
        : t('Connecting to {name}…', { name });
    case 'proxy':
      return t('Waiting for the proxy to reach {name}…', { name });
    case 'handshake':
      return t('Exchanging keys with {name}…', { name });
    case 'login':
      return t('Logging in to {name}…', { name });
  }
}
