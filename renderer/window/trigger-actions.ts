import type { Bridge } from '#contract/channels/channels.ts';
import type { SessionId } from '#contract/session/session.ts';
import { asksFirst, type RunSnippet } from '../snippets/run-snippet.ts';
import { cleanTitle } from '../terminal/emulation/titles.ts';
import type { Triggered } from '../terminal/rules/triggers.ts';
import { isSeen } from './command-notices.ts';
import type { ShellState } from './state.ts';

interface TriggerOptions {
  readonly bridge: Bridge;
  readonly state: () => ShellState;
  readonly runSnippet: RunSnippet;
}

/** Does what a rule says of a line that it found. */
export function triggerActions({ bridge, state, runSnippet }: TriggerOptions) {
  return (id: SessionId, { line, notify, snippet }: Triggered): void => {
    const pane = state().panes.get(id);
    if (pane === undefined) return;
    if (notify && !isSeen(state(), id)) bridge.command('session.notify', { id, text: cleanTitle(line) });
    // What asks first would take the keyboard away from who is typing.
    if (snippet !== '' && !asksFirst(pane.session.profile, snippet)) void runSnippet(id, snippet);
  };
}
