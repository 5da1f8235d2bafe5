import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openReceiveFolder } from './receive-folder.ts';

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('remembers where received files went, for the next start too', () => {
  const [kept, used] = [temporary(), temporary()];
  const folder = openReceiveFolder(join(kept, 'new'), '/downloads');
  expect(folder.current()).toBe('/downloads');
  folder.note(used);
  expect(folder.current()).toBe(used);
  expect(openReceiveFolder(join(kept, 'new'), '/downloads').current()).toBe(used);
});

it('goes back to the default where that folder is gone, or the file is damaged', () => {
  const kept = temporary();
  const used = join(kept, 'used');
  mkdirSync(used);
  openReceiveFolder(kept, '/downloads').note(used);
  rmSync(used, { recursive: true });
  expect(openReceiveFolder(kept, '/downloads').current()).toBe('/downloads');
  for (const damaged of ['', 'null', '{"folder":7}', '{"folder":"relative"}']) {
    writeFileSync(join(kept, 'receive-folder.json'), damaged);
    expect(openReceiveFolder(kept, '/downloads').current()).toBe('/downloads');
  }
});
