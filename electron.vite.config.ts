import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The licences of the packages that a bundle holds. */
const license = { fileName: 'licences.txt' };

/**
 * Three bundles: main (ES module, and beside it the thread that opens keys), preload (a sandboxed preload must be
 * CommonJS), renderer. Main's holds all packages but package.json's dependencies: they are hundreds of small files, and
 * to find and read each of them took longer than all else that main does before there is a window.
 */
export default defineConfig({
  main: {
    build: {
      license,
      lib: { entry: { index: 'main/index.ts', 'key-worker': 'main/ssh/keys/key-worker.ts' }, formats: ['es'] },
      rollupOptions: { output: { entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      lib: { entry: 'app/preload/index.ts', formats: ['cjs'] },
      rollupOptions: { output: { entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    // React Aria has words of its own, in 34 languages.
    plugins: [react(), optimizeLocales.vite({ locales: ['en', 'ja'] })],
    build: { license, minify: true, rollupOptions: { input: 'renderer/index.html' } },
  },
});
