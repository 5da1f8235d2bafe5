import type { Bridge } from '#contract/channels/channels.ts';
import type { WindowBehaviour } from '#contract/window.ts';
import { activePane, type ShellState } from './state.ts';
import type { Shell } from './store.ts';

/** Gives the window what the session in front wants of it; the returned function ends that. */
export function followBehaviour(bridge: Pick<Bridge, 'command'>, { store }: Pick<Shell, 'store'>): () => void {
  let told = ordinary;
  const tell = (state: ShellState) => {
    const wanted = behaviourOf(state);
    if (wanted.isResizable === told.isResizable && wanted.isAlwaysOnTop === told.isAlwaysOnTop) return;
    told = wanted;
    bridge.command('window.behaviour', wanted);
  };
  return store.subscribe(tell);
}

/** Without a session, and as a window opens. */
const ordinary: WindowBehaviour = { isResizable: true, isAlwaysOnTop: false };

function behaviourOf(state: ShellState): WindowBehaviour {
  const profile = activePane(state)?.session.profile;
  if (profile === undefined) return ordinary;
  return { isResizable: profile.resizeEffect !== 'forbid', isAlwaysOnTop: profile.alwaysOnTop };
}
