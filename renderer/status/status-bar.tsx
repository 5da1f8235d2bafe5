import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import type { KeepaliveStatus } from '#contract/session/session.ts';
import type { KeepaliveChange } from '../window/actions/keepalive-change.ts';
import type { Pane } from '../window/state.ts';
import { KeepaliveControl } from './keepalive-control.tsx';
import { checkWords, lastContactWords, nullPacketWords, roundTripWords, unconfirmedWords } from './keepalive-words.ts';
import { Reserved } from './reserved.tsx';
import { Sparkline } from './sparkline.tsx';
import { StateMark } from './state-mark.tsx';
import { isStalled, standingOf, stateWords } from './state-words.ts';
import styles from './status-bar.module.css';
import { TunnelsMark } from './tunnels-mark.tsx';
import { useNow } from './use-now.ts';

interface StatusBarProps {
  readonly pane: Pane;
  /** The saved session that it was opened from, if it is still there. */
  readonly savedName: string | null;
  /** Sets the seconds between keepalives on the running session; resolves to why not, or null. */
  readonly setKeepalive: (change: KeepaliveChange) => Promise<string | null>;
  /** Connects again, in place: of use while the session does not answer. */
  readonly onRestart: () => void;
  readonly onShowTunnels: () => void;
  /** Stands beside the session's state. */
  readonly children?: ReactNode;
}

/**
 * One line under the terminal: how the session stands, and what keeps it open. What stands between the two gives way
 * from its left, whole items at a time, as far as the window, the font and the zoom ask for; the tab's tooltip tells it
 * all. Nothing moves as time goes by.
 */
export function StatusBar({ pane, savedName, setKeepalive, onRestart, onShowTunnels, children }: StatusBarProps) {
  const { session } = pane;
  const { keepalive } = session;
  const elapsedMs = useNow(pane.receivedAt) - pane.receivedAt;
  const isStalledNow = isStalled(session);
  return (
    <section className={`${styles.bar} ${isStalledNow ? styles.stalled : ''}`} aria-label={t('Session status')}>
      <span className={styles.state}>
        <StateMark standing={standingOf(session, elapsedMs)} />
        <span className={styles.words}>{stateWords(session, elapsedMs)}</span>
      </span>
      {children}
      {isStalledNow ? (
        <Stalled pane={pane} elapsedMs={elapsedMs} onRestart={onRestart} />
      ) : (
        <Facts pane={pane} elapsedMs={elapsedMs} />
      )}
      <TunnelsMark session={session} onPress={onShowTunnels} />
      <KeepaliveControl
        words={nullPacketWords(keepalive, elapsedMs)}
        longest={nullPacketWords(atFullInterval(keepalive), 0)}
        seconds={keepalive.intervalSeconds}
        isSuppressed={keepalive.suppressed}
        savedName={savedName}
        onApply={setKeepalive}
      />
    </section>
  );
}

interface FactsProps {
  readonly pane: Pane;
  readonly elapsedMs: number;
}

/** From right to left: the first is the last to give way. */
function Facts({ pane, elapsedMs }: FactsProps) {
  const { session, size } = pane;
  const { keepalive } = session;
  return (
    <span className={styles.facts}>
      <RoundTrips roundTripsMs={keepalive.roundTripsMs} />
      {session.state.kind === 'reconnecting' && keepalive.lastContactMs === null ? null : (
        <Reserved words={lastContactWords(keepalive, elapsedMs)} />
      )}
      <Reserved words={checkWords(keepalive)} />
      <span>{size === null ? '' : `${size.columns} × ${size.rows}`}</span>
    </span>
  );
}

/**
 * The same place while the server does not answer, so that nothing of the terminal is hidden and its size stays. The
 * session may come back by itself, and nothing is taken from it: keys still go to it. The health announcer tells screen
 * readers of it.
 */
function Stalled({ pane, elapsedMs, onRestart }: FactsProps & Pick<StatusBarProps, 'onRestart'>) {
  const { keepalive, profile } = pane.session;
  return (
    <section className={styles.rest} aria-label={t('No answer')}>
      <span className={styles.facts}>
        <Reserved words={lastContactWords(keepalive, elapsedMs)} />
        {keepalive.unconfirmedKeys > 0 ? <span>{unconfirmedWords(keepalive)}</span> : null}
        <span>{t('The session goes on if {host} answers again.', { host: profile.hostName })}</span>
      </span>
      <AriaButton className={styles.restart ?? ''} preventFocusOnPress onPress={onRestart}>
        {t('Restart Session')}
      </AriaButton>
    </section>
  );
}

/** How long the server took to answer, before and last; nothing until it was asked. */
function RoundTrips({ roundTripsMs }: Pick<KeepaliveStatus, 'roundTripsMs'>) {
  const last = roundTripsMs.at(-1);
  if (last === undefined) return null;
  return (
    <>
      <Reserved words={roundTripWords(last)} longest="000 ms" />
      <Sparkline roundTripsMs={roundTripsMs} />
    </>
  );
}

/** When the countdown is longest. */
const atFullInterval = (keepalive: KeepaliveStatus): KeepaliveStatus =>
  keepalive.nextInMs === null ? keepalive : { ...keepalive, nextInMs: keepalive.intervalSeconds * 1000 };
