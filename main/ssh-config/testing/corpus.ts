import { criteriaCorpus } from './corpus-criteria.ts';
import { includeCorpus } from './corpus-includes.ts';
import { keywordCorpus } from './corpus-keywords.ts';
import { lineCorpus } from './corpus-lines.ts';

/** One configuration: the files under `~/.ssh` by name, and the command lines of `ssh` to resolve with it. */
export interface Sample {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Words of a command line: `-l`, `-p` and a host. */
  readonly asked: readonly (readonly string[])[];
}

/** Configurations that `ssh` takes. */
export const corpus: readonly Sample[] = [...lineCorpus, ...criteriaCorpus, ...includeCorpus, ...keywordCorpus];
