import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'ssh2';
import { expect, onTestFinished, vi } from 'vitest';
import { success } from '#contract/failure.ts';
import type { Transfer } from '#contract/files.ts';
import { sftpServer } from '../../../e2e/lab/sshd-config.ts';
import { systemClock } from '../../keepalive/system-clock.ts';
import type { RemoteFiles } from '../../session/remote-files.ts';
import { openSftp } from '../../ssh/sftp/open-sftp.ts';
import { logInToSshd } from '../../ssh/ssh2-internals/testing/logged-in-client.ts';
import { createFlow } from '../flow.ts';
import { createTransfers, type Transfers, type TransfersOptions } from '../transfers.ts';

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

/** A queue on files that may change between connections. */
export function queueOn(files: () => RemoteFiles, options: Partial<TransfersOptions> = {}): Transfers {
  const transfers = createTransfers({
    clock: systemClock,
    connect: async () => success({ files: files(), flow: createFlow() }),
    onChange: () => undefined,
    onSettled: () => undefined,
    ...options,
  });
  onTestFinished(transfers.dispose);
  return transfers;
}

/** Waits until the latest transfer stands so. */
export const untilState = (transfers: Transfers, kind: Transfer['state']['kind']): Promise<Transfer> =>
  vi.waitFor(
    () => {
      const last = transfers.list().at(-1);
      expect(last?.state).toMatchObject({ kind });
      return last as Transfer;
    },
    { timeout: 20_000, interval: 10 },
  );
