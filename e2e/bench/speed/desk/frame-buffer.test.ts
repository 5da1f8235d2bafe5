import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { requireProgram } from '../../../lab/programs.ts';
import { startXServer } from '../../../lab/x-server.ts';
import { differenceOf, openFrameBuffer } from './frame-buffer.ts';

/** More than an X program takes to draw, ms, with a machine under load in mind. */
const limitMs = 20_000;

describe('the frame buffer of an X server', () => {
  it('tells where and when a window changes it', { timeout: 2 * limitMs }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-frame-buffer-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const size = { width: 400, height: 200 };
    const server = await startXServer({ screen: size, frameBufferFolder: folder });
    onTestFinished(server.stop);
    const screen = openFrameBuffer(join(folder, 'Xvfb_screen0'));
    onTestFinished(screen.close);
    expect(screen.whole).toEqual({ x: 0, y: 0, ...size });
    const before = screen.read(screen.whole);
    expect(screen.untilChanged(screen.whole, before, 1)).toBeNull();
    const env = { ...process.env, DISPLAY: server.display, XAUTHORITY: server.authorityFile };
    const program = spawn(requireProgram('xev'), ['-geometry', '120x100+30+40', '-bw', '0'], { env, stdio: 'ignore' });
    onTestFinished(() => void program.kill());
    const begun = performance.now();
    expect(screen.untilChanged(screen.whole, before, limitMs)).toBeGreaterThan(begun);
    const window = { x: 30, y: 40, width: 120, height: 100 };
    await expect
      .poll(() => differenceOf(screen.whole, before, screen.read(screen.whole)), { timeout: limitMs })
      .toEqual(window);
    expect(screen.read(window)).toHaveLength(120 * 100 * 4);
    expect(screen.read(window, 8)).toHaveLength(120 * 13 * 4);
  });
});

describe('differenceOf', () => {
  it('is null between two pictures that are the same', () => {
    const box = { x: 5, y: 5, width: 2, height: 1 };
    expect(differenceOf(box, Buffer.alloc(8), Buffer.alloc(8))).toBeNull();
    expect(differenceOf(box, Buffer.alloc(8), Buffer.of(0, 0, 0, 0, 0, 9, 0, 0))).toEqual({ ...box, x: 6, width: 1 });
  });
});
