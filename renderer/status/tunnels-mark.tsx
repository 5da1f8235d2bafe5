import { Button } from 'react-aria-components';
import type { ForwardStatus } from '#contract/forward.ts';
import styles from './tunnels-mark.module.css';

interface TunnelsMarkProps {
  readonly forwards: readonly ForwardStatus[];
  readonly onPress: () => void;
}

/** How many tunnels the session has, and whether they are well; pressed, it shows them. Nothing where there is none. */
export function TunnelsMark({ forwards, onPress }: TunnelsMarkProps) {
  if (forwards.length === 0) return null;
  const failed = forwards.filter(({ state }) => state.kind === 'failed').length;
  const words = forwards.length === 1 ? '1 tunnel' : `${forwards.length} tunnels`;
  return (
    // The keyboard stays with the terminal.
    <Button className={styles.mark ?? ''} preventFocusOnPress onPress={onPress}>
      {words}
      {failed === 0 ? null : <span className={styles.failed}>, {failed} failed</span>}
    </Button>
  );
}
