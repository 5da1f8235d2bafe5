import { describe, expect, it } from 'vitest';
import { maxSessionNameLength } from '#contract/profile/profile.ts';
import { checkSessionName } from './session-name.ts';

describe('checkSessionName', () => {
  it.each(['a', 'web 1 (staging)', '__proto__', 'constructor', 'toString', 'Größe/日本 👩‍💻', '../../etc/passwd'])(
    'accepts %s',
    (name) => {
      expect(checkSessionName(name)).toEqual({ ok: true, value: name });
    },
  );

  it('trims', () => {
    expect(checkSessionName('  web 1\t')).toEqual({ ok: true, value: 'web 1' });
  });

  it.each(['', '   ', 'a\nb', 'a\u0000', 'a\u001b[2J', 'a\u0085b', 'a\u2028b', 'evil\u202egnp', 'a\u2066b', '\ud800'])(
    'refuses %j, naming the field',
    (name) => {
      expect(checkSessionName(name)).toMatchObject({ ok: false, failure: { code: 'invalid-payload', field: 'name' } });
    },
  );

  it('accepts the longest name and refuses a longer one, stating the limit', () => {
    expect(checkSessionName('x'.repeat(maxSessionNameLength)).ok).toBe(true);
    expect(checkSessionName('x'.repeat(maxSessionNameLength + 1))).toMatchObject({
      failure: { message: `A name has at most ${maxSessionNameLength} characters.` },
    });
  });
});
