import type { Client } from 'ssh2';
import { before, protocolOf } from './private-surface.ts';

/**
 * Sends a packet of our own making. During a key exchange ssh2 queues it until the new keys are in use, as it does with
 * all packets.
 */
export function sendPacket(client: Client, payload: Uint8Array): void {
  const protocol = protocolOf(client);
  const writer = protocol._packetRW.write;
  const start = writer.allocStart;
  const packet = writer.alloc(payload.length);
  packet.set(payload, start);
  const finished = writer.finalize(packet);
  if (protocol._kexinit === undefined) protocol._cipher.encrypt(finished);
  else {
    protocol._queue ??= [];
    protocol._queue.push(finished);
  }
}

const ignoreMessage = 2;

/**
 * Sends SSH_MSG_IGNORE with an empty string (RFC 4253, 11.2). It waits for a running key exchange: 7.1 would allow it
 * there, strict key exchange in the first one would not.
 */
export const sendIgnore = (client: Client): void => sendPacket(client, Buffer.of(ignoreMessage, 0, 0, 0, 0));

/** Renews the keys (RFC 4253, 9); nothing happens while they are being renewed. ssh2 never does it by itself. */
export const startRekey = (client: Client): void => protocolOf(client).rekey();

/** From when our offer of algorithms is sent until the new keys are in use. */
export const isExchangingKeys = (client: Client): boolean => protocolOf(client)._kexinit !== undefined;

/** SSH_MSG_DISCONNECT: the text as it came. ssh2 reports it as a plain end if the reason is "by application". */
export const onDisconnect = (client: Client, listener: (reason: number, text: string) => void): void =>
  before(client, 'DISCONNECT', (_protocol, reason, text) => listener(reason, text));
