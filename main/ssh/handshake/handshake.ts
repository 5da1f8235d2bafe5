import type { Failure } from '#contract/failure.ts';
import type { Cancel, Clock } from '../../keepalive/clock.ts';
import { harmlessLine } from '../sanitise.ts';
import type { Target } from '../target.ts';
import {
  brokenHandshake,
  closedInHandshake,
  handshakeTimeout,
  isOldProtocol,
  notSshFailure,
  oldProtocolFailure,
} from './handshake-failures.ts';
import { createHandshakePeek, type Spoken } from './handshake-peek.ts';

/** For greeting and key exchange together, without the time that the user takes to judge a host key, ms. */
const handshakeLimit = 30_000;

/** Follows a connection from TCP to the end of its first key exchange, and knows why it failed if it did. */
export interface Handshake {
  readonly received: (chunk: Uint8Array) => void;
  readonly sent: (chunk: Uint8Array) => void;
  /** Stops the clock while the user is asked, and starts it again. */
  readonly pause: () => void;
  readonly goOn: () => void;
  /** It is done, or the connection is over. */
  readonly dispose: () => void;
  /** The server's identification string as it came; empty before. */
  readonly serverVersion: () => string;
  /** Why ssh2 gave it up; it does so too where the connection ends before the server's version came. */
  readonly broken: () => Failure;
  /** Why it is over if the server closed the connection. */
  readonly closed: () => Failure;
}

export interface HandshakeRequest {
  readonly target: Target;
  readonly clock: Clock;
  readonly onFailure: (failure: Failure) => void;
  readonly onLog: (text: string) => void;
}

export function watchHandshake({ target, clock, onFailure, onLog }: HandshakeRequest): Handshake {
  const server = createHandshakePeek();
  const client = createHandshakePeek();
  let heard: Spoken = { kind: 'greeting', firstLine: '' };
  let said: Spoken = heard;
  let isOver = false;
  let cancel: Cancel = () => {};

  const goOn = () => {
    cancel();
    if (!isOver) cancel = clock.after(handshakeLimit, () => onFailure(handshakeTimeout(heard, target)));
  };
  goOn();

  return {
    received: (chunk) => {
      if (isOver) return;
      const before = heard.kind;
      const now = server.read(chunk);
      heard = now;
      if (now.kind === 'not-ssh') onFailure(notSshFailure(now.firstLine, target));
      if (now.kind !== 'ssh' || before === 'ssh') return;
      onLog(`Server version: ${harmlessLine(now.version)}`);
      if (isOldProtocol(now.version)) onFailure(oldProtocolFailure(now.version, target));
    },
    sent: (chunk) => {
      if (!isOver) said = client.read(chunk);
    },
    pause: () => cancel(),
    goOn,
    dispose: () => {
      isOver = true;
      cancel();
    },
    serverVersion: () => (heard.kind === 'ssh' ? heard.version : ''),
    broken: () =>
      heard.kind === 'ssh'
        ? brokenHandshake(said.kind === 'ssh' ? said.offers : null, heard.offers, target)
        : closedInHandshake(heard, target),
    closed: () => closedInHandshake(heard, target),
  };
}
