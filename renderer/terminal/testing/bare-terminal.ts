import { Terminal } from '@xterm/xterm';
import type { TerminalHost } from '../terminal-host.ts';
import { fixedOptions } from '../terminal-options.ts';
import type { PartContext } from '../terminal-parts.ts';

/** A terminal of 80 x 24 in the page that has no part but those that a test gives it. */
export interface BareTerminal {
  readonly context: PartContext;
  readonly terminal: Terminal;
  /** What was sent as if typed. */
  readonly typed: string[];
  readonly print: (text: string) => Promise<void>;
  /** The text of a line that is shown, 0 being the topmost. */
  readonly shown: (row: number) => string;
  readonly dispose: () => void;
}

export function setUpBareTerminal(host: Partial<TerminalHost> = {}): BareTerminal {
  const element = document.createElement('div');
  element.style.cssText = 'width: 800px; height: 500px';
  document.body.append(element);
  const terminal = new Terminal({ ...fixedOptions, cols: 80, rows: 24, scrollback: 10_000 });
  terminal.open(element);
  const typed: string[] = [];
  const nothing = () => undefined;
  return {
    terminal,
    typed,
    context: {
      terminal,
      element,
      host: host as TerminalHost,
      type: (text) => typed.push(text),
      copyTo: nothing,
      pasteFrom: nothing,
      isReplaying: () => false,
    },
    print: (text) => new Promise((resolve) => terminal.write(text, resolve)),
    shown: (row) => {
      const { active } = terminal.buffer;
      return active.getLine(active.viewportY + row)?.translateToString(true) ?? '';
    },
    dispose: () => {
      terminal.dispose();
      element.remove();
    },
  };
}
