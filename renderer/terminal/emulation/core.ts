import type { Terminal } from '@xterm/xterm';

/** Modes that a terminal begins with, and goes back to when it is reset. */
export interface PrivateModes {
  wraparound: boolean;
  origin: boolean;
  applicationCursorKeys: boolean;
  applicationKeypad: boolean;
}

/** The parts of xterm.js 6.0 that have no public way to them; what is called here is replaced on the one terminal. */
export interface Core {
  readonly coreService: { readonly decPrivateModes: PrivateModes; reset: () => void };
  readonly _inputHandler: {
    readonly _parser: { setExecuteHandler(control: string, handler: () => boolean): void };
    carriageReturn(): boolean;
    lineFeed(): boolean;
    softReset: (params: unknown) => boolean;
    /** What erased cells get: the current background and nothing else. A borrowed object. */
    _eraseAttrData: () => { bg: number };
  };
}

export const coreOf = (terminal: Terminal): Core => (terminal as unknown as { readonly _core: Core })._core;
