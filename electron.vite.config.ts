import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Three bundles: main (ES module, and beside it the thread that opens keys), preload (a sandboxed preload must be CommonJS), renderer. */
export default defineConfig({
  main: {
    build: {
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
    plugins: [react()],
    build: { minify: true, rollupOptions: { input: 'renderer/index.html' } },
  },
});
