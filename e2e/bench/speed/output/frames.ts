import type { Page } from '../terminals/page.ts';

/** Counts the frames that a page draws from now on. */
export async function countFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(`(() => {${install}})()`);
  return () => page.evaluate<number>('window.endFrameCount()');
}

/** Gives frames for each second. */
const install = `
  const began = performance.now();
  let frames = 0;
  let counting = true;
  const count = () => {
    frames += 1;
    if (counting) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  window.endFrameCount = () => {
    counting = false;
    return (frames * 1000) / (performance.now() - began);
  };
`;
