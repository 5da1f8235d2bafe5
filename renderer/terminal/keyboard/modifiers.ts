/** Which modifiers are held with a key. */
export interface Modifiers {
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
}

/** xterm's number for what is held with a key ("PC-Style Function Keys" in its ctlseqs); 1 is nothing. */
export const modifierNumber = ({ shift, ctrl, alt }: Modifiers): number =>
  1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (ctrl ? 4 : 0);

/** Alt where a key's sequence does not tell of it: ESC goes before, as with letters. */
export const afterEscape = (sequence: string, { alt }: Modifiers): string => (alt ? `\u001b${sequence}` : sequence);
