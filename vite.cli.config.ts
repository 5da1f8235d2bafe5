import { defineConfig, type Plugin } from 'vite';
import { dependencies } from './package.json' with { type: 'json' };

/** electron-store asks Electron for a folder; without Electron it takes the one that it is always given here. */
const withoutElectron: Plugin = {
  name: 'without-electron',
  enforce: 'pre',
  resolveId: (id) => (id === 'electron' ? '\0no-electron' : null),
  load: (id) => (id === '\0no-electron' ? 'export default {};' : null),
};

/** The program without a window, for Node alone; the same packages are in it as in main's bundle. */
export default defineConfig({
  plugins: [withoutElectron],
  ssr: { noExternal: true, external: Object.keys(dependencies) },
  build: {
    ssr: true,
    outDir: 'out/cli',
    target: 'node20',
    rollupOptions: {
      input: { index: 'main/cli/index.ts', 'key-worker': 'main/ssh/keys/key-worker.ts' },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});
