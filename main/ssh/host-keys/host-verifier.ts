import type { HostVerifier } from 'ssh2';

/** Decides about a host key: the literal `true` accepts it, whatever else comes of it refuses it. */
export type DecideHostKey = (key: Uint8Array) => unknown;

/**
 * The only verifier that may be given to ssh2, which takes everything but a literal `false` for consent: a promise of
 * false, null, undefined. This one answers through the callback alone, with a boolean, once for each call.
 *
 * ssh2 asks again on every renewal of the keys: the key is compared with the accepted one then, and nobody is asked;
 * `onChanged` tells of another one, before it is refused.
 */
export function createHostVerifier(decide: DecideHostKey, onChanged: () => void): HostVerifier {
  let accepted: Buffer | null = null;
  return (key, answer) => {
    if (accepted !== null) {
      const isSame = accepted.equals(key);
      if (!isSame) onChanged();
      answer(isSame);
      return;
    }
    const offered = Buffer.from(key);
    void decisionOf(decide, offered).then((isAccepted) => {
      if (isAccepted) accepted = offered;
      answer(isAccepted);
    });
  };
}

async function decisionOf(decide: DecideHostKey, key: Buffer): Promise<boolean> {
  try {
    return (await decide(key)) === true;
  } catch {
    return false;
  }
}
