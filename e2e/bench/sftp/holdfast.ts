import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { success } from '#contract/failure.ts';
import type { Profile } from '#contract/profile/profile.ts';
import { newBatch } from '../../../main/files/transfers/conflict.ts';
import { downloadTask } from '../../../main/files/transfers/download-tasks.ts';
import { createFlow } from '../../../main/files/transfers/flow.ts';
import { createTransfers } from '../../../main/files/transfers/transfers.ts';
import { uploadTask } from '../../../main/files/transfers/upload-tasks.ts';
import { systemClock } from '../../../main/keepalive/system-clock.ts';
import type { Registry } from '../../../main/session/registry.ts';
import type { Session } from '../../../main/session/session-parts.ts';
import type { Sshd } from '../../lab/sshd.ts';
import { loopback } from '../../lab/tcp.ts';
import { keyLoginProfile } from '../key-login.ts';
import { createSessionCore } from '../session-core.ts';

/** Holdfast's own transfers, on a connection that is open as a session's is. */
export interface HoldfastFiles {
  readonly move: (way: 'download' | 'upload', source: string, target: string) => Promise<void>;
  readonly close: () => void;
}

export async function openHoldfast(sshd: Sshd): Promise<HoldfastFiles> {
  const { port, userName, clientKey: keyFile, hostKey, folder } = sshd;
  await writeFile(join(folder, 'known_hosts'), `[${loopback}]:${port} ${hostKey.publicLine}\n`);
  const login = keyLoginProfile({ host: loopback, port, userName, keyFile });
  const { registry, session } = await openedSession(folder, { ...login, noShell: true });
  const opened = await session.openFiles();
  if (!opened.ok) throw new Error(opened.failure.message);
  const connected = { files: opened.value, flow: createFlow() };

  const move: HoldfastFiles['move'] = (way, source, target) =>
    new Promise((resolve, reject) => {
      const transfers = createTransfers({
        clock: systemClock,
        connect: async () => success(connected),
        onChange: () => undefined,
        onSettled: () => {
          const state = transfers.list()[0]?.state;
          if (state?.kind === 'done') resolve();
          else reject(new Error(`The ${way} ended otherwise: ${JSON.stringify(state)}`));
        },
      });
      const batch = newBatch();
      const task =
        way === 'download'
          ? downloadTask({ remotePaths: [source], localFolder: target, platform: process.platform, batch })
          : uploadTask({ localPaths: [source], remoteFolder: target, batch });
      transfers.add({ kind: way, name: source, to: target }, task);
    });

  return { move, close: () => registry.dispose() };
}

function openedSession(folder: string, profile: Profile): Promise<{ registry: Registry; session: Session }> {
  return new Promise((resolve, reject) => {
    const registry = createSessionCore({
      folder,
      onChange: ({ state, prompt }) => {
        if (state.kind === 'open') resolve({ registry, session });
        else if (state.kind === 'closed' || prompt !== null) reject(new Error(JSON.stringify({ state, prompt })));
      },
    });
    const session = registry.open({ profile, savedAs: null });
  });
}
