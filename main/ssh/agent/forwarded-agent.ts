import { Duplex } from 'node:stream';
import ssh2, { type BaseAgent, type ClientChannel, type ParsedKey } from 'ssh2';
import { quietly } from '../quietly.ts';
import { closeForGood } from '../ssh2-internals/channels.ts';
import { createMessageReader, framed } from './connection.ts';

/** Answers one message of the agent protocol. Never rejects. */
export type AnswerMessage = (message: Buffer) => Promise<Buffer>;

/** What one channel's messages are answered by; the signal says that it is closed. */
export type OpenAgentChannel = (closed: AbortSignal) => AnswerMessage;

/** Channels to the agent, open or with a request in hand, at once: a program needs one, for as long as a login takes. */
const maxChannels = 16;

/** Requests that wait on one channel: programs ask one, and wait for its answer. */
const maxWaiting = 16;

/** What ssh2 connects the server's `auth-agent@openssh.com` channels to (PROTOCOL.agent of OpenSSH). */
export function forwardedAgent(openChannel: OpenAgentChannel): BaseAgent<ParsedKey> {
  return new ForwardedAgent(openChannel);
}

class ForwardedAgent extends ssh2.BaseAgent<ParsedKey> {
  readonly #openChannel: OpenAgentChannel;
  #channels = 0;

  constructor(openChannel: OpenAgentChannel) {
    super();
    this.#openChannel = openChannel;
  }

  override getStream(callback: (error: Error | null, stream?: Duplex) => void): void {
    if (this.#channels >= maxChannels) {
      callback(new Error('Too many channels'));
      return;
    }
    this.#channels += 1;
    const closing = new AbortController();
    const stream = answeringStream(this.#openChannel(closing.signal), () => {
      this.#channels -= 1;
    });
    stream.once('close', () => closing.abort());
    stream.once('pipe', (channel: ClientChannel) => {
      channel.stderr.resume();
      channel.once('close', () => stream.destroy());
      // ssh2 would leave it open, and keep what the server goes on to send.
      stream.once('close', () => quietly(() => closeForGood(channel)));
    });
    callback(null, stream);
  }

  /** Logins are not by this agent. */
  override getIdentities(callback: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
    callback(undefined, []);
  }

  override sign(): void {}
}

/**
 * Takes requests in, gives their answers out, one after the other; ends with what is no request, and with more requests
 * than are waited for: the server's window is not enforced, so nothing may be left to it. `onDone`: it is closed, and its
 * last request is answered, which may need the user.
 */
function answeringStream(answer: AnswerMessage, onDone: () => void): Duplex {
  const read = createMessageReader();
  let waiting = 0;
  let answered: Promise<unknown> = Promise.resolve();
  const stream: Duplex = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      const messages = read(chunk);
      waiting += messages?.length ?? 0;
      if (messages === null || waiting > maxWaiting) {
        stream.destroy();
        return;
      }
      for (const message of messages) answered = answered.then(() => answerOne(message));
      done();
    },
    final: (done) => {
      void answered.then(() => {
        stream.push(null);
        done();
      });
    },
  });
  const answerOne = async (message: Buffer) => {
    if (stream.destroyed) return;
    const reply = await answer(message);
    waiting -= 1;
    if (!stream.destroyed) stream.push(framed(reply));
  };
  stream.once('close', () => void answered.then(onDone));
  return stream;
}
