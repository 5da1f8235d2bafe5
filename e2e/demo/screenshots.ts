import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildIfNeeded } from '../../scripts/build.ts';
import { ensureInstalled } from '../lab/provision.ts';
import { launchApp } from '../specs/harness/launch.ts';
import { configure, showPanel } from '../steps/configure.ts';
import { runDemo } from './run-demo.ts';

/** `npm run screenshots`: the pictures of README and docs, made anew from the running program. */
const folder = resolve('docs/screenshots');
const picture = (name: string) => ({ path: resolve(folder, `${name}.png`) });

ensureInstalled(['chromium']);
buildIfNeeded();
mkdirSync(folder, { recursive: true });
await runDemo(picture('window').path, (line) => console.log(line));

const app = await launchApp({ size: { width: 800, height: 600 } });
try {
  await configure(app.page, { hostName: 'shell.example.com', userName: 'ada', keepaliveSeconds: 120 });
  for (const category of ['Session', 'Connection', 'Connection/SSH/Auth', 'Window/Appearance']) {
    await showPanel(app.page, category);
    await app.page.screenshot(picture(`panel-${category.split('/').at(-1)?.toLowerCase()}`));
  }
} finally {
  await app.stop();
}
