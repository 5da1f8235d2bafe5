import type { Bridge } from '#contract/channels/channels.ts';
import { durationWords } from '#contract/language/duration.ts';
import { t } from '#contract/language/language.ts';
import type { SessionId } from '#contract/session/session.ts';
import type { EndedCommand } from '../terminal/shell/shell-marks.ts';
import { type ShellState, tabOf } from './state.ts';

/** Tells on the desktop of a command that has ended, if it took long enough and its tab isn't seen. */
export function noticeOf(bridge: Bridge, state: () => ShellState) {
  return (id: SessionId, command: EndedCommand): void => {
    const least = state().panes.get(id)?.session.profile.commandNotifySeconds ?? 0;
    if (least === 0 || command.seconds < least || isSeen(state(), id)) return;
    bridge.command('session.notify', { id, text: commandWords(command) });
  };
}

/** A window in the background may be seen as well, but the user looks at another one. */
export const isSeen = (state: ShellState, id: SessionId) => {
  const tab = tabOf(state, id);
  return tab !== null && tab.id === state.activeId && document.hasFocus();
};

/** "The command failed with exit status 2, after 3 min 20 s." */
export function commandWords({ seconds, exitStatus }: EndedCommand): string {
  const time = durationWords(seconds);
  return exitStatus === null || exitStatus === 0
    ? t('The command has ended, after {time}.', { time })
    : t('The command failed with exit status {exitStatus}, after {time}.', { exitStatus, time });
}
