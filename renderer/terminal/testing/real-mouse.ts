import { cdp } from 'vitest/browser';

export type Button = 'left' | 'middle' | 'right';
type Modifier = 'alt' | 'ctrl' | 'shift';

/** A cell of a terminal: column and row of its screen, from 0. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** Chrome DevTools Protocol, Input.dispatchMouseEvent. */
const modifierBits: Readonly<Record<Modifier, number>> = { alt: 1, ctrl: 2, shift: 8 };
const buttonBits: Readonly<Record<Button, number>> = { left: 1, right: 2, middle: 4 };

/** The session's type is Playwright's, which brings Node's along. */
interface DevTools {
  readonly send: (method: 'Input.dispatchMouseEvent', event: object) => Promise<unknown>;
}

interface Press {
  readonly button?: Button;
  readonly with?: readonly Modifier[];
  readonly clicks?: number;
}

/** The mouse of the browser itself, over a terminal: what it does comes as the events of a user. */
export interface RealMouse {
  readonly press: (cell: Cell, how?: Press) => Promise<void>;
  readonly move: (cell: Cell, how?: Press) => Promise<void>;
  readonly release: (cell: Cell, how?: Press) => Promise<void>;
  readonly click: (cell: Cell, how?: Press) => Promise<void>;
  readonly drag: (from: Cell, to: Cell, how?: Press) => Promise<void>;
}

export function realMouse(screen: HTMLElement, size: { readonly columns: number; readonly rows: number }): RealMouse {
  const point = ({ column, row }: Cell) => {
    const { left, top, width, height } = screen.getBoundingClientRect();
    const frame = window.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0, width: window.innerWidth };
    const scale = frame.width / window.innerWidth;
    return {
      x: frame.left + (left + ((column + 0.3) * width) / size.columns) * scale,
      y: frame.top + (top + ((row + 0.5) * height) / size.rows) * scale,
    };
  };
  const send = async (type: string, cell: Cell, { button = 'left', with: held = [], clicks = 1 }: Press = {}) => {
    const modifiers = held.reduce((bits, name) => bits | modifierBits[name], 0);
    const buttons = type === 'mouseReleased' ? 0 : buttonBits[button];
    const event = { type, ...point(cell), button, buttons, modifiers, clickCount: clicks };
    await (cdp() as unknown as DevTools).send('Input.dispatchMouseEvent', event);
  };
  const press = (cell: Cell, how?: Press) => send('mousePressed', cell, how);
  const move = (cell: Cell, how?: Press) => send('mouseMoved', cell, how);
  const release = (cell: Cell, how?: Press) => send('mouseReleased', cell, how);
  return {
    press,
    move,
    release,
    click: async (cell, how) => {
      await press(cell, how);
      await release(cell, how);
    },
    drag: async (from, to, how) => {
      await press(from, how);
      await move(to, how);
      await release(to, how);
    },
  };
}
