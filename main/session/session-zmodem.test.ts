import { describe, expect, it } from 'vitest';
import type { OpenZmodem, ZmodemOptions } from './ports/zmodem.ts';
import { bytes, reset, setUp } from './testing/session-harness.ts';

/** A session whose Zmodem takes all that has a "#" in it, as long as it holds. */
function openSession() {
  let given: ZmodemOptions | null = null;
  let holds = false;
  const lost: true[] = [];
  const openZmodem: OpenZmodem = (options) => {
    given = options;
    return {
      output: (came) => {
        if (!came.includes(0x23)) options.passOn(came);
      },
      takesKeys: () => holds,
      status: () => null,
      answer: () => false,
      send: () => false,
      cancel: () => undefined,
      lose: () => void lost.push(true),
    };
  };
  const printed: Uint8Array[] = [];
  const harness = setUp({ characterSet: 'iso-8859-1' }, 'works', undefined, openZmodem);
  const session = harness.open();
  session.pump.attach((message) => {
    if (message instanceof Uint8Array) printed.push(message);
  });
  const [transport] = harness.opened;
  if (transport === undefined || given === null) throw new Error('No transport');
  transport.openNow();
  const side: ZmodemOptions = given;
  const text = () => {
    harness.clock.advance(10);
    return Buffer.concat(printed).toString('utf8');
  };
  const hold = (held: boolean) => {
    holds = held;
  };
  return { ...harness, session, transport, side, text, hold, lost };
}

describe("Zmodem in a session's output", () => {
  it('keeps its own, passes on the rest to be translated, and adds a line', () => {
    const { transport, side, text } = openSession();
    transport.emit({ kind: 'data', bytes: Uint8Array.of(0xe4) }, { kind: 'data', bytes: bytes('#file') });
    side.onMark('Zmodem: ü');
    expect(text()).toBe('ä\r\x1b[K\x1b[2mZmodem: ü\x1b[m\r\n');
  });

  it('sends bytes as they are, in no character set, and holds keys off meanwhile', () => {
    const { session, transport, side, hold } = openSession();
    hold(true);
    let taken = 0;
    session.write(bytes('typed'), () => {
      taken += 1;
    });
    side.send(Uint8Array.of(0xc3, 0xbc));
    hold(false);
    session.write(bytes('ü'));
    expect(taken).toBe(1);
    expect(transport.sent).toEqual([Uint8Array.of(0xc3, 0xbc), Buffer.of(0xfc)]);
  });

  it('has nothing done to what is sent while it is binary, whatever the settings come to', () => {
    const { session, transport, side } = openSession();
    side.setBinary(true);
    session.change({ localEcho: 'on' });
    side.setBinary(false);
    expect(transport.calls.filter((call) => call.startsWith('typing'))).toEqual([
      'typing off off',
      'typing off off',
      'typing on auto',
    ]);
  });

  it('holds the server back beside the pump, and lets go when both do', () => {
    const { transport, side } = openSession();
    const before = transport.calls.length;
    side.setPaused(true);
    side.setPaused(true);
    side.setPaused(false);
    expect(transport.calls.slice(before)).toEqual(['pause', 'resume']);
  });

  it('hears of a connection that is lost', () => {
    const { transport, lost } = openSession();
    transport.emit({ kind: 'ended', cause: reset });
    expect(lost).toHaveLength(1);
  });
});
