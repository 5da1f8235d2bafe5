import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startXServer } from '../../../lab/x-server.ts';
import { type FrameBuffer, openFrameBuffer } from './frame-buffer.ts';
import { type Keyboard, openKeyboard } from './keyboard.ts';

/** A screen and a keyboard for one terminal alone: the same for all, whatever windows they make. */
export interface Desk {
  /** For what is to appear on it. */
  readonly env: NodeJS.ProcessEnv;
  readonly screen: FrameBuffer;
  readonly keyboard: Keyboard;
  readonly stop: () => Promise<void>;
}

/** Room for 80 × 24 cells of each of the terminals, and for Holdfast's window around them. */
const screen = { width: 1024, height: 768 } as const;

/** Within all windows: without a window manager they stand in the corner, and keys go where the pointer is. */
const pointer = { x: 300, y: 300 } as const;

export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-desk-'));
  const server = await startXServer({ screen, frameBufferFolder: folder });
  const env = { ...process.env, DISPLAY: server.display, XAUTHORITY: server.authorityFile };
  const frameBuffer = openFrameBuffer(join(folder, 'Xvfb_screen0'));
  const keyboard = openKeyboard(env);
  keyboard.movePointer(pointer.x, pointer.y);
  return {
    env,
    screen: frameBuffer,
    keyboard,
    stop: async () => {
      await keyboard.stop();
      frameBuffer.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
