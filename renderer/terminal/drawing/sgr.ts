import type { Terminal } from '@xterm/xterm';
import type { Profile } from '#contract/profile/profile.ts';

/** What programs may ask for, of PuTTY's Colours panel. */
export type AllowedColours = Pick<Profile, 'ansiColour' | 'xterm256Colour' | 'trueColour'>;

/** A sequence's numbers, those behind a colon in a list after theirs: `[38, [2, -1, 1, 2, 3], 1]`. */
export type SgrParams = readonly (number | readonly number[])[];

/** xterm.js's own object, which it fills anew for each sequence. */
interface BorrowedParams {
  readonly toArray: () => SgrParams;
  readonly reset: () => void;
  readonly addParam: (value: number) => void;
  readonly addSubParam: (value: number) => void;
}

/** The public `parser.registerCsiHandler` passes a copy: it could refuse a sequence as a whole, not a part of it. */
interface Core {
  registerCsiHandler(
    id: { readonly final: string },
    handler: (params: BorrowedParams) => boolean,
  ): { readonly dispose: () => void };
}

/** Takes the colours that are not allowed out of what programs ask for. */
export interface ColourFilter {
  readonly set: (allowed: AllowedColours) => void;
  readonly dispose: () => void;
}

export function filterColours(terminal: Terminal): ColourFilter {
  const core = (terminal as unknown as { readonly _core: Core })._core;
  let handler: { readonly dispose: () => void } | null = null;
  const set = (allowed: AllowedColours) => {
    handler?.dispose();
    handler = null;
    // Nothing stands in the way of output where all is allowed.
    if (allowed.ansiColour && allowed.xterm256Colour && allowed.trueColour) return;
    handler = core.registerCsiHandler({ final: 'm' }, (params) => {
      const asked = params.toArray();
      const left = allowedParams(asked, allowed);
      if (left.length === asked.length) return false;
      params.reset();
      for (const param of left) {
        if (typeof param === 'number') params.addParam(param);
        else for (const sub of param) params.addSubParam(sub);
      }
      // An empty one would take all attributes back.
      return left.length === 0;
    });
  };
  return { set, dispose: () => handler?.dispose() };
}

/** The parameters of an SGR sequence without the colours that are not allowed. */
export function allowedParams(params: SgrParams, allowed: AllowedColours): SgrParams {
  const left: (number | readonly number[])[] = [];
  for (let at = 0; at < params.length; ) {
    const length = lengthAt(params, at);
    const part = params.slice(at, at + length);
    if (isAllowed(part, allowed)) left.push(...part);
    at += length;
  }
  return left;
}

/** 38, 48 and 58 are followed by a kind and its values: 5 and an index, or 2 and three parts of a colour. */
const isExtended = (code: unknown) => code === 38 || code === 48 || code === 58;
const valuesOf: Readonly<Record<number, number>> = { 5: 1, 2: 3 };

function lengthAt(params: SgrParams, at: number): number {
  const [code, next] = [params[at], params[at + 1]];
  if (Array.isArray(next)) return 2;
  return isExtended(code) && typeof next === 'number' ? 2 + (valuesOf[next] ?? 0) : 1;
}

function isAllowed([code, next]: SgrParams, { ansiColour, xterm256Colour, trueColour }: AllowedColours): boolean {
  if (isExtended(code)) {
    const kind = typeof next === 'object' ? next[0] : next;
    return kind === 5 ? xterm256Colour : kind === 2 ? trueColour : true;
  }
  return ansiColour || typeof code !== 'number' || !isAnsiColour(code);
}

const isAnsiColour = (code: number) =>
  (code >= 30 && code <= 37) ||
  (code >= 40 && code <= 47) ||
  (code >= 90 && code <= 97) ||
  (code >= 100 && code <= 107);
