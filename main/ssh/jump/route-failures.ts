import type { Failure } from '#contract/failure.ts';
import { harmlessLine } from '../sanitise.ts';
import { placeOf, type Target } from '../target.ts';

const invalid = (message: string, hint?: string): Failure => ({
  code: 'route-invalid',
  message,
  retryable: false,
  ...(hint === undefined ? {} : { hint }),
  field: 'jumpHosts',
});

export const noJumpHosts = invalid('No jump host is given.', 'Name at least one on the Proxy panel.');

export const unknownJumpHost = (text: string): Failure =>
  invalid(`"${text}" is neither a saved session nor user@host:port.`, 'Check the jump hosts on the Proxy panel.');

export const tooManyJumpHosts = (most: number): Failure =>
  invalid(
    `The way leads over more than ${most} jump hosts.`,
    'Saved sessions among them may have jump hosts of their own.',
  );

export const jumpLoop = (name: string): Failure =>
  invalid(
    `The way to ${name} leads through ${name} itself.`,
    'Check the jump hosts on the Proxy panel, and those of the saved sessions among them.',
  );

/** How sentences name a jump host. */
export const hopName = (name: string, number: number, of: number): string =>
  of === 1 ? `jump host ${name}` : `jump host ${name} (${number} of ${of})`;

/** What went wrong at a jump host. */
export const atHop = (hop: string, failure: Failure): Failure => ({
  ...failure,
  message: `At ${hop}: ${failure.message}`,
});

/** Reasons of SSH_MSG_CHANNEL_OPEN_FAILURE (RFC 4254, 5.1); `said` is the server's own text. */
export function channelFailure(reason: unknown, said: string, hop: string, next: Target): Failure {
  const text = harmlessLine(said);
  const words = text === '' ? '' : ` It said: "${text}"`;
  const place = placeOf(next);
  if (reason === administrativelyProhibited) {
    return {
      code: 'channel-refused',
      message: `The ${hop} does not allow connections to ${place}.${words}`,
      retryable: false,
      hint: 'Its AllowTcpForwarding and PermitOpen settings, or those of this account, decide about it.',
    };
  }
  return {
    code: 'unreachable',
    message: `The ${hop} could not connect to ${place}.${words}`,
    retryable: true,
    hint: 'The name and the port are looked up and reached from there, not from this computer.',
  };
}

const administrativelyProhibited = 1;

/** Its alive checks stayed unanswered, and its settings want the end of it. */
export const stalledHop = ({ host }: Target, silentMs: number): Failure => ({
  code: 'connection-timeout',
  message: `${host} had sent nothing for ${Math.round(silentMs / 1000)} s and answered no alive check.`,
  retryable: true,
});

export const channelSilent = (hop: string, next: Target): Failure => ({
  code: 'connection-timeout',
  message: `The ${hop} did not connect to ${placeOf(next)} in time.`,
  retryable: true,
  hint: 'A firewall behind it may drop what is sent there.',
});
