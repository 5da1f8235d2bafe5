import { X } from 'lucide-react';
import { t } from '#contract/language/language.ts';
import { Button } from '../ui/button.tsx';
import styles from './notices.module.css';
import type { Notice } from './state.ts';

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly onDismiss: (key: number) => void;
}

/** What belongs to no session, in the upper corner, until it is dismissed. Dialogs leave it within reach. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  return (
    <div className={styles.notices} role="status" data-react-aria-top-layer="true">
      {notices.map(({ key, text }) => (
        <div className={styles.notice} key={key}>
          <span>{text}</span>
          <Button variant="quiet" aria-label={t('Dismiss')} onPress={() => onDismiss(key)}>
            <X aria-hidden="true" size={14} />
          </Button>
        </div>
      ))}
    </div>
  );
}
