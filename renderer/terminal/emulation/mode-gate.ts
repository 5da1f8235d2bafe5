import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';
import { type BorrowedParams, coreOf } from './core.ts';
import { initialModes } from './initial-modes.ts';

const mouseModes = [9, 1000, 1002, 1003];
const alternateScreens = [47, 1047, 1049];
const bracketedPaste = 2004;
const cursorBlink = 12;

/** A number that no private mode has. */
const noMode = 0;

/** Keeps the server from private modes (DECSET, DECRST, DECKPAM, DECKPNM) that the Features panel disables. */
export function gateModes(terminal: Terminal, profile: Profile): TerminalPart {
  const core = coreOf(terminal);
  let features = profile;

  const isRefused = (mode: number, isSet: boolean): boolean => {
    if (mode === 1) return features.noApplicationCursorKeys;
    if (mode === 66) return features.noApplicationKeypad;
    // The Appearance panel has it, as in PuTTY: what most programs end with (cnorm of terminfo) would switch it off for good.
    if (mode === cursorBlink) return true;
    // What was set before is taken back all the same.
    if (mouseModes.includes(mode)) return isSet && features.noMouseReporting;
    if (mode === bracketedPaste) return isSet && features.noBracketedPaste;
    if (!alternateScreens.includes(mode) || !features.noAlternateScreen) return false;
    return isSet || terminal.buffer.active.type === 'normal';
  };
  const filter =
    (isSet: boolean) =>
    ({ params, length }: BorrowedParams) => {
      for (let at = 0; at < length; at += 1) if (isRefused(params[at] ?? noMode, isSet)) params[at] = noMode;
      return false;
    };
  const handlers = [
    core.registerCsiHandler({ prefix: '?', final: 'h' }, filter(true)),
    core.registerCsiHandler({ prefix: '?', final: 'l' }, filter(false)),
    terminal.parser.registerEscHandler({ final: '=' }, () => features.noApplicationKeypad),
    terminal.parser.registerEscHandler({ final: '>' }, () => features.noApplicationKeypad),
  ];

  /** What a program has set already and may not any more. */
  const takeBack = (before: Profile) => {
    const isNew = (key: keyof Profile) => features[key] === true && before[key] !== true;
    const { applicationCursorKeys, applicationKeypad } = initialModes(features);
    const modes = core.coreService.decPrivateModes;
    if (isNew('noApplicationCursorKeys')) modes.applicationCursorKeys = applicationCursorKeys;
    if (isNew('noApplicationKeypad')) modes.applicationKeypad = applicationKeypad;
    if (isNew('noMouseReporting')) terminal.write(`\u001b[?${mouseModes.join(';')}l`);
    if (isNew('noBracketedPaste')) terminal.write(`\u001b[?${bracketedPaste}l`);
    if (isNew('noAlternateScreen')) terminal.write('\u001b[?1049l');
  };

  return {
    apply: (next) => {
      const before = features;
      features = next;
      takeBack(before);
    },
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };
}
