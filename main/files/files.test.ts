import { expect, it } from 'vitest';
import type { FilesStatus } from '#contract/files/files.ts';
import type { SessionId } from '#contract/session/session.ts';
import { systemClock } from '../keepalive/system-clock.ts';
import { createFiles } from './files.ts';

it('a session is busy until its transfers are finished or given up', () => {
  const id = 's1' as SessionId;
  const files = createFiles({
    session: () => ({ openFiles: () => new Promise(() => undefined) }),
    clock: systemClock,
    wallClock: () => 0,
    platform: 'linux',
    openInEditor: async () => null,
    onChange: (_status: FilesStatus) => undefined,
  });
  expect(files.isBusy(id)).toBe(false);
  const own = files.of(id);
  expect(files.isBusy(id)).toBe(false);
  own?.download(['/etc/hosts'], '/nowhere');
  expect([files.isBusy(id), files.hasTransfers(id)]).toEqual([true, true]);
  own?.act(own.status().transfers[0]?.transferId ?? '', 'cancel');
  expect([files.isBusy(id), files.hasTransfers(id)]).toEqual([false, false]);
  files.noteRemoved(id);
});
