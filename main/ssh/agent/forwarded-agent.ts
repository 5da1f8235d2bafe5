import { Duplex } from 'node:stream';
import ssh2, { type BaseAgent, type ParsedKey } from 'ssh2';
import { createMessageReader, framed } from './connection.ts';

/** Answers one message of the agent protocol. Never rejects. */
export type AnswerMessage = (message: Buffer) => Promise<Buffer>;

/** Channels to the agent that are open at once: a program needs one, for as long as a login takes. */
const maxChannels = 16;

/** What ssh2 connects the server's `auth-agent@openssh.com` channels to (PROTOCOL.agent of OpenSSH). */
export function forwardedAgent(answer: AnswerMessage): BaseAgent<ParsedKey> {
  return new ForwardedAgent(answer);
}

class ForwardedAgent extends ssh2.BaseAgent<ParsedKey> {
  readonly #answer: AnswerMessage;
  #channels = 0;

  constructor(answer: AnswerMessage) {
    super();
    this.#answer = answer;
  }

  override getStream(callback: (error: Error | null, stream?: Duplex) => void): void {
    if (this.#channels >= maxChannels) {
      callback(new Error('Too many channels'));
      return;
    }
    this.#channels += 1;
    const stream = answeringStream(this.#answer);
    stream.once('close', () => {
      this.#channels -= 1;
    });
    callback(null, stream);
  }

  /** Logins are not by this agent. */
  override getIdentities(callback: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
    callback(undefined, []);
  }

  override sign(): void {}
}

/** Takes requests in, gives their answers out, one after the other; ends with what is no request. */
function answeringStream(answer: AnswerMessage): Duplex {
  const read = createMessageReader();
  const stream: Duplex = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      const messages = read(chunk);
      if (messages === null) {
        stream.destroy();
        return;
      }
      void answerAll(messages).then(() => done());
    },
    final: (done) => {
      stream.push(null);
      done();
    },
  });
  const answerAll = async (messages: readonly Buffer[]) => {
    for (const message of messages) {
      const reply = await answer(message);
      if (!stream.destroyed) stream.push(framed(reply));
    }
  };
  return stream;
}
