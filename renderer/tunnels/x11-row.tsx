import { ArrowRight } from 'lucide-react';
import type { X11Status } from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
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
          <strong>{t('X11')}</strong> <span>{t('programs at the server')}</span>
          <ArrowRight role="img" aria-label={t('to')} size={14} />
          <span>
            {state.kind === 'on'
              ? t('the display {display}', { display: state.display })
              : t('the display of this computer')}
          </span>
        </div>
        <div className={stateStyles[state.kind]}>{x11StateWords(state)}</div>
        <div className={styles.counts}>{countWords(x11)}</div>
      </div>
    </li>
  );
}
