import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openConfigChoices } from './config-choices.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-choices-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what ssh_config files may do', () => {
  it('is nothing until it is allowed, and kept for the next start', () => {
    const choices = openConfigChoices(join(folder, 'made'));
    expect(choices.runsCommands()).toBe(false);
    expect(choices.setRunsCommands(true).ok).toBe(true);
    expect(openConfigChoices(join(folder, 'made')).runsCommands()).toBe(true);
    choices.setRunsCommands(false);
    expect(choices.runsCommands()).toBe(false);
  });

  it.each(['', '{', 'null', '{"runsCommands":"yes"}', '[true]'])('is nothing where the file holds %j', (text) => {
    writeFileSync(join(folder, 'ssh-config-choices.json'), text);
    expect(openConfigChoices(folder).runsCommands()).toBe(false);
  });

  it('fails with a sentence where it cannot be kept', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(openConfigChoices(join(folder, 'file')).setRunsCommands(true)).toMatchObject({
      failure: { message: 'The choice could not be written, and stays as it was.' },
    });
  });
});
