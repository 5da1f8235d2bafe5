import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { type Failure, failed, type Result, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { Profile } from '#contract/profile/profile.ts';
import type { Clock } from '../../keepalive/clock.ts';
import { harmlessLine } from '../sanitise.ts';
import type { Target } from '../target.ts';
import { joinedStream } from '../wire/joined-stream.ts';
import type { Wire } from '../wire/wire.ts';
import { commandEnded, commandNotRun, notForCommand, passwordForCommand } from './command-failures.ts';
import { type CommandValues, fillIn, wantsPassword } from './command-template.ts';
import { watchGroup } from './process-group.ts';
import { proxyTargetOf } from './proxy-of.ts';

/** Characters of the command's error output that wait for the end of their line. */
const maxLine = 2048;

export interface LocalCommandRequest {
  readonly target: Target;
  readonly address: string | null;
  readonly profile: Profile;
  readonly clock: Clock;
  readonly onLog: (text: string) => void;
  /** The command ended with an error, which is why the connection is over. */
  readonly onFailure: (failure: Failure) => void;
}

/**
 * Runs a command of the user's own by the shell, as PuTTY and OpenSSH do; its input and output are the connection. What
 * is filled in may come from elsewhere, a command line for one: nothing that a shell would interpret is let through.
 */
export function runLocalCommand(request: LocalCommandRequest): Result<Wire> {
  const { target, profile, clock, onLog, onFailure } = request;
  if (profile.proxyCommand.trim() === '') return failed(commandNotRun(t('it is empty')));
  if (wantsPassword(profile.proxyCommand)) return failed(passwordForCommand());
  const values = valuesOf(request);
  const unsafe = Object.values(values).find((value) => !isSafe(String(value)));
  if (unsafe !== undefined) return failed(notForCommand(String(unsafe)));

  const command = fillIn(profile.proxyCommand, values);
  onLog(`Running the proxy command: ${harmlessLine(command)}`);
  // A group of its own, so that all that the shell started can be ended with it.
  const isWindows = process.platform === 'win32';
  const child = spawn(command, { shell: true, detached: !isWindows, windowsHide: true, stdio: 'pipe' });
  const group = watchGroup(child, clock);
  const { stdin, stdout } = child;
  let isWanted = true;
  let lastLine = '';
  eachLine(child, (line) => {
    lastLine = line;
    onLog(`Proxy command: ${line}`);
  });
  const stream = joinedStream({
    readable: stdout,
    writable: stdin,
    onClose: () => {
      isWanted = false;
      group.end();
    },
  });
  child.on('error', (error) => {
    if (isWanted) onFailure(commandNotRun(harmlessLine(error.message)));
    stream.destroy();
  });
  // After its exit and the end of all its output: the failure must come before the stream's own end.
  child.on('close', (code, signal) => {
    if (isWanted && (code !== 0 || signal !== null)) onFailure(commandEnded(code, signal, lastLine));
    if (isWanted) onLog(`The proxy command has ended${code === null ? '' : ` with exit status ${code}`}.`);
    stream.push(null);
  });
  const counters = [stdin, stdout] as unknown as readonly Pick<Socket, 'bytesRead' | 'bytesWritten'>[];
  const passed = () => counters.reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0);
  onLog(`The proxy command runs for ${target.host}, port ${target.port}.`);
  return success({ stream, passed, socket: null });
}

function valuesOf({ target, address, profile }: LocalCommandRequest): CommandValues {
  const proxy = proxyTargetOf(profile);
  return {
    host: address ?? target.host,
    port: target.port,
    user: profile.proxyUserName,
    remoteUser: target.user ?? '',
    proxyHost: proxy.host,
    proxyPort: proxy.port,
  };
}

/** Letters, digits and what stands in names, addresses and users, beginning with no dash, which options do. */
const isSafe = (value: string) => value === '' || /^[\p{L}\p{N}_:.][\p{L}\p{N}_.:@+-]*$/u.test(value);

function eachLine({ stderr }: ChildProcess, onLine: (line: string) => void): void {
  let pending = '';
  const tell = (line: string) => {
    const harmless = harmlessLine(line);
    if (harmless !== '') onLine(harmless);
  };
  stderr
    ?.setEncoding('utf8')
    .on('error', () => {})
    .on('data', (chunk: string) => {
      const lines = (pending + chunk).split('\n');
      pending = (lines.pop() ?? '').slice(0, maxLine);
      for (const line of lines) tell(line);
    })
    .on('end', () => tell(pending));
}
