import type { RemoteEntry } from '#contract/files/files.ts';

/** An empty file of the server, with these things different. */
export const remoteEntry = (name: string, changes: Partial<RemoteEntry> = {}): RemoteEntry => ({
  name,
  shownName: name,
  kind: 'file',
  target: null,
  size: 0,
  modifiedAt: 1_700_000_000,
  mode: 0o644,
  owner: 'ada',
  group: 'ada',
  ...changes,
});
