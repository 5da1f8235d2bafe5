import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { settingKeys, settingOf } from '#contract/settings/settings-table.ts';
import { draftOf, problemOf, readDraft } from './draft.ts';

const draft = draftOf(defaultProfile);

describe('draftOf', () => {
  it('is read back as the same profile, for every setting', () => {
    const profile = { ...defaultProfile, hostName: 'h', rows: 30, environment: [{ name: 'LANG', value: 'C' }] };
    expect(readDraft(draftOf(profile), settingKeys, defaultProfile)).toEqual({ kind: 'accepted', profile });
  });

  it('holds numbers as text', () => {
    expect(draft.keepaliveSeconds).toBe('60');
  });
});

describe('problemOf', () => {
  const integers = settingKeys.filter((key) => settingOf(key).type === 'integer');

  it.each(integers)('refuses what is not a whole number in range as %s, stating the range', (key) => {
    const setting = settingOf(key);
    if (setting.type !== 'integer') throw new Error('not an integer');
    const sentence = `Enter a whole number from ${setting.min} to ${setting.max}.`;
    const wrong = [
      '',
      ' ',
      'ten',
      '1.5',
      '1e3',
      '0x10',
      '-1',
      '+5',
      '60 s',
      String(setting.min - 1),
      String(setting.max + 1),
    ];
    for (const typed of wrong) expect(problemOf(key, typed), typed).toBe(sentence);
    for (const typed of [String(setting.min), ` ${setting.max} `]) expect(problemOf(key, typed), typed).toBeNull();
  });

  it('overlooks blanks around a host name, and nowhere else', () => {
    expect(problemOf('hostName', 'example.com\t')).toBeNull();
    expect(problemOf('terminalType', 'xterm\t')).toBe('Line breaks and control characters are not allowed here.');
  });

  it('refuses a kind of terminal that no server can be told', () => {
    for (const typed of ['', 'xterm 256', 'xtérm', '端末']) {
      expect(problemOf('terminalType', typed), typed).toContain('such as xterm-256color: ASCII characters');
    }
    for (const typed of ['vt100', 'xterm+256', 'screen.xterm-256color'])
      expect(problemOf('terminalType', typed)).toBeNull();
  });
});

describe('readDraft', () => {
  it('names every setting that is refused', () => {
    expect(readDraft({ ...draft, rows: '1', columns: 'x' }, settingKeys, defaultProfile)).toEqual({
      kind: 'refused',
      problems: {
        rows: 'Enter a whole number from 5 to 200.',
        columns: 'Enter a whole number from 20 to 500.',
      },
    });
  });

  it('reads only the settings that it is asked for', () => {
    const reading = readDraft({ ...draft, rows: '1', columns: '90' }, ['columns'], defaultProfile);
    expect(reading).toEqual({ kind: 'accepted', profile: { ...defaultProfile, columns: 90 } });
  });

  it('leaves out rows of the environment that were left empty', () => {
    const environment = [
      { name: '', value: '' },
      { name: 'LANG', value: '' },
    ];
    expect(readDraft({ ...draft, environment }, settingKeys, defaultProfile)).toMatchObject({
      profile: { environment: [{ name: 'LANG', value: '' }] },
    });
    expect(problemOf('environment', [{ name: '', value: 'orphan' }])).toMatch(/^A name has letters/);
  });
});
