import type { Terminal } from '@xterm/xterm';
import type { Colours } from '../../colours/schemes.ts';

/** Bits of a cell's attributes in xterm.js 6.0: the kind of a colour, its value, bold and blink (in the foreground's). */
const bits = { kind: 0x3000000, rgb: 0x3000000, colour: 0x3ffffff, bold: 0x8000000, blink: 0x20000000 } as const;

/** What printed cells get, as xterm.js keeps it. */
interface Attributes {
  fg: number;
  bg: number;
}

interface InputHandler {
  charAttributes(params: unknown): boolean;
  getAttrData(): Attributes;
}

interface Core {
  readonly _inputHandler: InputHandler;
  registerCsiHandler(
    id: { readonly final: string },
    handler: (params: unknown) => boolean,
  ): { readonly dispose: () => void };
}

/** PuTTY's default bold colours, which xterm.js has none of. */
export interface BoldColours {
  /** Takes over colours for what is printed from now on; null where bold text is not shown by its colour. */
  readonly set: (colours: Colours['palette'] | null) => void;
  readonly dispose: () => void;
}

/**
 * Gives bold text of the default colour the bold foreground, and blinking text on the default one the bold background,
 * as PuTTY does: xterm.js handles an SGR sequence, and then a default colour in the attributes that it leaves is
 * replaced by the bold one. Before the next sequence that is undone, so that programs find the attributes that they set.
 */
export function createBoldColours(terminal: Terminal): BoldColours {
  const core = (terminal as unknown as { readonly _core: Core })._core;
  const input = core._inputHandler;
  let handler: { readonly dispose: () => void } | null = null;

  const paintWith = (foreground: number | null, background: number | null) => {
    const paint = (attributes: Attributes) => {
      const { fg, bg } = attributes;
      if (foreground !== null && (fg & bits.bold) !== 0 && (fg & bits.kind) === 0) attributes.fg = fg | foreground;
      if (background !== null && (fg & bits.blink) !== 0 && (bg & bits.kind) === 0) attributes.bg = bg | background;
    };
    const unpaint = (attributes: Attributes) => {
      if ((attributes.fg & bits.colour) === foreground) attributes.fg &= ~bits.colour;
      if ((attributes.bg & bits.colour) === background) attributes.bg &= ~bits.colour;
    };
    handler = core.registerCsiHandler({ final: 'm' }, (params) => {
      unpaint(input.getAttrData());
      input.charAttributes(params);
      paint(input.getAttrData());
      return true;
    });
  };

  return {
    set: (palette) => {
      handler?.dispose();
      handler = null;
      if (palette === null) return;
      const foreground = palette.boldForeground === palette.foreground ? null : rgb(palette.boldForeground);
      const background = palette.boldBackground === palette.background ? null : rgb(palette.boldBackground);
      if (foreground !== null || background !== null) paintWith(foreground, background);
    },
    dispose: () => handler?.dispose(),
  };
}

const rgb = (colour: string) => bits.rgb | Number.parseInt(colour.slice(1), 16);
