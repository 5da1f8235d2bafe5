import { describe, expect, it } from 'vitest';
import type { DropEvidence } from './drop-evidence.ts';
import { judge } from './verdict.ts';

const reset: DropEvidence = {
  host: 'example.com',
  peer: 'example.com',
  failure: 'connection-reset',
  exitTold: false,
  message: 'The connection to example.com was reset.',
  idleMs: 300_000,
  unansweredMs: 40,
  survivedMs: 0,
  known: { longestSurvivedMs: null, shortestFatalMs: null },
  unusedMs: 0,
  untypedMs: null,
  keepaliveSeconds: 0,
  sleptMs: 0,
  addressReplaced: false,
  probe: 'works',
  lastText: '$ ',
};

describe('judge', () => {
  it('finds an idle cut in a reset right after a silence, names the limit and half of it as the remedy', () => {
    expect(judge(reset)).toMatchObject({
      kind: 'idle-cut-reset',
      confidence: 'likely',
      sentence: expect.stringMatching(/idle for about 5 min.*isn't certain/),
      remedy: { kind: 'set-keepalive', seconds: 120 },
    });
  });

  it('lets the remedy rest on what is known of the path too, unless that is contradicted now', () => {
    const knowing = (longestSurvivedMs: number | null, shortestFatalMs: number | null) =>
      judge({ ...reset, known: { longestSurvivedMs, shortestFatalMs } }).remedy;
    expect(knowing(50_000, null)).toEqual({ kind: 'set-keepalive', seconds: 45 });
    expect(knowing(20_000, 60_000)).toEqual({ kind: 'set-keepalive', seconds: 20 });
    expect(knowing(null, 60_000)).toEqual({ kind: 'set-keepalive', seconds: 30 });
    expect(knowing(400_000, 600_000)).toEqual({ kind: 'set-keepalive', seconds: 120 });
  });

  it('does not blame a silence that the same connection had survived before', () => {
    expect(judge({ ...reset, survivedMs: 299_000 })).toMatchObject({ kind: 'unknown', confidence: 'unsure' });
    expect(judge({ ...reset, survivedMs: 200_000 }).kind).toBe('idle-cut-reset');
  });

  it('never claims to be certain of an idle cut, with whatever probe', () => {
    for (const probe of ['pending', 'works'] as const) expect(judge({ ...reset, probe }).confidence).toBe('likely');
  });

  it('finds a silent idle cut when nothing is answered after a silence but new connections work', () => {
    const silent: DropEvidence = { ...reset, failure: 'connection-timeout', unansweredMs: 30_000 };
    expect(judge(silent)).toMatchObject({ kind: 'idle-cut-silent', remedy: { kind: 'set-keepalive' } });
    expect(judge({ ...silent, probe: 'pending' }).kind).toBe('unknown');
  });

  it('does not blame a router for a reset in the middle of work', () => {
    expect(judge({ ...reset, idleMs: 200 })).toMatchObject({ kind: 'unknown', confidence: 'unsure' });
  });

  it('does not take a server that hangs for a path that forgets within seconds', () => {
    const hangs: DropEvidence = { ...reset, failure: 'connection-timeout', idleMs: 2100, unansweredMs: 9000 };
    expect(judge(hangs)).toMatchObject({
      kind: 'unknown',
      confidence: 'unsure',
      sentence: expect.stringMatching(/takes new connections.*hangs, or something on the way/),
      remedy: { kind: 'reconnect' },
    });
  });

  it('says of every idle cut that something else may have looked the same', () => {
    const silent = { ...reset, failure: 'connection-timeout', unansweredMs: 30_000 } as const;
    expect(judge(reset).sentence).toMatch(/A restart of example\.com would look the same, so this isn't certain/);
    expect(judge(silent).sentence).toContain('A server that hangs would look the same');
  });

  it('does not blame a router for a reset that nothing of ours provoked', () => {
    expect(judge({ ...reset, unansweredMs: null })).toMatchObject({ kind: 'unknown', confidence: 'unsure' });
  });

  it("takes the server's own word", () => {
    const told = { ...reset, failure: 'server-disconnected', message: 'Too many sessions.' } as const;
    expect(judge(told)).toMatchObject({
      kind: 'server-closed',
      confidence: 'certain',
      sentence: expect.stringContaining('Too many sessions.'),
    });
  });

  it('finds a server that closed the connection, and one whose service is gone', () => {
    const closed = { ...reset, failure: 'connection-closed' } as const;
    expect(judge(closed)).toMatchObject({ kind: 'server-closed', confidence: 'likely' });
    expect(judge({ ...closed, probe: 'refused' })).toMatchObject({ kind: 'server-gone', confidence: 'certain' });
    expect(judge({ ...reset, probe: 'refused' }).kind).toBe('server-gone');
  });

  it('names an idle limit of the server where it closed an unused session, but only as likely', () => {
    const unused = { ...reset, failure: 'connection-closed', unusedMs: 600_000 } as const;
    expect(judge(unused)).toMatchObject({
      kind: 'server-idle-limit',
      confidence: 'likely',
      sentence: expect.stringMatching(/10 min after the last key.*was ended, or.*dropbear -I/),
    });
    expect(judge({ ...unused, probe: 'refused' }).kind).toBe('server-gone');
    expect(judge({ ...unused, probe: 'unanswered' }).kind).toBe('server-closed');
    expect(judge({ ...unused, unusedMs: 2000 }).kind).toBe('server-closed');
  });

  it('names an idle limit where the server closed an unused channel and told of no exit', () => {
    const unused = { ...reset, failure: null, message: '', unusedMs: 600_000 } as const;
    expect(judge(unused)).toMatchObject({
      kind: 'server-idle-limit',
      sentence: expect.stringMatching(/ChannelTimeout.*null packets do not put off/),
    });
    expect(judge({ ...unused, exitTold: true }).kind).not.toBe('server-idle-limit');
    expect(judge({ ...unused, unusedMs: 2000 }).kind).not.toBe('server-idle-limit');
  });

  it('does not keep an idle limit of the server to itself where that may have been the reset', () => {
    const unused = { ...reset, survivedMs: 300_000, unusedMs: 600_000 };
    expect(judge(unused)).toMatchObject({
      kind: 'unknown',
      sentence: expect.stringContaining('idle limit of its own'),
    });
    expect(judge({ ...unused, unusedMs: 1000 }).sentence).not.toContain('idle limit');
  });

  it('tells a dead network from a dead server', () => {
    expect(judge({ ...reset, probe: 'no-network' }).kind).toBe('network-down');
    expect(judge({ ...reset, failure: 'unreachable', probe: 'unreachable' }).kind).toBe('network-down');
    expect(judge({ ...reset, failure: 'connection-timeout', probe: 'unanswered' }).kind).toBe('server-gone');
  });

  it('knows that no connection outlives the address that it was made from, unless it reaches nothing now', () => {
    const moved = { ...reset, failure: 'connection-timeout', addressReplaced: true } as const;
    expect(judge(moved)).toMatchObject({ kind: 'address-changed', confidence: 'certain' });
    expect(judge({ ...moved, sleptMs: 3_600_000 }).kind).toBe('address-changed');
    expect(judge({ ...moved, probe: 'no-network' }).kind).toBe('network-down');
    expect(judge({ ...moved, probe: 'unreachable' }).kind).toBe('server-gone');
    expect(judge({ ...moved, probe: 'pending' })).toMatchObject({ kind: 'address-changed', confidence: 'likely' });
  });

  it('blames the sleep of this computer where there was one', () => {
    expect(judge({ ...reset, sleptMs: 3_600_000 })).toMatchObject({
      kind: 'suspended',
      sentence: expect.stringContaining('slept for 1 h'),
    });
  });

  it('blames the sleep also where the server closed the session of a computer that did not answer', () => {
    const closed = { ...reset, failure: 'connection-closed', sleptMs: 3_600_000, unusedMs: 3_600_000 } as const;
    expect(judge(closed).kind).toBe('suspended');
    expect(judge({ ...closed, unusedMs: 0 }).kind).toBe('suspended');
    expect(judge({ ...closed, failure: 'server-disconnected' }).kind).toBe('server-closed');
  });

  it('does not say that there is no network where a new connection works', () => {
    expect(judge({ ...reset, failure: 'unreachable', probe: 'works' })).toMatchObject({
      kind: 'network-down',
      sentence: expect.stringContaining('for a moment'),
    });
  });

  it('does not take text about idle users for the word of a shell that its user has just left', () => {
    const left = {
      ...reset,
      failure: null,
      exitTold: true,
      lastText: 'man page: auto-logout',
      untypedMs: 100,
    } as const;
    expect(judge(left).kind).toBe('unknown');
    expect(judge({ ...left, untypedMs: 60_000 }).kind).toBe('idle-logout');
  });

  it('quotes no more of the screen than the words that it knows', () => {
    const lastText = '\u001b]0;x\u0007\u202eEnter your password\r\nauto-logout\u001b[?2004l\r\n';
    expect(judge({ ...reset, failure: null, message: '', lastText }).evidence).toEqual(['It printed "auto-logout".']);
  });

  it.each(['timed out waiting for input: auto-logout', 'auto-logout', 'Session timed out. Goodbye'])(
    'knows a shell that logged out by itself by "%s", against which null packets don\'t help',
    (lastText) => {
      expect(judge({ ...reset, failure: null, message: '', lastText })).toMatchObject({
        kind: 'idle-logout',
        confidence: 'certain',
        remedy: { kind: 'reconnect' },
      });
    },
  );
});
