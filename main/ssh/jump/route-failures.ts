import type { Failure } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import { harmlessLine } from '../sanitise.ts';
import { placeOf, type Target } from '../target.ts';

const invalid = (message: string, hint?: string): Failure => ({
  code: 'route-invalid',
  message,
  retryable: false,
  ...(hint === undefined ? {} : { hint }),
  field: 'jumpHosts',
});

export const noJumpHosts = () => invalid(t('No jump host is given.'), t('Name at least one on the Proxy panel.'));

export const unknownJumpHost = (text: string): Failure =>
  invalid(
    t('"{text}" is neither a saved session nor user@host:port.', { text }),
    t('Check the jump hosts on the Proxy panel.'),
  );

export const tooManyJumpHosts = (most: number): Failure =>
  invalid(
    t('The way leads over more than {most} jump hosts.', { most }),
    t('Saved sessions among them may have jump hosts of their own.'),
  );

export const jumpLoop = (name: string): Failure =>
  invalid(
    t('The way to {name} leads through {name} itself.', { name }),
    t('Check the jump hosts on the Proxy panel, and those of the saved sessions among them.'),
  );

/** How sentences name a jump host. */
export const hopName = (name: string, number: number, of: number): string =>
  of === 1 ? t('jump host {name}', { name }) : t('jump host {name} ({number} of {of})', { name, number, of });

/** What went wrong at a jump host. */
export const atHop = (hop: string, failure: Failure): Failure => ({
  ...failure,
  message: t('At {hop}: {message}', { hop, message: failure.message }),
});

/** Reasons of SSH_MSG_CHANNEL_OPEN_FAILURE (RFC 4254, 5.1); `said` is the server's own text. */
export function channelFailure(reason: unknown, said: string, hop: string, next: Target): Failure {
  const text = harmlessLine(said);
  const words = text === '' ? '' : t(' It said: "{text}"', { text });
  const place = placeOf(next);
  if (reason === administrativelyProhibited) {
    return {
      code: 'channel-refused',
      message: t('The {hop} does not allow connections to {place}.{words}', { hop, place, words }),
      retryable: false,
      hint: t('Its AllowTcpForwarding and PermitOpen settings, or those of this account, decide about it.'),
    };
  }
  return {
    code: 'unreachable',
    message: t('The {hop} could not connect to {place}.{words}', { hop, place, words }),
    retryable: true,
    hint: t('The name and the port are looked up and reached from there, not from this computer.'),
  };
}

const administrativelyProhibited = 1;

/** Its alive checks stayed unanswered, and its settings want the end of it. */
export const stalledHop = ({ host }: Target, silentMs: number): Failure => ({
  code: 'connection-timeout',
  message: t('{host} had sent nothing for {round} s and answered no alive check.', {
    host,
    round: Math.round(silentMs / 1000),
  }),
  retryable: true,
});

export const channelSilent = (hop: string, next: Target): Failure => ({
  code: 'connection-timeout',
  message: t('The {hop} did not connect to {next} in time.', { hop, next: placeOf(next) }),
  retryable: true,
  hint: t('A firewall behind it may drop what is sent there.'),
});
