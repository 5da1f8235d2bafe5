import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface BuiltCli {
  readonly entry: string;
  readonly remove: () => void;
}

/** Builds the program without a window as it is now, beside what a user has built: packages are found from there. */
export async function buildCli(): Promise<BuiltCli> {
  const folder = `${root}out/test-cli-${process.pid}`;
  await build({
    root,
    configFile: `${root}vite.cli.config.ts`,
    logLevel: 'error',
    build: { outDir: folder },
  });
  return { entry: `${folder}/index.js`, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
