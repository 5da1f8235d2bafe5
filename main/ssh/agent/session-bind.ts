import { decode, encodeString } from '../encoding.ts';
import { extensionRequest } from './messages.ts';

/** OpenSSH's PROTOCOL.agent, 1: tells an agent which server its connection serves, for keys that are for some alone. */
const sessionBindName = 'session-bind@openssh.com';

export interface SessionBinding {
  /** The host key as the server showed it, with its certificate if that was one. */
  readonly hostKey: Uint8Array;
  readonly sessionId: Uint8Array;
  /** By that key, over the session's identifier: from the first key exchange. */
  readonly signature: Uint8Array;
  /** Whether it is the server's programs that ask, and not a login to it. */
  readonly isForwarding: boolean;
}

export const sessionBindRequest = ({ hostKey, sessionId, signature, isForwarding }: SessionBinding): Buffer =>
  Buffer.concat([
    Buffer.of(extensionRequest),
    ...[sessionBindName, hostKey, sessionId, signature].map(encodeString),
    Buffer.of(isForwarding ? 1 : 0),
  ]);

/** Whether a request binds a session, whatever is in it: the agent judges that. */
export const isSessionBind = (request: Uint8Array): boolean =>
  decode(request, (reader) => reader.byte() === extensionRequest && reader.text() === sessionBindName) === true;
