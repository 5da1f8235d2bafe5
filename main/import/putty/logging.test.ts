import { describe, expect, it } from 'vitest';
import { puttyChanges, puttySession } from './testing/putty-session.ts';

describe('the log of a session of PuTTY', () => {
  it('is that of PuTTY, with each of its settings', () => {
    const changed = {
      ...{ LogType: '4', LogFileName: '/logs/&H.log', LogFileClash: '1', LogFlush: '0', LogHeader: '0' },
      ...{ SSHLogOmitPasswords: '0', SSHLogOmitData: '1' },
    };
    const { changes, unmapped } = puttySession(changed);
    expect(changes).toMatchObject({
      logType: 'raw',
      logFileName: '/logs/&H.log',
      logFileClash: 'overwrite',
      logFlush: false,
      logHeader: false,
      sshLogOmitPasswords: false,
      sshLogOmitData: true,
    });
    expect(unmapped).toEqual([]);
  });

  it.each([
    ['0', 'none'],
    ['1', 'printable'],
    ['2', 'all'],
    ['3', 'packets'],
  ])('is of the same kind: %s is %s', (LogType, logType) => {
    expect(puttyChanges({ LogType })).toMatchObject({ logType });
  });

  it.each([
    ['-1', 'ask'],
    ['0', 'append'],
  ])('treats a file that is there the same: %s is %s', (LogFileClash, logFileClash) => {
    expect(puttyChanges({ LogFileClash })).toMatchObject({ logFileClash });
  });

  it("has PuTTY's own name only where that was used", () => {
    expect(puttyChanges({ LogType: '0', LogFileName: 'putty.log' })).not.toHaveProperty('logFileName');
    expect(puttyChanges({ LogType: '2', LogFileName: 'putty.log' })).toMatchObject({ logFileName: 'putty.log' });
  });
});
