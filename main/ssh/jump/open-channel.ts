import type { Client, ClientChannel } from 'ssh2';
import { failed, type Result, success } from '#contract/failure.ts';
import type { Target } from '../target.ts';
import { channelFailure } from './route-failures.ts';

/** What ssh2 puts before the server's own text. */
const prefix = /^\(SSH\) Channel open failure: /;

/** Has a server connect to a place (RFC 4254, 7.2: direct-tcpip). `hop` is how sentences name the server. */
export function openChannel(client: Client, hop: string, next: Target): Promise<Result<ClientChannel>> {
  return new Promise((resolve) => {
    const handleOpened = (error: (Error & { readonly reason?: unknown }) | undefined, channel: ClientChannel) => {
      if (error === undefined) resolve(success(channel));
      else resolve(failed(channelFailure(error.reason, error.message.replace(prefix, ''), hop, next)));
    };
    try {
      // Where it comes from is for the server's log alone; OpenSSH says this of what it forwards for itself.
      client.forwardOut('127.0.0.1', 0, next.host, next.port, handleOpened);
    } catch {
      resolve(failed(channelFailure(null, '', hop, next)));
    }
  });
}
