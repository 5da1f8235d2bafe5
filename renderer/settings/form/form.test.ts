import { describe, expect, it } from 'vitest';
import { defaultProfile, defaultSettingsName } from '#contract/profile/profile.ts';
import { changeForm, type FormEvent, newForm, reduceForm } from './form.ts';

const start = newForm({ profile: defaultProfile, savedAs: null });
const formAfter = (...events: readonly FormEvent[]) => events.reduce(reduceForm, start);
const range = 'Enter a whole number from 0 to 86400.';

describe('the form', () => {
  it('begins at the host name of a new session, and nowhere in one that runs', () => {
    expect(start.focus).toEqual({ key: 'hostName' });
    expect(changeForm({ profile: defaultProfile, savedAs: null }).focus).toBeNull();
  });

  it('shows a problem once the field is left, and drops it as soon as it is mended', () => {
    const typed = formAfter({ kind: 'typed', key: 'keepaliveSeconds', value: '999999' });
    expect(typed.problems).toEqual({});
    const left = reduceForm(typed, { kind: 'left', key: 'keepaliveSeconds' });
    expect(left.problems).toEqual({ keepaliveSeconds: range });
    expect(reduceForm(left, { kind: 'typed', key: 'keepaliveSeconds', value: '99999' }).problems).toEqual(
      left.problems,
    );
    expect(reduceForm(left, { kind: 'typed', key: 'keepaliveSeconds', value: '9999' }).problems).toEqual({});
  });

  it('keeps what was typed, right or wrong, when another category is chosen', () => {
    const form = formAfter(
      { kind: 'typed', key: 'hostName', value: 'example.com' },
      { kind: 'typed', key: 'keepaliveSeconds', value: 'soon' },
      { kind: 'category-chosen', category: 'Window' },
      { kind: 'category-chosen', category: 'Connection' },
    );
    expect(form.draft).toMatchObject({ hostName: 'example.com', keepaliveSeconds: 'soon' });
  });

  it('goes to the first field that was refused, with all problems shown and the draft whole', () => {
    const form = formAfter(
      { kind: 'typed', key: 'rows', value: 'many' },
      { kind: 'category-chosen', category: 'Session' },
      { kind: 'refused', problems: { keepaliveSeconds: range, rows: 'Enter a whole number from 5 to 200.' } },
    );
    expect(form).toMatchObject({ category: 'Window', focus: { key: 'rows' }, problems: { keepaliveSeconds: range } });
    expect(form.draft.rows).toBe('many');
  });

  it('asks for the focus anew each time the same field is refused', () => {
    const problems = { hostName: 'Enter a host name.' };
    const once = formAfter({ kind: 'refused', problems });
    expect(reduceForm(once, { kind: 'refused', problems }).focus).not.toBe(once.focus);
  });

  it('drops the problem of what is not needed any more', () => {
    const problems = { logFileName: 'Enter a file name, or choose no logging.' };
    const refused = formAfter(
      { kind: 'typed', key: 'logType', value: 'all' },
      { kind: 'typed', key: 'logFileName', value: '' },
      { kind: 'refused', problems },
    );
    expect(reduceForm(refused, { kind: 'typed', key: 'logType', value: 'printable' }).problems).toEqual(problems);
    expect(reduceForm(refused, { kind: 'typed', key: 'logType', value: 'none' }).problems).toEqual({});
  });

  it('is filled by a loaded session, without its old problems', () => {
    const session = { name: 'web', folder: '', profile: { ...defaultProfile, hostName: 'web.example.com', rows: 50 } };
    const form = formAfter(
      { kind: 'refused', problems: { hostName: 'Enter a host name.' } },
      { kind: 'loaded', session },
    );
    expect(form).toMatchObject({ problems: {}, sessionName: 'web', loaded: session });
    expect(form.draft).toMatchObject({ hostName: 'web.example.com', rows: '50' });
  });

  it('does not take Default Settings for a saved session', () => {
    const session = { name: defaultSettingsName, folder: '', profile: defaultProfile };
    expect(formAfter({ kind: 'loaded', session }).loaded).toBeNull();
    expect(formAfter({ kind: 'saved', session }).loaded).toBeNull();
  });

  it('forgets a saved session that was deleted, and no other', () => {
    const saved = formAfter({ kind: 'saved', session: { name: 'web', folder: '', profile: defaultProfile } });
    expect(reduceForm(saved, { kind: 'deleted', name: 'other' }).loaded?.name).toBe('web');
    expect(reduceForm(saved, { kind: 'deleted', name: 'web' })).toMatchObject({ loaded: null, sessionName: '' });
  });
});
