import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'ssh2';
import { onTestFinished } from 'vitest';
import { success } from '#contract/failure.ts';
import type { Transfer } from '#contract/files/files.ts';
import { sftpServer } from '../../../e2e/lab/sshd-config.ts';
import { systemClock } from '../../keepalive/system-clock.ts';
import type { RemoteFiles } from '../../session/ports/remote-files.ts';
import { openSftp } from '../../ssh/sftp/open-sftp.ts';
import { logInToSshd } from '../../ssh/ssh2-internals/testing/logged-in-client.ts';
import { createFlow } from '../transfers/flow.ts';
import { createTransfers, type Transfers, type TransfersOptions } from '../transfers/transfers.ts';

/** A folder of its own, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Files of a real sshd, whose side of them is this computer's own. */
export async function openFilesOnSshd(
  config: readonly string[] = [sftpServer],
): Promise<{ readonly files: RemoteFiles; readonly client: Client }> {
  const client = await logInToSshd(config);
  const opened = await openSftp(client, 'server', new AbortController().signal);
  if (!opened.ok) throw new Error(opened.failure.message);
  return { files: opened.value, client };
}

/** What tells of each change of a queue. */
const changes = new WeakMap<Transfers, EventEmitter>();

/** A queue on files that may change between connections. */
export function queueOn(files: () => RemoteFiles, options: Partial<TransfersOptions> = {}): Transfers {
  const changed = new EventEmitter();
  const transfers = createTransfers({
    clock: systemClock,
    connect: async () => success({ files: files(), flow: createFlow() }),
    onSettled: () => undefined,
    ...options,
    onChange: () => {
      options.onChange?.();
      changed.emit('change');
    },
  });
  changes.set(transfers, changed);
  onTestFinished(transfers.dispose);
  return transfers;
}

/** Longer than any of them takes on a busy machine. */
const patienceMs = 20_000;

/** Waits until the latest transfer stands so. */
export async function untilState(transfers: Transfers, kind: Transfer['state']['kind']): Promise<Transfer> {
  const changed = changes.get(transfers) ?? new EventEmitter();
  const signal = AbortSignal.timeout(patienceMs);
  for (;;) {
    const last = transfers.list().at(-1);
    if (last?.state.kind === kind) return last;
    await once(changed, 'change', { signal }).catch(() => {
      throw new Error(`The transfer is ${JSON.stringify(transfers.list().at(-1)?.state)}, and not ${kind}.`);
    });
  }
}
