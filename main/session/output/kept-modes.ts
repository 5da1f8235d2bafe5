/**
 * What output that is no longer kept has left set in a terminal: private modes such as the alternate screen and mouse
 * reports, and the title. A full-screen program sets them once and then draws for hours.
 */
export interface KeptModes {
  /** Takes in the next bytes of the output. */
  readonly read: (bytes: Uint8Array) => void;
  /** Sequences that set the same again; empty if nothing is set. */
  readonly bytes: () => Uint8Array;
}

/** DECSET and DECRST; OSC 0 and 2; DECKPAM, DECKPNM and RIS; DECSTR (xterm's ctlseqs). A longer title is not kept. */
const sequence =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
  /\u001b(?:\[\?([\d;]{1,64})([hl])|\][02];([^\u0007\u001b]{0,1024})(?:\u0007|\u001b\\)|([=>c])|\[(!)p)/g;

const escapeByte = 0x1b;

/** The longest that the expression finds: one that is cut in two is found again with this much of what came before. */
const maxSequence = 1024 + 6;

/** Modes that a soft reset (DECSTR) leaves as they are: blinking cursor, mouse reports, alternate screens. */
const lasting = new Set(['9', '12', '47', '1000', '1002', '1003', '1005', '1006', '1015', '1016', '1047', '1049']);

/** All that are kept: hostile output could fill memory with others. */
const known = new Set(['1', '6', '7', '25', '45', '66', '1004', '2004', ...lasting]);

export function createKeptModes(): KeptModes {
  /** In the order of their last changes: of mouse modes, the latest counts. */
  const modes = new Map<string, string>();
  let title: string | null = null;
  let tail = '';

  const set = (mode: string, state: string) => {
    modes.delete(mode);
    if (known.has(mode)) modes.set(mode, state);
  };

  const take = ([, numbers, state = '', newTitle, single, soft]: RegExpExecArray) => {
    if (numbers !== undefined) for (const mode of numbers.split(';')) set(mode, state);
    if (newTitle !== undefined) title = newTitle;
    if (single === 'c') modes.clear();
    else if (single !== undefined) set('66', single === '=' ? 'h' : 'l');
    if (soft !== undefined) for (const mode of modes.keys()) if (!lasting.has(mode)) modes.delete(mode);
  };

  return {
    read: (bytes) => {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      // As most output: nothing in it begins a sequence, and none waits for its end.
      if (tail === '' && !buffer.includes(escapeByte)) return;
      const text = tail + buffer.toString('latin1');
      let end = 0;
      for (const found of text.matchAll(sequence)) {
        take(found);
        end = found.index + found[0].length;
      }
      const rest = text.slice(Math.max(end, text.length - maxSequence));
      const begun = rest.indexOf('\u001b');
      tail = begun < 0 ? '' : rest.slice(begun);
    },
    bytes: () => {
      const sequences = [...modes].map(([mode, state]) => `\u001b[?${mode}${state}`);
      if (title !== null) sequences.push(`\u001b]0;${title}\u0007`);
      return Buffer.from(sequences.join(''), 'latin1');
    },
  };
}
