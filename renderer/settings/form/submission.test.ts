import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { type Draft, draftOf, type Problems } from './draft.ts';
import { changesToApply, profileToOpen, profileToSave, sessionToOpen } from './submission.ts';

const web = { name: 'web', folder: '', profile: { ...defaultProfile, hostName: 'web.example.com' } };
const draft = draftOf(defaultProfile);

describe('profileToOpen', () => {
  it('takes user@host:port apart; the user that was typed there goes before the other', () => {
    expect(profileToOpen({ ...draft, hostName: ' root@example.com:2222 ', userName: 'me' })).toEqual({
      kind: 'accepted',
      profile: { ...defaultProfile, hostName: 'example.com', userName: 'root', portNumber: 2222 },
    });
  });

  it('keeps user and port of their own fields where the host name has none', () => {
    expect(profileToOpen({ ...draft, hostName: '::1', userName: 'me', portNumber: '23' })).toMatchObject({
      profile: { hostName: '::1', userName: 'me', portNumber: 23 },
    });
  });

  it('refuses an empty host name together with every other problem', () => {
    expect(profileToOpen({ ...draft, rows: '0' })).toEqual({
      kind: 'refused',
      problems: { hostName: 'Enter a host name.', rows: 'Enter a whole number from 5 to 200.' },
    });
  });
});

describe('what one setting needs of another', () => {
  const host = { ...draft, hostName: 'h' };
  it.each<[Partial<Draft>, Problems]>([
    [{ logType: 'all', logFileName: ' ' }, { logFileName: 'Enter a file name, or choose no logging.' }],
    [{ proxyType: 'http', proxyHost: '' }, { proxyHost: 'Enter a host name, or choose no proxy.' }],
    [{ proxyType: 'command', proxyCommand: '' }, { proxyCommand: 'Enter a command, or choose no proxy.' }],
    [{ proxyType: 'jump', jumpHosts: [''] }, { jumpHosts: 'Enter a jump host, or choose no proxy.' }],
  ])('is asked for before a session is opened with %j', (typed, problems) => {
    expect(profileToOpen({ ...host, ...typed })).toEqual({ kind: 'refused', problems });
  });

  it('may be missing where nothing needs it', () => {
    const { kind } = profileToOpen({ ...host, logFileName: '', proxyHost: '', proxyCommand: '', jumpHosts: [] });
    expect(kind).toBe('accepted');
  });

  it('is asked for in a session that runs where it can be changed there', () => {
    const typed: Draft = { ...host, logType: 'all', logFileName: '', proxyType: 'jump', jumpHosts: [] };
    const problems = { logFileName: 'Enter a file name, or choose no logging.' };
    expect(changesToApply(typed, defaultProfile)).toEqual({ kind: 'refused', problems });
  });
});

describe('profileToSave', () => {
  it('needs no host name', () => {
    expect(profileToSave({ ...draft, hostName: ' ' })).toEqual({ kind: 'accepted', profile: defaultProfile });
  });

  it('takes a host name apart, so that the saved session can be opened as it is', () => {
    expect(profileToSave({ ...draft, hostName: 'root@h' })).toMatchObject({
      profile: { hostName: 'h', userName: 'root' },
    });
  });
});

describe('sessionToOpen', () => {
  const nothingChosen = { loaded: null, configured: null, chosenHost: null };
  const defaults = { ...defaultProfile, columns: 100 };

  it('opens the chosen saved session when no host name was typed', () => {
    expect(sessionToOpen({ ...nothingChosen, draft }, web, defaults)).toEqual({
      kind: 'accepted',
      session: { profile: web.profile, savedAs: 'web' },
    });
  });

  it('asks for a host name when the chosen session has none', () => {
    const blank = { name: 'blank', folder: '', profile: defaultProfile };
    expect(sessionToOpen({ ...nothingChosen, draft }, blank, defaults)).toMatchObject({
      kind: 'refused',
      problems: { hostName: 'Enter a host name.' },
    });
  });

  it('goes by the name of the loaded session while it leads to the same server', () => {
    const open = (changes: Partial<Draft>) =>
      sessionToOpen({ ...nothingChosen, draft: { ...draftOf(web.profile), ...changes }, loaded: web }, web, defaults);
    expect(open({ rows: '50' })).toMatchObject({ session: { savedAs: 'web' } });
    expect(open({ hostName: 'other' })).toMatchObject({ session: { savedAs: null } });
    expect(open({ portNumber: '23' })).toMatchObject({ session: { savedAs: null } });
  });

  it('asks ~/.ssh/config about a host that was typed, with what was set beside it', () => {
    const typed = { ...draftOf(defaults), hostName: 'ada@web:2222', rows: '50' };
    expect(sessionToOpen({ ...nothingChosen, draft: typed }, undefined, defaults)).toMatchObject({
      session: { savedAs: null, config: { host: 'web', own: { userName: 'ada', portNumber: 2222, rows: 50 } } },
    });
  });

  it('does not ask it about a saved session, whose settings are its own', () => {
    const outcome = sessionToOpen({ ...nothingChosen, draft: draftOf(web.profile), loaded: web }, web, defaults);
    expect(outcome).not.toHaveProperty('session.config');
  });

  it('opens a host of ~/.ssh/config with what was changed of its settings', () => {
    const profile = { ...defaults, hostName: '10.0.0.5', portNumber: 2222 };
    const loaded = { ...nothingChosen, configured: { host: 'web', profile, remarks: [] }, chosenHost: 'web' };
    const open = (changes: Partial<Draft>) =>
      sessionToOpen({ ...loaded, draft: { ...draftOf(profile), ...changes } }, undefined, defaults);
    expect(open({ rows: '50' })).toMatchObject({ session: { config: { host: 'web', own: { rows: 50 } } } });
    expect(open({ hostName: 'db' })).toMatchObject({ session: { config: { host: 'db', own: { portNumber: 2222 } } } });
  });

  it('opens the host that is chosen in the list when none was typed', () => {
    expect(sessionToOpen({ ...nothingChosen, draft, chosenHost: 'web' }, undefined, defaults)).toMatchObject({
      session: { profile: { hostName: 'web' }, config: { host: 'web', own: {} } },
    });
  });
});

describe('changesToApply', () => {
  it('holds only the differences, of settings that can change in a running session', () => {
    const changed = { ...draftOf(web.profile), keepaliveSeconds: '2', hostName: 'elsewhere' };
    expect(changesToApply(changed, web.profile)).toEqual({ kind: 'accepted', changes: { keepaliveSeconds: 2 } });
  });

  it('refuses a value out of range', () => {
    expect(changesToApply({ ...draft, keepaliveSeconds: '' }, defaultProfile)).toEqual({
      kind: 'refused',
      problems: { keepaliveSeconds: 'Enter a whole number from 0 to 86400.' },
    });
  });
});
