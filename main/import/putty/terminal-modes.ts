import { automaticModes, isKeyMode, isTerminalMode } from '#contract/settings/terminal-modes.ts';
import { parsePuttyList } from './lists.ts';
import { changing, type Special } from './special.ts';

/**
 * `A` is automatic, as a mode is that is not there; `N` is not sent, as most are not in any case; a value follows a `V`,
 * and none at all is off.
 */
export const terminalModes: Special = {
  keys: ['TerminalModes'],
  read: (keys) => {
    const isOwn = ([name, value]: readonly [string, string]) =>
      value === 'N' ? automaticModes.some((mode) => mode === name) : value !== 'A';
    const off = (name: string) => (isTerminalMode(name) && isKeyMode(name) ? 'none' : 'no');
    const listed = parsePuttyList(keys('TerminalModes') ?? '').filter(isOwn);
    return changing({
      terminalModes: listed.map(([name, value]) => ({ name, value: value === 'V' ? off(name) : value.slice(1) })),
    });
  },
};
