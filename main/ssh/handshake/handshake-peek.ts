import { type AlgorithmLists, parseKexInit } from './kex-init.ts';

/**
 * What one side says first, read in passing from the raw bytes, before anything is encrypted: its identification string
 * (RFC 4253, 4.2) and the algorithms that it offers (7.1). It tells a server that does not speak SSH from one that does
 * within its first line, and says which algorithms are missing.
 */
export interface HandshakePeek {
  /** Reads on; costs nothing once both are known. Gives what is known now. */
  readonly read: (chunk: Uint8Array) => Spoken;
}

export type Spoken =
  /** Nothing, or lines before the identification string, of which the first is kept. */
  | { readonly kind: 'greeting'; readonly firstLine: string }
  /** This cannot become SSH: bytes that no text holds, a line or a greeting without an end, or HTTP. */
  | { readonly kind: 'not-ssh'; readonly firstLine: string }
  /** `version` is the whole identification string, such as `SSH-2.0-OpenSSH_9.2p1`, as it came. */
  | { readonly kind: 'ssh'; readonly version: string; readonly offers: AlgorithmLists | null };

/** Bytes of one line, and of all lines, before the identification string. OpenSSH's limit is 8192 bytes a line. */
const maxLine = 8192;
const maxGreeting = 65_536;

/** Bytes of the first packet: RFC 4253, 6.1 asks for 35000 at least. */
const maxPacket = 35_000;

export function createHandshakePeek(): HandshakePeek {
  let pending = Buffer.alloc(0);
  let greetingBytes = 0;
  let spoken: Spoken = { kind: 'greeting', firstLine: '' };
  let done = false;

  const readLines = () => {
    while (spoken.kind === 'greeting') {
      const end = pending.indexOf(0x0a);
      const line = pending.subarray(0, end === -1 ? undefined : end).toString('latin1');
      const firstLine = spoken.firstLine || line.trimEnd();
      if (isNoText(line) || line.startsWith('HTTP/') || line.length > maxLine || greetingBytes > maxGreeting) {
        spoken = { kind: 'not-ssh', firstLine };
      } else if (end === -1) {
        return;
      } else {
        pending = pending.subarray(end + 1);
        greetingBytes += end + 1;
        const isVersion = line.startsWith('SSH-');
        spoken = isVersion ? { kind: 'ssh', version: line.trimEnd(), offers: null } : { kind: 'greeting', firstLine };
      }
    }
  };

  const readPacket = (version: string) => {
    if (pending.length < 4) return;
    const length = pending.readUInt32BE(0);
    if (length <= maxPacket && pending.length < 4 + length) return;
    done = true;
    if (length <= maxPacket) spoken = { kind: 'ssh', version, offers: parseKexInit(pending.subarray(4, 4 + length)) };
  };

  return {
    read: (chunk) => {
      if (done) return spoken;
      pending = Buffer.concat([pending, chunk]);
      if (spoken.kind === 'greeting') readLines();
      if (spoken.kind === 'ssh') readPacket(spoken.version);
      if (spoken.kind === 'not-ssh') done = true;
      if (done) pending = Buffer.alloc(0);
      return spoken;
    },
  };
}

/** RFC 4253, 4.2 forbids NUL; no control characters but these are in any greeting: BEL, BS, TAB, LF, FF, CR, ESC. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const isNoText = (line: string) => /[\u0000-\u0006\u000b\u000e-\u001a\u001c-\u001f]/.test(line);
