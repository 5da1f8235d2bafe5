import type { Page } from '@playwright/test';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One cell of the terminal in front, in CSS pixels, and the size of its screen in cells. */
export async function terminalGrid(page: Page): Promise<{ columns: number; rows: number; cell: Omit<Box, 'x' | 'y'> }> {
  const size = page.getByRole('region', { name: 'Session status' }).getByText(/^\d+ × \d+$/);
  const status = await size.textContent();
  const [, columns, rows] = /(\d+) × (\d+)/.exec(status ?? '') ?? [];
  const screen = await page.locator('.xterm-screen').boundingBox();
  if (columns === undefined || rows === undefined || screen === null) throw new Error('No terminal is shown.');
  const cells = { columns: Number(columns), rows: Number(rows) };
  return { ...cells, cell: { width: screen.width / cells.columns, height: screen.height / cells.rows } };
}

/** Where the cell under the cursor is: xterm.js keeps its input there, for input methods. */
export async function cursorCell(page: Page): Promise<Box> {
  const { cell } = await terminalGrid(page);
  const input = await page.locator('.xterm-helper-textarea').boundingBox();
  if (input === null) throw new Error('No terminal is shown.');
  return { x: input.x, y: input.y, ...cell };
}

/** Where a cell is, row and column from 0. */
export async function cellBox(page: Page, row: number, column: number): Promise<Box> {
  const { cell } = await terminalGrid(page);
  const screen = await page.locator('.xterm-screen').boundingBox();
  if (screen === null) throw new Error('No terminal is shown.');
  return { x: screen.x + column * cell.width, y: screen.y + row * cell.height, ...cell };
}

/** The pixels of a part of the window, row by row, as `#rrggbb`. */
export async function pixelsIn(page: Page, clip: Box): Promise<readonly (readonly string[])[]> {
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) throw new Error('No canvas.');
    context.drawImage(image, 0, 0);
    const parts = context.getImageData(0, 0, width, height).data;
    const hex = (at: number) => (parts[at] ?? 0).toString(16).padStart(2, '0');
    const colourAt = (pixel: number) => `#${hex(pixel * 4)}${hex(pixel * 4 + 1)}${hex(pixel * 4 + 2)}`;
    return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => colourAt(y * width + x)));
  }, png);
}

/** The colours in a part of the window, as `#rrggbb`, with the share of it that each takes, 0 to 1. */
export async function coloursIn(page: Page, clip: Box): Promise<ReadonlyMap<string, number>> {
  const pixels = (await pixelsIn(page, clip)).flat();
  const counts = new Map<string, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return new Map([...counts].map(([colour, count]) => [colour, count / pixels.length]));
}
