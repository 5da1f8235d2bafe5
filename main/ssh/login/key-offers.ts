import type { Client } from 'ssh2';
import { type Failure, failed } from '#contract/failure.ts';
import { internalFailure } from '../connection-failures.ts';
import { encodeString } from '../encoding.ts';
import type { SignatureAlgorithm } from '../keys/signature.ts';
import { quietly } from '../quietly.ts';
import { onKeyTaken, sendKeyRequest, sessionIdOf } from '../ssh2-internals/auth-packets.ts';
import type { Identity } from './identity.ts';

/**
 * One try of the method `publickey` (RFC 4252, 7). It is ours and not ssh2's, which knows neither certificates nor
 * security keys, signs at once or never, and loses partial success of an agent's keys.
 */
export interface KeyOffer {
  readonly type: 'key';
  readonly username: string;
  readonly identity: Identity;
  readonly algorithm: SignatureAlgorithm;
  /** The server would take it: only now the key is opened, and the agent asked. */
  readonly onTaken: () => void;
}

export interface KeyOffers {
  /** Asks the server whether it would take the key, and proves it then. `onUnsigned`: it could not be signed. */
  readonly offer: (offer: KeyOffer, onUnsigned: (failure: Failure) => void) => void;
  /** The server has answered the last one: nothing is signed for it any more. */
  readonly settle: () => void;
}

export function createKeyOffers(client: Client): KeyOffers {
  let current: { readonly offer: KeyOffer; readonly onUnsigned: (failure: Failure) => void } | null = null;

  onKeyTaken(client, () => {
    const asked = current;
    if (asked === null) return;
    const { offer, onUnsigned } = asked;
    offer.onTaken();
    const request = requestOf(offer, true);
    void offer.identity
      .sign(offer.algorithm.signature, Buffer.concat([encodeString(sessionIdOf(client)), request]))
      .catch(() => failed(internalFailure()))
      .then((signature) => {
        if (current !== asked) return;
        if (!signature.ok) onUnsigned(signature.failure);
        else quietly(() => sendKeyRequest(client, Buffer.concat([request, encodeString(signature.value)])));
      });
  });

  return {
    offer: (offer, onUnsigned) => {
      current = { offer, onUnsigned };
      quietly(() => sendKeyRequest(client, requestOf(offer, false)));
    },
    settle: () => {
      current = null;
    },
  };
}

const userauthRequest = 50;

const requestOf = ({ username, identity, algorithm }: KeyOffer, isSigned: boolean): Buffer =>
  Buffer.concat([
    Buffer.of(userauthRequest),
    encodeString(username),
    encodeString('ssh-connection'),
    encodeString('publickey'),
    Buffer.of(isSigned ? 1 : 0),
    encodeString(algorithm.name),
    encodeString(identity.blob),
  ]);
