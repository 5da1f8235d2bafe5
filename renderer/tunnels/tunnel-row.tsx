import { ArrowRight } from 'lucide-react';
import type { ForwardStatus } from '#contract/forwards/forward.ts';
import { puttyText } from '#contract/forwards/forward-notation.ts';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import { countWords, forwardStateWords, goesTo, kindWords, listensOn } from './tunnel-words.ts';
import styles from './tunnels-dialog.module.css';

interface TunnelRowProps {
  readonly status: ForwardStatus;
  readonly onRemove: () => void;
}

/** One forward: where from and to, how it stands, what went through it. */
export function TunnelRow({ status, onRemove }: TunnelRowProps) {
  const { forward, state } = status;
  return (
    <li className={styles.row}>
      <div className={styles.facts}>
        <div className={styles.way}>
          <strong>{t(kindWords[forward.kind])}</strong> <span>{listensOn(forward, state)}</span>
          <ArrowRight role="img" aria-label={t('to')} size={14} />
          <span>{goesTo(forward)}</span>
        </div>
        <div className={styles[state.kind]}>{forwardStateWords(state)}</div>
        <div className={styles.counts}>{countWords(status)}</div>
      </div>
      <Button aria-label={t('Remove {name}', { name: puttyText(forward) })} onPress={onRemove}>
        {t('Remove')}
      </Button>
    </li>
  );
}
