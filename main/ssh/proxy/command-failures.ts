import type { Failure } from '#contract/failure.ts';

export const commandNotRun = (why: string): Failure => ({
  code: 'route-invalid',
  message: `The proxy command could not be run: ${why}.`,
  retryable: false,
  field: 'proxyCommand',
});

export const passwordForCommand: Failure = {
  code: 'route-invalid',
  message: 'A local proxy command is not given the password (%pass): other users of this computer could read it.',
  retryable: false,
  field: 'proxyCommand',
};

export const notForCommand = (value: string): Failure => ({
  code: 'route-invalid',
  message: `"${value}" is not put into the proxy command: it has characters that a shell could interpret.`,
  retryable: false,
  hint: 'Names of hosts and users that go into a command have letters, digits and . _ - : @ + alone.',
});

/** `said` is the last line of its error output, made harmless. */
export const commandEnded = (code: number | null, signal: string | null, said: string): Failure => ({
  code: 'proxy-failed',
  message: `The proxy command ended ${code === null ? `by ${signal}` : `with exit status ${code}`}${said === '' ? '.' : `: "${said}"`}`,
  retryable: true,
  hint: 'Its error output is in the Event Log.',
});
