import type { OpenTransport } from './transport.ts';

/** What a session has for a transport that was never connected. */
export const noTransport: OpenTransport = () => ({
  write: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
  resize: () => undefined,
  sendNullPacket: () => undefined,
  sendAliveCheck: () => undefined,
  setSocketOptions: () => undefined,
  isAddressReplaced: () => false,
  close: () => undefined,
});
