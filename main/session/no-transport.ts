import { failed } from '#contract/failure.ts';
import { filesLost } from './ports/remote-files.ts';
import type { OpenForward, OpenTransport } from './ports/transport.ts';

const closedForward: OpenForward = {
  counts: () => ({ connections: 0, total: 0, failed: 0, received: 0, sent: 0 }),
  close: () => undefined,
};

/** What a session has for a transport that was never connected. */
export const noTransport: OpenTransport = () => ({
  write: () => undefined,
  endInput: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
  resize: () => undefined,
  sendNullPacket: () => undefined,
  sendAliveCheck: () => undefined,
  setSocketOptions: () => undefined,
  setTyping: () => undefined,
  setRekeyLimits: () => undefined,
  setAlgorithms: () => undefined,
  openForward: () => closedForward,
  openFiles: async () => failed(filesLost()),
  isAddressReplaced: () => false,
  way: () => ({ peer: '', through: '' }),
  close: () => undefined,
});
