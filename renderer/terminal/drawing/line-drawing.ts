import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';

/** Intermediates of `ESC ( 0` to `ESC + 0`, which put DEC's line drawing into G0 to G3 (xterm's ctlseqs, SCS). */
const graphicSets = ['(', ')', '*', '+'] as const;

/**
 * "Enable VT100 line drawing even in UTF-8 mode": where it is off, a program's wish for line drawing in place of letters
 * is not heard while the session speaks UTF-8, which has characters for lines.
 */
export function filterLineDrawing(terminal: Terminal, profile: Profile): TerminalPart {
  let isUnheard = false;
  const apply = ({ characterSet, utf8LineDrawing }: Profile) => {
    isUnheard = characterSet === 'utf-8' && !utf8LineDrawing;
  };
  apply(profile);
  const handlers = graphicSets.map((intermediates) =>
    terminal.parser.registerEscHandler({ intermediates, final: '0' }, () => isUnheard),
  );
  return {
    apply,
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };
}
