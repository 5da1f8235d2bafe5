import { RadioTower } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import styles from './broadcast-mark.module.css';

interface BroadcastMarkProps {
  readonly words: string;
  readonly onStop: () => void;
}

/** In the status bar while what is typed goes to several panes; a press ends that. */
export function BroadcastMark({ words, onStop }: BroadcastMarkProps) {
  return (
    <AriaButton className={styles.mark ?? ''} aria-label={t('{words}. Stop broadcasting', { words })} onPress={onStop}>
      <RadioTower aria-hidden="true" size={13} />
      <span className={styles.words}>{words}</span>
      <span className={styles.stop}>{t('Stop')}</span>
    </AriaButton>
  );
}
