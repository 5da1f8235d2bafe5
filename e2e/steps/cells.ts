import type { Page } from '@playwright/test';
import type { App } from '../specs/harness/app.ts';
import type { ScriptedShell } from './scripted-server.ts';

interface Session {
  readonly app: App;
  readonly shell: Pick<ScriptedShell, 'size'>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a cell of the terminal in front, in CSS pixels of the page. Row and column count from 1. */
export async function cellAt({ app, shell }: Session, row: number, column: number): Promise<Point> {
  const screen = await app.page.getByRole('tabpanel').locator('.xterm-screen').boundingBox();
  if (screen === null) throw new Error('No terminal is shown.');
  const [columns = 1, rows = 1] = shell.size().split('x').map(Number);
  return {
    x: screen.x + ((column - 0.5) * screen.width) / columns,
    y: screen.y + ((row - 0.5) * screen.height) / rows,
  };
}

/** The colour that the middle of a cell has on the screen, as #rrggbb. */
export async function colourAt(session: Session, row: number, column: number): Promise<string> {
  const { page } = session.app;
  const { x, y } = await cellAt(session, row, column);
  const png = await page.screenshot({ clip: { x: Math.floor(x), y: Math.floor(y), width: 1, height: 1 } });
  return page.evaluate(readPixel, png.toString('base64'));
}

/** Runs in the page, which can decode a PNG. */
async function readPixel(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Drags with the left button from one point to another. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}
