import { spawnSync } from 'node:child_process';
import type { ConfigFile } from '../config-file.ts';
import { type Resolved, resolve, type Wanted } from '../resolve.ts';

/** Resolves, and runs what `Match exec` asks for. */
export function resolveRunning(files: readonly ConfigFile[], wanted: Omit<Wanted, 'commandResults'>): Resolved {
  const commandResults = new Map<string, boolean>();
  for (;;) {
    const resolution = resolve(files, { ...wanted, commandResults });
    if (resolution.kind === 'resolved') return resolution.resolved;
    commandResults.set(resolution.command, spawnSync('sh', ['-c', resolution.command]).status === 0);
  }
}
