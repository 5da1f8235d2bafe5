import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** A program of the bench's as a bundle. */
export interface BuiltProgram {
  readonly url: URL;
  readonly remove: () => void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles a program as main is bundled for its users. What runs TypeScript as it is keeps the names of functions by
 * defining a property on each: a session of 400 functions has 90 KB more then, and is slower.
 */
export async function buildProgram(source: URL): Promise<BuiltProgram> {
  const name = basename(source.pathname, '.ts');
  const folder = `${root}out/bench-${name}-${process.pid}`; // packages are found from there
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rollupOptions: {
        input: fileURLToPath(source),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return {
    url: pathToFileURL(`${folder}/${name}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
