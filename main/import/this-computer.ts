import { homedir } from 'node:os';
import { createImporter, type Importer, type ImporterParts } from './importer.ts';
import type { HostKeyNotation } from './read.ts';
import { readImportFile } from './read-file.ts';
import { findSources } from './sources.ts';

interface Parts extends Pick<ImporterParts, 'chooseFile' | 'saved' | 'highlights'> {
  readonly hostKeys: ImporterParts['hostKeys'] & HostKeyNotation;
}

/** Imports from where other programs keep their settings on this computer. */
export function createImporterHere({ hostKeys, ...parts }: Parts): Importer {
  const around = { platform: process.platform, environment: process.env, homeDir: homedir() };
  return createImporter({
    ...parts,
    hostKeys,
    findSources: () => findSources(around, hostKeys),
    readFile: (path) => readImportFile(path, hostKeys),
  });
}
