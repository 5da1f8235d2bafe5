import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Debian's Chromium; elsewhere HOLDFAST_CHROMIUM names one. */
const chromium = process.env.HOLDFAST_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

/** A sandboxed Chromium cannot start as root; the rest keeps it off the network. */
const chromiumArgs = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the renderer and its tests import of other packages. */
const rendererDependencies = [
  'react',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  'react-aria-components',
  'i18next',
  'lucide-react',
  'zustand',
  'zustand/vanilla',
  '@xterm/xterm',
  '@xterm/addon-image',
  '@xterm/addon-unicode-graphemes',
  '@xterm/addon-web-links',
  '@xterm/addon-webgl',
  're2js',
  'vitest-browser-react',
];

/** What is waited for comes in a moment, but for a busy machine, ms. Vitest's own limit is a second. */
const pollTimeout = 20_000;

/** Most of these wait for servers and for time to pass: one for each core leaves the cores idle. */
const nodeWorkers = 3;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: [
            'app/**/*.test.ts',
            'main/**/*.test.ts',
            'e2e/{lab,bench,stand-in}/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          alias: { electron: new URL('./e2e/stand-in/unit-electron.ts', import.meta.url).pathname },
          server: { deps: { inline: ['electron-store'] } },
          testTimeout: 30_000,
          // Several servers are started in some.
          hookTimeout: 60_000,
          expect: { poll: { timeout: pollTimeout } },
          maxWorkers: nodeWorkers,
          // The one before the other: they differ in their workers.
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [react()],
        // Found only as tests run, a dependency is bundled then, and the page reloads under the test.
        optimizeDeps: { include: rendererDependencies },
        // React Aria draws all rows of a long list in tests, unless it is told to draw those in sight as in the program.
        define: { 'process.env.VIRT_ON': JSON.stringify('1') },
        test: {
          name: 'browser',
          include: ['renderer/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 1 },
          // The whole dialog takes a busy machine of two cores a while.
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: chromiumArgs, ...(chromium ? { executablePath: chromium } : {}) },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 800, height: 600 } }],
          },
        },
      },
    ],
  },
});
