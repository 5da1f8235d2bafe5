import { test as base, type TestInfo } from '@playwright/test';
import type { App, LaunchOptions } from './app.ts';
import { launchApp } from './launch.ts';

interface Fixtures {
  /** Starts the program; whatever a spec started is stopped after it. */
  readonly launch: (options?: LaunchOptions) => Promise<App>;
  /** The program, started with nothing given. */
  readonly app: App;
}

export { expect } from '@playwright/test';

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of this pattern.
  launch: async ({}, use, testInfo) => {
    const apps: App[] = [];
    await use(async (options) => {
      const app = await launchApp(options);
      apps.push(app);
      return app;
    });
    for (const app of apps) {
      if (testInfo.status !== testInfo.expectedStatus) await attachEvidence(app, testInfo);
      // Asked to quit with a session open it would ask its user, who is not there.
      await app.kill();
      await app.stop();
    }
  },
  app: async ({ launch }, use) => {
    await use(await launch());
  },
});

/** What it looked like and what it printed, for a spec that failed. */
async function attachEvidence(app: App, testInfo: TestInfo): Promise<void> {
  await testInfo.attach('output', { body: app.output(), contentType: 'text/plain' });
  const screenshot = await app.page.screenshot().catch(() => null);
  if (screenshot !== null) await testInfo.attach('window', { body: screenshot, contentType: 'image/png' });
}
