import { Bell, Cable, KeyRound, X } from 'lucide-react';
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { Focusable, TooltipTrigger } from 'react-aria-components';
import { english, t } from '#contract/language/language.ts';
import { isAgentForwarded } from '../../status/agent-forwarded.ts';
import { SessionTooltip } from '../../status/session-tooltip.tsx';
import { StateMark } from '../../status/state-mark.tsx';
import { compareNeed, standingOf, stateWords } from '../../status/state-words.ts';
import { tunnelCount } from '../../status/tunnel-count.ts';
import { useHealthTurns } from '../../status/use-health-turns.ts';
import { Badge, badgeWords } from '../../ui/badge.tsx';
import { type FilledTab, nameOf, type Pane } from '../../window/state.ts';
import { RenameField } from './rename-field.tsx';
import styles from './tab-bar.module.css';
import { tabElementId, tabPanelId } from './tab-ids.ts';

interface TabSlotProps {
  readonly filled: FilledTab;
  readonly isActive: boolean;
  readonly isRenaming: boolean;
  readonly onSelect: () => void;
  readonly onClose: () => void;
  readonly onRenameBegin: () => void;
  readonly onRenameEnd: (name: string | null) => void;
  readonly onMenu: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onDragStart: (event: PointerEvent) => void;
}

/** As long as the system's own tooltips take: who only passes by is not stopped. */
const tooltipDelayMs = 700;

/** One tab with its close button, or the field that renames it. It is marked by the pane that needs its user most. */
export function TabSlot(props: TabSlotProps) {
  const { filled, isActive, isRenaming } = props;
  const { tab, focused, panes } = filled;
  const elapsedMs = useHealthTurns(panes);
  const name = nameOf(filled);
  if (isRenaming) {
    return (
      <div className={`${styles.slot} ${styles.active}`}>
        <RenameField name={name} onEnd={props.onRenameEnd} />
      </div>
    );
  }

  const handleAuxClick = (event: MouseEvent) => {
    if (event.button === 1) props.onClose();
  };
  const handleContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    props.onMenu();
  };
  const standing = (pane: Pane) => standingOf(pane.session, elapsedMs(pane));
  const worst = panes.toSorted((one, other) => compareNeed(standing(one), standing(other)))[0] ?? focused;
  const unread = (['bell', 'output'] as const).find((kind) => panes.some((pane) => pane.unread === kind)) ?? 'nothing';
  const isForwarding = panes.some(({ session }) => isAgentForwarded(session));
  const open = panes.flatMap(({ session }) => (session.state.kind === 'open' ? session : []));
  const x11 = open.find((session) => session.x11 !== null)?.x11 ?? null;
  const tunnels = tunnelCount({ forwards: open.flatMap(({ forwards }) => forwards), x11 });
  const spoken = [
    name,
    panes.length > 1 ? t('{count} panes', { count: panes.length }) : '',
    badgeWords(focused.session.profile),
    stateWords(worst.session, elapsedMs(worst)),
    isForwarding ? t('agent forwarded') : '',
    tunnels?.words ?? '',
    tunnels?.failed ?? '',
    unread === 'nothing' ? '' : t(unreadWords[unread]),
  ].filter((part) => part !== '');
  return (
    <div className={`${styles.slot} ${isActive ? styles.active : ''}`}>
      <TooltipTrigger delay={tooltipDelayMs} closeDelay={0}>
        <Focusable>
          <div
            role="tab"
            id={tabElementId(tab.id)}
            className={styles.tab}
            aria-label={spoken.join(', ')}
            aria-selected={isActive}
            aria-controls={isActive ? tabPanelId : undefined}
            tabIndex={isActive ? 0 : -1}
            onClick={props.onSelect}
            onAuxClick={handleAuxClick}
            onContextMenu={handleContextMenu}
            onDoubleClick={props.onRenameBegin}
            onKeyDown={props.onKeyDown}
            onPointerDown={props.onDragStart}
          >
            {unread === 'bell' ? <Bell aria-hidden="true" size={11} /> : <StateMark standing={standing(worst)} />}
            <Badge {...focused.session.profile} />
            <span className={styles.name}>{name}</span>
            {panes.length > 1 ? <span className={styles.count}>{panes.length}</span> : null}
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
        <SessionTooltip pane={worst} />
      </TooltipTrigger>
      <button
        type="button"
        className={styles.close}
        tabIndex={-1}
        aria-label={t('Close {name}', { name })}
        onClick={props.onClose}
      >
        <X aria-hidden="true" size={12} />
      </button>
    </div>
  );
}

const unreadWords: Readonly<Record<Exclude<Pane['unread'], 'nothing'>, string>> = english({
  output: 'new output',
  bell: 'bell',
});
