import type { Sample } from './corpus.ts';

/** A configuration of one file, asked for these hosts. */
export const sample = (name: string, config: string, ...hosts: readonly string[]): Sample => ({
  name,
  files: { config },
  asked: hosts.map((host) => host.split(' ')),
});
