import { Maximize2, Minimize2, X } from 'lucide-react';
import { type PointerEvent, useState } from 'react';
import { t } from '#contract/language/language.ts';
import { StateMark } from '../../status/state-mark.tsx';
import { standingOf, stateWords } from '../../status/state-words.ts';
import { useHealthTurns } from '../../status/use-health-turns.ts';
import { Badge } from '../../ui/badge.tsx';
import { followPointer } from '../../ui/pointer-drag.ts';
import type { Services } from '../../window/services.ts';
import { type Pane, type ShellState, tabOf } from '../../window/state.ts';
import type { Rectangle } from '../bar/pane-target.ts';
import { tabTargetAt } from '../bar/tab-target.ts';
import { membersOf, receives } from '../broadcast.ts';
import { DropHint } from '../drop-hint.tsx';
import styles from './pane-title.module.css';

interface PaneTitleProps {
  readonly services: Services;
  readonly state: ShellState;
  readonly pane: Pane;
  readonly isFocused: boolean;
}

/**
 * One slim line over a pane that shares its tab: whose it is, how it does, and what makes it larger or closes it. Dragged
 * onto the row of tabs, its pane gets a tab of its own.
 */
export function PaneTitle({ services, state, pane, isFocused }: PaneTitleProps) {
  const { actions, views } = services;
  /** Where its pane would become a tab. */
  const [hint, setHint] = useState<Rectangle | null>(null);
  const { session, titles } = pane;
  const elapsedMs = useHealthTurns([pane])(pane);
  const isZoomed = tabOf(state, session.id)?.isZoomed === true;
  const Zoom = isZoomed ? Minimize2 : Maximize2;
  const startDrag = (down: PointerEvent) => {
    if (down.button !== 0 || (down.target instanceof Element && down.target.closest('button') !== null)) return;
    followPointer(down, {
      onMove: (at) => setHint(tabTargetAt(at)?.line ?? null),
      onDrop: (at) => {
        const target = tabTargetAt(at);
        if (target !== null) actions.movePaneToTab(session.id, target.index);
      },
      // The press took the keyboard from the terminal.
      onEnd: () => {
        setHint(null);
        views.get(session.id)?.focus();
      },
    });
  };
  return (
    <div className={`${styles.title} ${isFocused ? styles.focused : ''}`} onPointerDown={startDrag}>
      <span className={styles.mark} title={stateWords(session, elapsedMs)}>
        <StateMark standing={standingOf(session, elapsedMs)} />
      </span>
      <Badge {...session.profile} />
      <span className={styles.name}>{session.name}</span>
      <span className={styles.program}>{titles.title === session.name ? '' : titles.title}</span>
      {membersOf(state).includes(session.id) ? (
        <span className={styles.broadcast}>{t(receives(pane) ? 'Broadcast' : 'Not typed to')}</span>
      ) : null}
      <button
        type="button"
        className={styles.button}
        aria-label={t(isZoomed ? 'Show all panes beside {name}' : 'Zoom {name}', { name: session.name })}
        aria-pressed={isZoomed}
        onClick={() => actions.perform({ kind: 'zoom-pane' })}
      >
        <Zoom aria-hidden="true" size={11} />
      </button>
      <button
        type="button"
        className={styles.button}
        aria-label={t('Close pane {name}', { name: session.name })}
        onClick={() => actions.closePanes([session.id])}
      >
        <X aria-hidden="true" size={12} />
      </button>
      <DropHint place={hint} />
    </div>
  );
}
