import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { whyMissing } from '../missing.ts';
import { isKept, type MeasureRequest, measure } from './measure.ts';
import { jsonOf, pageOf, rowsOf } from './report.ts';

/** On a busy machine; else a tenth of it. ms */
const patienceMs = 120_000;

const reason = whyMissing(['openssh-client', 'putty-tools']);
const name = reason === null ? 'npm run bench:sessions' : `npm run bench:sessions (skipped: ${reason})`;

const few: MeasureRequest = { sessions: 4, peers: 1, seconds: 5, period: 1, onProgress: () => undefined };

describe.skipIf(reason !== null)(name, () => {
  it('counts the null packets of all sessions, as sent and as arrived, and finds all alive', {
    timeout: patienceMs,
  }, async () => {
    const measured = await measure(few);
    const { holdfast, peers, measuredSeconds } = measured;
    expect(holdfast).toMatchObject({ sessions: 4, alive: 4 });
    // A packet of each session may be at the edge of the measured time, which begins and ends a moment apart for both.
    expect(Math.abs(holdfast.sent.packets - 4 * measuredSeconds)).toBeLessThanOrEqual(4);
    expect(Math.abs(holdfast.arrived.packets - holdfast.sent.packets)).toBeLessThanOrEqual(4);
    expect(holdfast.cpuMs).toBeGreaterThan(0);
    // A few sessions can take less than what the process gives back meanwhile.
    expect(holdfast.memoryBytes).toSatisfy(Number.isInteger);
    if (process.platform === 'linux') {
      expect(peers.ssh).toMatchObject({ sessions: 1, alive: 1, arrived: null });
      expect(peers.plink).toMatchObject({ sessions: 1, alive: 1, arrived: { packets: expect.any(Number) } });
      expect(rowsOf(measured)).toHaveLength(4);
    }
    const facts = {
      machine: 'Linux',
      load: 0.25,
      versions: ['Node v20'],
      command: 'npm run bench:sessions',
      date: '2026-11-22',
    };
    expect(pageOf(measured, few, facts)).toContain('| Holdfast, one process for all | 4 | 4 |');
    expect(jsonOf(measured, few)).toMatchObject({ sessions: 4, holdfast: { alive: 4 } });
  });

  it('sees packets that were held up as late, where they are sent and where they arrive', {
    timeout: patienceMs,
  }, async () => {
    const measured = await measure({
      ...few,
      onBegun: ({ holder }) => {
        process.kill(holder.pid, 'SIGSTOP');
        void wait(2000).then(() => process.kill(holder.pid, 'SIGCONT'));
      },
    });
    const { sent, arrived } = measured.holdfast;
    for (const { late, worstMs } of [sent, arrived]) {
      expect(late).toBeGreaterThanOrEqual(4);
      expect(worstMs).toBeGreaterThan(900); // a period before they were due at most, 2 s later at the earliest
    }
    expect(isKept(measured)).toBe(false);
  });

  it('sees a session that the server stopped serving as dead', { timeout: patienceMs }, async () => {
    const measured = await measure({
      ...few,
      seconds: 1,
      answerSeconds: 5,
      onBegun: ({ server }) => void server.call('freeze', 'holdfast'),
    });
    expect(measured.holdfast).toMatchObject({ sessions: 4, alive: 3 });
    expect(isKept(measured)).toBe(false);
  });
});
