import { defineConfig } from 'vite';

/** The program without a window, for Node alone; packages stay outside, as with the other bundles. */
export default defineConfig({
  // electron-store is conf with Electron's folder for a default, which is never used: folders are always given.
  resolve: { alias: { 'electron-store': 'conf' } },
  build: {
    ssr: 'main/cli/index.ts',
    outDir: 'out/cli',
    target: 'node20',
    rollupOptions: { output: { format: 'es', entryFileNames: 'index.js' } },
  },
});
