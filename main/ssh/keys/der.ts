/** Structures within each other; those of keys are 6 deep, and of a file of nothing else the stack would run over. */
const maxDepth = 32;

/**
 * The INTEGERs of a DER structure (X.690), in their order, and those in a BIT STRING too: the numbers of a key, or the work
 * factors of its encryption; none is empty. Stops at what is not DER.
 */
export function derIntegers(der: Uint8Array): readonly Buffer[] {
  const found: Buffer[] = [];
  collect(Buffer.from(der), found, 0);
  return found;
}

const integerTag = 0x02;
const bitStringTag = 0x03;
const sequenceTag = 0x30;

function collect(der: Buffer, found: Buffer[], depth: number): void {
  if (depth > maxDepth) return;
  let at = 0;
  while (at + 2 <= der.length) {
    const tag = der[at];
    const [start, length] = contentOf(der, at + 1);
    const content = der.subarray(start, start + length);
    if (content.length < length || (tag === integerTag && length === 0)) return;
    if (tag === integerTag) found.push(content);
    else if (tag === sequenceTag) collect(content, found, depth + 1);
    else if (tag === bitStringTag) collect(content.subarray(1), found, depth + 1); // the first byte counts unused bits
    at = start + length;
  }
}

/** Where the content begins and how long it is. Lengths of more than three bytes are longer than any key file. */
function contentOf(der: Buffer, at: number): readonly [number, number] {
  const first = der[at] ?? 0;
  if (first < 0x80) return [at + 1, first];
  const bytes = first & 0x7f;
  if (bytes === 0 || bytes > 3 || at + 1 + bytes > der.length) return [der.length, 1];
  return [at + 1 + bytes, der.readUIntBE(at + 1, bytes)];
}

/** A SEQUENCE of INTEGERs, each a positive number. */
export const derSequence = (numbers: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(numbers.map((number) => tagged(integerTag, positive(number))));
  return tagged(sequenceTag, content);
};

const positive = (number: Uint8Array) => ((number[0] ?? 0x80) >= 0x80 ? Buffer.concat([Buffer.of(0), number]) : number);

function tagged(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}
