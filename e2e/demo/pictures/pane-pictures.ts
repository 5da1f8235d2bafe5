import { startDemoServer } from '../../lab/demo-server.ts';
import { loopback } from '../../lab/tcp.ts';
import { launchApp } from '../../specs/harness/launch.ts';
import { openSession } from '../../steps/configure.ts';
import { panes } from '../../steps/panes.ts';
import { acceptHostKey, answerPrompt } from '../../steps/prompts.ts';
import { expectState } from '../../steps/sessions.ts';
import type { Camera } from './camera.ts';

/** A tab of three panes, and what is typed into one of them going to all. */
export async function takePanePictures({ shoot }: Camera): Promise<void> {
  const server = await startDemoServer();
  const app = await launchApp({ size: { width: 800, height: 460 } });
  const { page } = app;
  try {
    await openSession(page, { hostName: loopback, portNumber: server.port, userName: 'ada' });
    await acceptHostKey(page);
    for (const [index, key] of ['', 'Control+Shift+E', 'Control+Shift+D'].entries()) {
      if (key !== '') await page.keyboard.press(key);
      await answerPrompt(page, 'Password:', 'demo');
      await expectState(page, 'open', index);
      await panes(page).nth(index).getByRole('textbox', { name: 'Terminal input' }).waitFor({ state: 'attached' });
      await page.keyboard.type(index === 1 ? 'ls\n' : 'help\n');
    }
    await shoot('panes', page);
    await page.keyboard.press('Control+Shift+B');
    await page.keyboard.type('uptime');
    await page.getByRole('button', { name: /Stop broadcasting$/ }).waitFor();
    await shoot('broadcast', page);
  } finally {
    await app.stop();
    await server.stop();
  }
}
