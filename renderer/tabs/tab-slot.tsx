import { Bell, Cable, KeyRound, X } from 'lucide-react';
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { Focusable, TooltipTrigger } from 'react-aria-components';
import { isAgentForwarded } from '../status/agent-forwarded.ts';
import { SessionTooltip } from '../status/session-tooltip.tsx';
import { StateMark } from '../status/state-mark.tsx';
import { standingOf, stateWords } from '../status/state-words.ts';
import { tunnelCount } from '../status/tunnel-count.ts';
import { useHealthTurns } from '../status/use-health-turns.ts';
import { Badge, badgeWords } from '../ui/badge.tsx';
import { RenameField } from './rename-field.tsx';
import type { Tab } from './state.ts';
import styles from './tab-bar.module.css';
import { tabElementId, tabPanelId } from './tab-ids.ts';

interface TabSlotProps {
  readonly tab: Tab;
  readonly isActive: boolean;
  readonly isRenaming: boolean;
  readonly onSelect: () => void;
  readonly onClose: () => void;
  readonly onRenameBegin: () => void;
  readonly onRenameEnd: (name: string | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onDragStart: (event: PointerEvent) => void;
}

/** As long as the system's own tooltips take: who only passes by is not stopped. */
const tooltipDelayMs = 700;

/** One tab with its close button, or the field that renames it. */
export function TabSlot(props: TabSlotProps) {
  const { tab, isActive, isRenaming } = props;
  const { session, unread } = tab;
  const elapsedMs = useHealthTurns(tab);
  if (isRenaming) {
    return (
      <div className={`${styles.slot} ${styles.active}`}>
        <RenameField name={session.name} onEnd={props.onRenameEnd} />
      </div>
    );
  }

  const handleAuxClick = (event: MouseEvent) => {
    if (event.button === 1) props.onClose();
  };
  const isForwarding = isAgentForwarded(session);
  const tunnels = session.state.kind === 'open' ? tunnelCount(session) : null;
  const spoken = [
    session.name,
    badgeWords(session.profile),
    stateWords(session, elapsedMs),
    isForwarding ? forwardingWords : '',
    tunnels?.words ?? '',
    tunnels?.failed ?? '',
    unreadWords[unread],
  ].filter((part) => part !== '');
  return (
    <div className={`${styles.slot} ${isActive ? styles.active : ''}`}>
      <TooltipTrigger delay={tooltipDelayMs} closeDelay={0}>
        <Focusable>
          <div
            role="tab"
            id={tabElementId(session.id)}
            className={styles.tab}
            aria-label={spoken.join(', ')}
            aria-selected={isActive}
            aria-controls={isActive ? tabPanelId : undefined}
            tabIndex={isActive ? 0 : -1}
            onClick={props.onSelect}
            onAuxClick={handleAuxClick}
            onDoubleClick={props.onRenameBegin}
            onKeyDown={props.onKeyDown}
            onPointerDown={props.onDragStart}
          >
            {unread === 'bell' ? (
              <Bell aria-hidden="true" size={11} />
            ) : (
              <StateMark standing={standingOf(session, elapsedMs)} />
            )}
            <Badge {...session.profile} />
            <span className={styles.name}>{session.name}</span>
            {isForwarding ? <KeyRound aria-hidden="true" size={12} className={styles.forwarding} /> : null}
            {tunnels === null ? null : (
              <Cable
                aria-hidden="true"
                size={12}
                className={tunnels.failed === '' ? styles.tunnels : styles.failedTunnels}
              />
            )}
            {unread === 'nothing' ? null : <span className={styles.unread} />}
          </div>
        </Focusable>
        <SessionTooltip tab={tab} />
      </TooltipTrigger>
      <button
        type="button"
        className={styles.close}
        tabIndex={-1}
        aria-label={`Close ${session.name}`}
        onClick={props.onClose}
      >
        <X aria-hidden="true" size={12} />
      </button>
    </div>
  );
}

const forwardingWords = 'agent forwarded';
const unreadWords: Readonly<Record<Tab['unread'], string>> = { nothing: '', output: 'new output', bell: 'bell' };
