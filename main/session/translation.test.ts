import { describe, expect, it } from 'vitest';
import { bytes, reset, setUp } from './testing/session-harness.ts';

/** "漢字" in Shift-JIS. */
const kanji = Uint8Array.of(0x8a, 0xbf, 0x8e, 0x9a);

function openSession(settings: Parameters<typeof setUp>[0]) {
  const harness = setUp(settings);
  const session = harness.open();
  const [transport] = harness.opened;
  if (transport === undefined) throw new Error('No transport');
  const shown: Uint8Array[] = [];
  session.pump.attach((message) => {
    if (message instanceof Uint8Array) shown.push(message);
  });
  transport.openNow();
  const text = () => {
    harness.clock.advance(10);
    return Buffer.concat(shown).toString('utf8');
  };
  return { ...harness, session, transport, text };
}

describe('a session in another character set', () => {
  it('shows what comes as UTF-8, also where a character comes in two pieces', () => {
    const { transport, text } = openSession({ characterSet: 'shift-jis' });
    transport.emit({ kind: 'data', bytes: kanji.subarray(0, 1) }, { kind: 'data', bytes: kanji.subarray(1) });
    expect(text()).toBe('漢字');
  });

  it('reads standard error as a stream of its own', () => {
    const { transport, text } = openSession({ characterSet: 'shift-jis' });
    transport.emit(
      { kind: 'data', bytes: kanji.subarray(0, 1) },
      { kind: 'data', bytes: bytes('error '), isError: true },
      { kind: 'data', bytes: kanji.subarray(1) },
    );
    expect(text()).toBe('error 漢字');
  });

  it('sends what is typed in that set, and tells once of what it lacks', () => {
    const { session, transport, logged } = openSession({ characterSet: 'cp437' });
    const typed = bytes('é世');
    session.write(typed.subarray(0, 1));
    session.write(typed.subarray(1));
    session.write(bytes('界'));
    expect(Buffer.concat(transport.sent)).toEqual(Buffer.from([0x82, 0x3f, 0x3f]));
    expect(logged.filter(({ text }) => text.includes('CP437')).map(({ text }) => text)).toEqual([
      'A character that was typed or pasted is not in CP437: it was sent as "?".',
    ]);
  });

  it('sends mouse reports of the old kind as they are', () => {
    const { session, transport } = openSession({ characterSet: 'cp437' });
    session.write(Uint8Array.of(0x1b, 0x5b, 0x4d, 0x20, 0xf0, 0x41));
    session.write(bytes('é'));
    expect(Buffer.concat(transport.sent)).toEqual(Buffer.from([0x1b, 0x5b, 0x4d, 0x20, 0xf0, 0x41, 0x82]));
  });

  it('goes over to another set while it runs', () => {
    const { session, transport, text } = openSession({ characterSet: 'utf-8' });
    transport.emit({ kind: 'data', bytes: bytes('é ') });
    session.change({ characterSet: 'cp437' });
    transport.emit({ kind: 'data', bytes: Uint8Array.of(0x82) });
    expect(text()).toBe('é é');
    session.write(bytes('ü'));
    expect(transport.written).toEqual(['\ufffd']);
  });

  it('passes bytes on untouched in UTF-8', () => {
    const { session, transport, text } = openSession({});
    const typed = Uint8Array.of(0xff, 0x80);
    session.write(typed);
    expect(transport.sent[0]).toBe(typed);
    transport.emit({ kind: 'data', bytes: bytes('ü') });
    expect(text()).toBe('ü');
  });

  it('begins anew with each connection', () => {
    const { session, opened, transport, text } = openSession({ characterSet: 'shift-jis', whenLost: 'wait' });
    transport.emit({ kind: 'data', bytes: kanji.subarray(0, 1) }, { kind: 'ended', cause: reset });
    session.restart();
    opened[1]?.openNow();
    opened[1]?.emit({ kind: 'data', bytes: bytes('A') });
    expect(text().at(-1)).toBe('A');
  });
});
