import type { IDisposable, Terminal } from '@xterm/xterm';

/** Modes that a terminal begins with, and goes back to when it is reset. */
export interface PrivateModes {
  wraparound: boolean;
  origin: boolean;
  applicationCursorKeys: boolean;
  applicationKeypad: boolean;
}

/** The numbers of a control sequence; a borrowed object, whose values the next handler sees changed. */
export interface BorrowedParams {
  readonly params: Int32Array;
  readonly length: number;
}

/** The numbers of a sequence that a built-in handler is called with. */
interface Numbers {
  readonly params: readonly number[];
  readonly length: number;
}

export const numbers = (...params: readonly number[]): Numbers => ({ params, length: params.length });

type Place = readonly [column: number, line: number];

interface SequenceName {
  readonly prefix?: string;
  readonly final: string;
}

/** The parts of xterm.js 6.0 that have no public way to them; what is called here is replaced on the one terminal. */
export interface Core {
  /** The public one passes a copy, so that it could only refuse a sequence, not change it. */
  registerCsiHandler(name: SequenceName, handler: (params: BorrowedParams) => boolean): IDisposable;
  readonly coreService: {
    readonly decPrivateModes: PrivateModes;
    reset: () => void;
    /** Comes before the data of keys, input methods and the mouse; not before what the terminal answers. */
    readonly onUserInput: (listener: () => void) => IDisposable;
  };
  /** Of a terminal that has been opened. Places are a column and a line of the buffer. */
  readonly _renderService: {
    handleSelectionChanged(start: Place | undefined, end: Place | undefined, isColumns: boolean): void;
  };
  readonly _inputHandler: {
    readonly _parser: {
      setExecuteHandler(control: string, handler: () => boolean): void;
      readonly _transitions: { add(code: number, state: number, action: number, next: number): void };
    };
    backspace(): boolean;
    carriageReturn(): boolean;
    lineFeed(): boolean;
    shiftIn(): boolean;
    shiftOut(): boolean;
    cursorPosition(numbers: Numbers): boolean;
    eraseChars(numbers: Numbers): boolean;
    eraseInDisplay(numbers: Numbers): boolean;
    softReset: (params: unknown) => boolean;
    /** What erased cells get: the current background and nothing else. A borrowed object. */
    _eraseAttrData: () => { bg: number };
  };
}

export const coreOf = (terminal: Terminal): Core => (terminal as unknown as { readonly _core: Core })._core;
