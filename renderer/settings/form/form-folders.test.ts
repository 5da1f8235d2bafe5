import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { type FormEvent, newForm, placeOf, reduceForm } from './form.ts';

const work = { ...defaultProfile, rows: 40, columns: 100 };
const fresh = newForm({ profile: defaultProfile, savedAs: null });
const formAfter = (...events: readonly FormEvent[]) => events.reduce(reduceForm, fresh);
const chosen: FormEvent = { kind: 'folder-chosen', path: 'work', from: defaultProfile, to: work };
const session = { name: 'web', folder: 'play', profile: defaultProfile };

describe('a folder that is chosen', () => {
  it('gives what was not set to a session that is new', () => {
    const form = formAfter({ kind: 'typed', key: 'columns', value: '132' }, chosen);
    expect(form).toMatchObject({ sessionName: 'work/', folder: 'work', draft: { rows: '40', columns: '132' } });
    const back = reduceForm(form, { kind: 'folder-chosen', path: '', from: work, to: defaultProfile });
    expect(back.draft).toMatchObject({ rows: String(defaultProfile.rows), columns: '132' });
  });

  it('changes nothing of what was loaded', () => {
    const form = formAfter({ kind: 'loaded', session }, chosen);
    expect(form.draft.rows).toBe(String(defaultProfile.rows));
    expect(form).toMatchObject({ sessionName: 'work/', folder: 'work' });
  });

  it('stays the place of a session that gets a new name', () => {
    expect(formAfter(chosen, { kind: 'session-named', name: 'new' })).toMatchObject({
      sessionName: 'new',
      folder: 'work',
    });
  });
});

describe('the place that settings are inherited from', () => {
  it('is around a folder that was loaded, and the folder for a session', () => {
    const inner: FormEvent = { kind: 'folder-loaded', folder: { path: 'work/left', profile: work } };
    expect(placeOf(formAfter(inner))).toBe('work');
    expect(placeOf(formAfter(inner, { kind: 'session-named', name: 'new' }))).toBe('work/left');
    expect(placeOf(formAfter({ kind: 'loaded', session }))).toBe('play');
  });

  it('follows what is moved and renamed', () => {
    const form = formAfter({ kind: 'loaded', session }, { kind: 'session-renamed', name: 'web', to: 'www' });
    expect(form).toMatchObject({ sessionName: 'www', loaded: { name: 'www' } });
    expect(placeOf(reduceForm(form, { kind: 'session-named', name: 'www', folder: 'work' }))).toBe('work');
    expect(formAfter({ kind: 'folder-moved', path: 'new' })).toMatchObject({ sessionName: 'new/', folder: 'new' });
  });
});
