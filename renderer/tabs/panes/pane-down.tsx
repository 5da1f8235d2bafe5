import { ClosedPanel } from '../../connect/closed-panel.tsx';
import { ReconnectingPanel } from '../../connect/reconnecting-panel.tsx';
import { savedSessionOf } from '../../window/actions/keepalive-change.ts';
import type { Services } from '../../window/services.ts';
import type { Pane, ShellState } from '../../window/state.ts';

interface PaneDownProps {
  readonly actions: Services['actions'];
  readonly saved: ShellState['saved'];
  readonly session: Pane['session'];
  /** Its tab holds nothing else. */
  readonly isAlone: boolean;
  readonly onCancelConnecting: () => void;
}

/** What is said under the terminal of a session that has no connection, and what can be done about it. */
export function PaneDown({ actions, saved, session, isAlone, onCancelConnecting }: PaneDownProps) {
  const { id, state } = session;
  const { hostName } = session.profile;
  const restart = () => actions.restart(id);
  if (state.kind === 'reconnecting') {
    return <ReconnectingPanel hostName={hostName} state={state} onRestart={restart} onStop={onCancelConnecting} />;
  }
  if (state.kind !== 'closed') return null;
  return (
    <ClosedPanel
      hostName={hostName}
      reason={state.reason}
      at={state.at}
      onRestart={restart}
      savedName={savedSessionOf({ saved }, session)?.name ?? null}
      onRestartWith={(change) => actions.restartWith(id, change)}
      closes={isAlone ? 'tab' : 'pane'}
      onClose={() => actions.closePanes([id])}
    />
  );
}
