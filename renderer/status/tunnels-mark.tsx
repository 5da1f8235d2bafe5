import { Button } from 'react-aria-components';
import type { SessionSnapshot } from '#contract/session/session.ts';
import { tunnelCount } from './tunnel-count.ts';
import styles from './tunnels-mark.module.css';

interface TunnelsMarkProps {
  readonly session: Pick<SessionSnapshot, 'forwards' | 'x11'>;
  readonly onPress: () => void;
}

/** How many tunnels the session has, and whether they are well; pressed, it shows them. Nothing where there is none. */
export function TunnelsMark({ session, onPress }: TunnelsMarkProps) {
  const count = tunnelCount(session);
  if (count === null) return null;
  return (
    // The keyboard stays with the terminal.
    <Button className={styles.mark ?? ''} preventFocusOnPress onPress={onPress}>
      {count.words}
      {count.failed === '' ? null : <span className={styles.failed}>, {count.failed}</span>}
    </Button>
  );
}
