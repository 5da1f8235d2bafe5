import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openLanguageChoice, openMatchExecChoice } from './choice.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-choices-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what ssh_config files may do', () => {
  it('is nothing until it is allowed, and kept for the next start', () => {
    const choices = openMatchExecChoice(join(folder, 'made'));
    expect(choices.isOn()).toBe(false);
    expect(choices.set(true).ok).toBe(true);
    expect(openMatchExecChoice(join(folder, 'made')).isOn()).toBe(true);
    choices.set(false);
    expect(choices.isOn()).toBe(false);
  });

  it.each(['', '{', 'null', '{"runsCommands":"yes"}', '[true]'])('is nothing where the file holds %j', (text) => {
    writeFileSync(join(folder, 'ssh-config-choices.json'), text);
    expect(openMatchExecChoice(folder).isOn()).toBe(false);
  });

  it('fails with a sentence where it cannot be kept', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(openMatchExecChoice(join(folder, 'file')).set(true)).toMatchObject({
      failure: { message: 'The choice could not be written, and stays as it was.' },
    });
  });
});

describe('the language', () => {
  it('is the system’s until one is chosen, and kept for the next start', () => {
    const language = openLanguageChoice(join(folder, 'language'));
    expect(language.current()).toBe('system');
    expect(language.set('ja').ok).toBe(true);
    expect(openLanguageChoice(join(folder, 'language')).current()).toBe('ja');
  });
});
