import type { Locator, Page } from '@playwright/test';

/** Drags files over the page and lets them go there, as the desktop would. */
export async function dropFiles(page: Page, at: Locator, files: readonly string[]): Promise<void> {
  const box = await at.boundingBox();
  if (box === null) throw new Error('There is nothing to drop on.');
  const session = await page.context().newCDPSession(page);
  const copy = 1;
  const data = { items: [], files: [...files], dragOperationsMask: copy };
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...place, data });
  }
  await session.detach();
}
