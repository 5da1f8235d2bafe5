import { ArrowRight } from 'lucide-react';
import type { X11Status } from '#contract/forward.ts';
import { countWords, x11StateWords } from './tunnel-words.ts';
import styles from './tunnels-dialog.module.css';

const stateStyles = { waiting: styles.waiting, on: styles.listening, failed: styles.failed } as const;

/** X11 forwarding among the tunnels; it comes with the session's settings, and goes with them. */
export function X11Row({ x11 }: { readonly x11: X11Status }) {
  const { state } = x11;
  return (
    <li className={styles.row}>
      <div className={styles.facts}>
        <div className={styles.way}>
          <strong>X11</strong> <span>programs at the server</span>
          <ArrowRight role="img" aria-label="to" size={14} />
          <span>{state.kind === 'on' ? `the display ${state.display}` : 'the display of this computer'}</span>
        </div>
        <div className={stateStyles[state.kind]}>{x11StateWords(state)}</div>
        <div className={styles.counts}>{countWords(x11)}</div>
      </div>
    </li>
  );
}
