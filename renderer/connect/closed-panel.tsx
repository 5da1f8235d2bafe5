import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { t } from '#contract/language/language.ts';
import type { CloseReason } from '#contract/session/session.ts';
import { SaveToo } from '../status/save-too.tsx';
import { StateMark } from '../status/state-mark.tsx';
import { Button } from '../ui/button.tsx';
import type { KeepaliveChange } from '../window/actions/keepalive-change.ts';
import { closeWords } from './close-words.ts';
import styles from './connect.module.css';

interface ClosedPanelProps {
  readonly hostName: string;
  readonly reason: CloseReason;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly onRestart: () => void;
  /** The saved session that the remedy can be kept in; null if there is none. */
  readonly savedName: string | null;
  /** Restarts with other seconds between keepalives. */
  readonly onRestartWith: (change: KeepaliveChange) => void;
  /** What its last button closes. */
  readonly closes: 'tab' | 'pane';
  readonly onClose: () => void;
}

/** Under the terminal of a session that has ended: what happened, and how to go on. */
export function ClosedPanel(props: ClosedPanelProps) {
  const { hostName, reason, at, savedName, onRestart, onRestartWith, closes, onClose } = props;
  const [isSaved, setSaved] = useState(false);
  const remedy = 'verdict' in reason ? reason.verdict?.remedy : undefined;
  return (
    <section className={styles.closed} aria-label={t('Session ended')}>
      <StateMark standing={reason.kind === 'lost' || reason.kind === 'refused' ? 'lost' : 'ended'} />
      <CloseMessage hostName={hostName} reason={reason} at={at} />
      {remedy?.kind === 'set-keepalive' && savedName !== null ? (
        <div className={styles.keep}>
          <SaveToo name={savedName} isSelected={isSaved} onChange={setSaved} />
        </div>
      ) : null}
      <div className={styles.actions}>
        <span className={styles.evidence}>{t('Or press Enter.')}</span>
        {remedy?.kind === 'set-keepalive' ? (
          <Button variant="primary" onPress={() => onRestartWith({ seconds: remedy.seconds, isSaved })}>
            {t('Set Keepalives to {seconds} s and Restart', { seconds: remedy.seconds })}
          </Button>
        ) : null}
        <Button variant={remedy?.kind === 'set-keepalive' ? 'plain' : 'primary'} onPress={onRestart}>
          <RotateCw aria-hidden="true" size={13} />
          {t('Restart Session')}
        </Button>
        <Button onPress={onClose}>{t(closes === 'tab' ? 'Close Tab' : 'Close Pane')}</Button>
      </div>
    </section>
  );
}

type CloseMessageProps = Pick<ClosedPanelProps, 'hostName' | 'reason' | 'at'>;

/** What happened, why, and what that rests on; announced as it appears. */
export function CloseMessage({ hostName, reason, at }: CloseMessageProps) {
  const { title, details, sureness, evidence } = closeWords(reason, hostName, at);
  return (
    <div className={styles.what} role="alert">
      <strong>{title}</strong>
      {details.map((detail) => (
        <p key={detail}>
          {sureness === null ? null : <span className={styles.sureness}>{sureness}</span>} {detail}
        </p>
      ))}
      {evidence.length > 0 ? <p className={styles.evidence}>{evidence.join(' ')}</p> : null}
    </div>
  );
}
