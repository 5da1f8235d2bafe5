import { describe, expect, it } from 'vitest';
import type { OpenSessionLog, SessionLogOptions } from './ports/session-log.ts';
import { bytes, reset, setUp } from './testing/session-harness.ts';

/** A session whose log keeps what it hears. */
function openLogged() {
  const heard: string[] = [];
  const opened: SessionLogOptions[] = [];
  const text = (output: Uint8Array) => new TextDecoder().decode(output);
  const openLog: OpenSessionLog = (options) => {
    opened.push(options);
    return {
      noteConnection: () => heard.push('connection'),
      output: (output) => heard.push(text(output)),
      event: () => undefined,
      trace: { packet: (_direction, sequence) => heard.push(`packet ${sequence}`), raw: () => undefined },
      change: ({ logType }) => heard.push(`change to ${logType}`),
      close: () => heard.push('close'),
    };
  };
  const parts = setUp({ whenLost: 'reconnect' }, 'works', openLog);
  const session = parts.open();
  return { ...parts, session, heard, log: () => opened[0] as SessionLogOptions, logs: () => opened.length };
}

describe('a session and its log', () => {
  it('has one log over all its connections, with output, errors and packets of each, until it ends', () => {
    const { transport, clock, registry, session, heard, logs } = openLogged();
    transport().openNow();
    transport().emit({ kind: 'data', bytes: bytes('one') }, { kind: 'data', bytes: bytes('error'), isError: true });
    transport().emit({ kind: 'ended', cause: reset });
    clock.advance(0);
    transport().openNow();
    transport().options.trace?.packet('incoming', 7, bytes(''));
    transport().emit({ kind: 'data', bytes: bytes('two') });
    registry.remove(session.snapshot().id);
    expect(heard).toEqual(['connection', 'one', 'error', 'connection', 'packet 7', 'two', 'close']);
    expect(logs()).toBe(1);
  });

  it('hears of settings that change', () => {
    const { session, heard } = openLogged();
    session.change({ logType: 'all' });
    expect(heard.at(-1)).toBe('change to all');
  });

  it('asks its user about a file in the window, and tells of it in notices and the Event Log by name', async () => {
    const { session, log, notices, logged } = openLogged();
    const answer = log().askAboutFile('/logs/a.log', new AbortController().signal);
    const prompt = session.snapshot().prompt;
    expect(prompt?.prompt).toEqual({ kind: 'log-exists', file: '/logs/a.log' });
    session.answer(prompt?.promptId ?? '', { kind: 'append' });
    expect(await answer).toEqual({ kind: 'append' });
    const withdrawn = new AbortController();
    const other = log().askAboutFile('/logs/b.log', withdrawn.signal);
    withdrawn.abort();
    expect(await other).toEqual({ kind: 'cancel' });
    expect(session.snapshot().prompt).toBeNull();
    log().onNotice('The disk is full.');
    log().onLog('Log file: /logs/a.log.');
    expect(notices).toEqual(['ada@example.com: The disk is full.']);
    expect(logged.at(-1)?.text).toBe('Log file: /logs/a.log.');
  });
});
