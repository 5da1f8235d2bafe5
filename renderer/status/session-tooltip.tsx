import { Tooltip } from 'react-aria-components';
import { t } from '#contract/language/language.ts';
import { badgeWords } from '../ui/badge.tsx';
import type { Pane } from '../window/state.ts';
import { isAgentForwarded } from './agent-forwarded.ts';
import { healthLines } from './health-words.ts';
import { Reserved } from './reserved.tsx';
import { securityLines } from './security-words.ts';
import styles from './session-tooltip.module.css';
import { tunnelCount } from './tunnel-count.ts';
import { useNow } from './use-now.ts';

/** How a session does, in words: shown while its tab is pointed at, or has the focus of the keyboard. */
export function SessionTooltip({ pane }: { readonly pane: Pane }) {
  return (
    <Tooltip placement="bottom start" offset={2} className={styles.tooltip ?? ''}>
      <SessionLines pane={pane} />
    </Tooltip>
  );
}

/** Counts only while it is shown. */
function SessionLines({ pane: { session, titles, receivedAt } }: { readonly pane: Pane }) {
  const mark = badgeWords(session.profile);
  const tunnels = tunnelCount(session);
  const elapsedMs = useNow(receivedAt) - receivedAt;
  return (
    <>
      <div className={styles.name}>{session.name}</div>
      {titles.title === '' ? null : <div>{titles.title}</div>}
      {mark === '' ? null : <div className={styles.fact}>{t('Marked {mark}', { mark })}</div>}
      {session.through === '' ? null : (
        <div className={styles.fact}>{t('Through {through}', { through: session.through })}</div>
      )}
      {healthLines(session, elapsedMs).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place, its words count
        <div key={index} className={styles.fact}>
          <Reserved words={line} />
        </div>
      ))}
      {session.state.kind === 'open' && session.negotiated !== null
        ? securityLines(session.negotiated).map((line) => (
            <div key={line} className={styles.fact}>
              {line}
            </div>
          ))
        : null}
      {tunnels === null ? null : (
        <div className={styles.fact}>
          {t('Forwards {tunnels}', { tunnels: tunnels.words })}
          {tunnels.failed === '' ? '' : `, ${tunnels.failed}`}
        </div>
      )}
      {isAgentForwarded(session) ? (
        <div className={styles.fact}>{t('Your agent is forwarded to the server')}</div>
      ) : null}
    </>
  );
}
