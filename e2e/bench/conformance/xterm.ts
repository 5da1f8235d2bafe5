import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireProgram } from '../../lab/programs.ts';
import { startXServer } from '../../lab/x-server.ts';
import { filling, type Scene, size } from './scene.ts';
import type { Screen } from './screen.ts';
import { readPrinted } from './xterm-print.ts';

/** Runs in xterm: sends each scene, asks for the cursor, and has the screen printed. */
const player = `
stty raw -echo
printed=0
for scene in "$1"/scene-*; do
  printf '\\033c'
  cat "$scene"
  printf '\\033[6n'
  IFS= read -r -d R answer
  printf '%s\\n' "\${answer##*[}" >> "$1/cursors"
  printf '\\033[?69l\\033[r\\033[?6l\\033[i'
  printed=$((printed + 1))
  # Each print has a process of its own; the next one would overtake it.
  until [ "$(tr -cd '\\f' < "$1/printed" | wc -c)" -ge "$printed" ]; do sleep 0.01; done
done
`;

/** The screens that xterm shows, in the order of the scenes; it runs on an X server of its own. */
export async function screensOfXterm(scenes: readonly Scene[]): Promise<readonly Screen[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-conformance-'));
  const display = await startXServer();
  try {
    writeFileSync(join(folder, 'player.sh'), player);
    writeFileSync(join(folder, 'printed'), '');
    for (const [index, scene] of scenes.entries()) {
      const name = `scene-${String(index).padStart(4, '0')}`;
      writeFileSync(join(folder, name), Buffer.from(filling + scene.input, 'latin1'));
    }
    const resources = {
      printerCommand: `cat >> ${folder}/printed`,
      printerAutoClose: 'true',
      printerFormFeed: 'true',
      printAttributes: '2',
      utf8: '2',
    };
    const args = Object.entries(resources).flatMap(([name, value]) => ['-xrm', `XTerm*${name}: ${value}`]);
    const xterm = spawn(
      requireProgram('xterm'),
      ['-geometry', `${size.columns}x${size.rows}`, ...args, '-e', 'bash', `${folder}/player.sh`, folder],
      {
        env: { ...process.env, DISPLAY: display.display, XAUTHORITY: display.authorityFile, LC_ALL: 'C.UTF-8' },
        stdio: 'ignore',
      },
    );
    await once(xterm, 'exit');
    const printed = readFileSync(join(folder, 'printed'), 'utf8').split('\f');
    const cursors = readFileSync(join(folder, 'cursors'), 'utf8').split('\n');
    return scenes.map((_, index) => ({ rows: readPrinted(printed[index] ?? ''), cursor: cursors[index] ?? '' }));
  } finally {
    await display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
