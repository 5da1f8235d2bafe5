import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { SessionId } from '#contract/session/session.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { createFilesStore } from './files-store.ts';

const shell = 'shell' as SessionId;

afterEach(() => page.viewport(800, 600));

/** What the window is asked to grow by when the panel comes and goes, on a screen that lets it have `given` pixels more. */
async function changesWithin(given: number): Promise<readonly unknown[]> {
  const { bridge, commands } = createFakeBridge();
  const files = createFilesStore(bridge);
  await page.viewport(600, 500);
  files.toggle(shell);
  await page.viewport(600 + given, 500);
  files.toggle(shell);
  files.dispose();
  return commands.filter(({ name }) => name === 'window.resize-by').map(({ payload }) => payload);
}

it('gives the window back the width that the panel brought, and no more', async () => {
  const wider = { width: 400, height: 0 };
  expect(await changesWithin(400)).toEqual([wider, { width: -400, height: 0 }]);
  expect(await changesWithin(100)).toEqual([wider, { width: -100, height: 0 }]);
  expect(await changesWithin(-50)).toEqual([wider, { width: 0, height: 0 }]);
  expect(await changesWithin(700)).toEqual([wider, { width: -400, height: 0 }]);
});
