import { StringDecoder } from 'node:string_decoder';
import type { ServerChannel } from 'ssh2';
import { assertNever } from '#contract/failure.ts';
import { type DemoContext, runDemoCommand } from './demo-commands.ts';
import { startFlood } from './demo-flood.ts';
import { type DemoStep, endDemoFlood, startDemoShell, typeIntoDemoShell } from './demo-shell.ts';

/** Runs the demo shell on a channel, until it exits or the client goes. The context is read afresh for each command. */
export function serveDemoShell(channel: ServerChannel, context: () => DemoContext): void {
  const decoder = new StringDecoder('utf8');
  let stopFlood = () => {};
  let [shell] = startDemoShell();
  const take = ([next, effects]: DemoStep) => {
    shell = next;
    let text = '';
    for (const effect of effects) {
      if (effect.kind === 'write') {
        text += effect.text; // one packet for all that one key or paste causes
        continue;
      }
      channel.write(text);
      text = '';
      switch (effect.kind) {
        case 'start-flood':
          stopFlood = startFlood(channel, effect.lines, () => take(endDemoFlood(shell, context())));
          break;
        case 'stop-flood':
          stopFlood();
          break;
        case 'exit':
          channel.exit(effect.code);
          channel.end();
          return;
        default:
          assertNever(effect);
      }
    }
    if (text !== '') channel.write(text);
  };
  channel.on('data', (bytes: Buffer) => take(typeIntoDemoShell(shell, decoder.write(bytes), context())));
  channel.on('close', () => stopFlood());
  take(startDemoShell());
}

/** Runs one command, as sshd does for a remote command; lines end with LF then. */
export function serveDemoCommand(channel: ServerChannel, command: string, context: DemoContext): void {
  const outcome = runDemoCommand(command, context);
  const end = (code: number) => {
    channel.exit(code);
    channel.end();
  };
  channel.resume();
  switch (outcome.kind) {
    case 'output':
      channel.write(outcome.text.replaceAll('\r\n', '\n'));
      end(outcome.code);
      break;
    case 'flood':
      channel.on(
        'close',
        startFlood(channel, outcome.lines, () => end(0)),
      );
      break;
    case 'idle':
      break;
    case 'exit':
      end(outcome.code);
      break;
    default:
      assertNever(outcome);
  }
}
