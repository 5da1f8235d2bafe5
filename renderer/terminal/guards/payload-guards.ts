import type { IDisposable, Terminal } from '@xterm/xterm';

/**
 * The longest payload of an OSC or DCS sequence that is read, in characters; what follows is passed over. Nothing but
 * images that is acted on is longer: titles end at 256, links at 2083. xterm.js 6.0 reads 10 million, at 32 bytes of
 * memory each and once for every handler: a title of 5 MB takes 390 MB.
 */
export const maxPayload = 64 * 1024;

/** The same of an image, whose handler takes its payload as it comes, and bounds what it keeps. */
export const maxImagePayload = 8 * 1024 * 1024;

/** iTerm's images are OSC 1337, sixels DCS q. */
const imageOsc = 1337;
const imageDcs = { final: 'q' } as const;

type Put = (data: Uint32Array, start: number, end: number) => void;

/** Nothing public stands between the parser and its handlers. */
interface Parsers {
  /** `_id` is the number before the first semicolon, once that was read. */
  readonly _oscParser: { _start: () => void; _put: Put; readonly _id: number };
  readonly _dcsParser: { hook: (ident: number, params: unknown) => void; put: Put };
  readonly _identifier: (id: { readonly final: string }) => number;
}

interface Core {
  readonly _inputHandler: { readonly _parser: Parsers };
}

/** Caps the payloads of all OSC and DCS sequences, whoever handles them, until it is disposed of. */
export function guardPayloads(terminal: Terminal): IDisposable {
  const parsers = (terminal as unknown as { readonly _core: Core })._core._inputHandler._parser;
  const { _oscParser: osc, _dcsParser: dcs } = parsers;
  const { _start, _put } = osc;
  const { hook, put } = dcs;
  const oscCap = createCap(_put.bind(osc), () => osc._id === imageOsc);
  let isSixel = false;
  const dcsCap = createCap(put.bind(dcs), () => isSixel);
  const sixel = parsers._identifier(imageDcs);
  Object.assign(osc, {
    _start: () => {
      oscCap.begin();
      _start.call(osc);
    },
    _put: oscCap.put,
  });
  Object.assign(dcs, {
    hook: (ident: number, params: unknown) => {
      isSixel = ident === sixel;
      dcsCap.begin();
      hook.call(dcs, ident, params);
    },
    put: dcsCap.put,
  });
  return {
    dispose: () => {
      Object.assign(osc, { _start, _put });
      Object.assign(dcs, { hook, put });
    },
  };
}

/** After so many characters an OSC's number has been read. */
const headLength = 8;

function createCap(put: Put, isImage: () => boolean): { readonly begin: () => void; readonly put: Put } {
  let read = 0;
  const pass = (data: Uint32Array, start: number, end: number) => {
    const taken = Math.min((isImage() ? maxImagePayload : maxPayload) - read, end - start);
    if (taken <= 0) return;
    read += taken;
    put(data, start, start + taken);
  };
  return {
    begin: () => {
      read = 0;
    },
    put: (data, start, end) => {
      const head = Math.min(end, start + Math.max(0, headLength - read));
      if (head > start) pass(data, start, head);
      if (end > head) pass(data, head, end);
    },
  };
}
