import { useEffect, useRef, useState } from 'react';
import type { SessionId } from '#contract/session/session.ts';
import hidden from '../ui/hidden.module.css';
import type { Pane } from '../window/state.ts';
import { healthOf } from './health.ts';
import { turnWords } from './health-words.ts';
import { useHealthTurns } from './use-health-turns.ts';

interface HealthAnnouncerProps {
  readonly panes: readonly Pane[];
  /** The pane that has the keyboard. */
  readonly activeId: SessionId | null;
}

/** Tells screen readers, politely, when the health of any session turns: once each turn, never as time goes by. */
export function HealthAnnouncer({ panes, activeId }: HealthAnnouncerProps) {
  const [words, announce] = useState('');
  return (
    // Dialogs leave it within a screen reader's reach.
    <div className={hidden.hidden} role="status" data-react-aria-top-layer="true">
      {words}
      {panes.map((pane) => (
        <Turns key={pane.session.id} pane={pane} isActive={pane.session.id === activeId} onTurn={announce} />
      ))}
    </div>
  );
}

interface TurnsProps {
  readonly pane: Pane;
  readonly isActive: boolean;
  readonly onTurn: (words: string) => void;
}

/** Shows nothing; it calls back with a sentence on each turn of one session. */
function Turns({ pane, isActive, onTurn }: TurnsProps) {
  const { session } = pane;
  const health = healthOf(session, useHealthTurns([pane])(pane));
  const before = useRef(health);
  useEffect(() => {
    const from = before.current;
    // While it connects it has no health; what it had before still counts.
    if (health === null || health === from) return;
    before.current = health;
    // The panel under the terminal is an alert: it tells of the loss by itself, and why.
    if (from === null || (health === 'lost' && isActive)) return;
    const words = turnWords(session, from, health);
    if (words !== null) onTurn(words);
  }, [health, session, isActive, onTurn]);
  return null;
}
