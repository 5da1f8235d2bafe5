import type { IDisposable, Terminal } from '@xterm/xterm';

/**
 * The longest payload of an OSC or DCS sequence that is read, in characters; what follows is passed over. Nothing that
 * is acted on is longer: titles end at 256, links at 2083. xterm.js 6.0 reads 10 million, at 32 bytes of memory each and
 * once for every handler: a title of 5 MB takes 390 MB.
 */
export const maxPayload = 64 * 1024;

type Put = (data: Uint32Array, start: number, end: number) => void;

/** Nothing public stands between the parser and its handlers. */
interface Parsers {
  readonly _oscParser: { _start: () => void; _put: Put };
  readonly _dcsParser: { hook: (...args: readonly unknown[]) => void; put: Put };
}

interface Core {
  readonly _inputHandler: { readonly _parser: Parsers };
}

/** Caps the payloads of all OSC and DCS sequences, whoever handles them, until it is disposed of. */
export function guardPayloads(terminal: Terminal): IDisposable {
  const { _oscParser: osc, _dcsParser: dcs } = (terminal as unknown as { readonly _core: Core })._core._inputHandler
    ._parser;
  const { _start, _put } = osc;
  const { hook, put } = dcs;
  const [startOsc, putOsc] = capped(_start.bind(osc), _put.bind(osc));
  const [hookDcs, putDcs] = capped(hook.bind(dcs), put.bind(dcs));
  Object.assign(osc, { _start: startOsc, _put: putOsc });
  Object.assign(dcs, { hook: hookDcs, put: putDcs });
  return {
    dispose: () => {
      Object.assign(osc, { _start, _put });
      Object.assign(dcs, { hook, put });
    },
  };
}

function capped(begin: (...args: readonly unknown[]) => void, put: Put): readonly [typeof begin, Put] {
  let left = 0;
  return [
    (...args) => {
      left = maxPayload;
      begin(...args);
    },
    (data, start, end) => {
      const taken = Math.min(left, end - start);
      left -= taken;
      if (taken > 0) put(data, start, start + taken);
    },
  ];
}
