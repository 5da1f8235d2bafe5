import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile.ts';
import { draftOf } from './draft.ts';
import { changesToApply, profileToOpen, profileToSave, sessionToOpen } from './submission.ts';

const web = { name: 'web', profile: { ...defaultProfile, hostName: 'web.example.com' } };
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
  it('opens the chosen saved session when no host name was typed', () => {
    expect(sessionToOpen(draft, web, null)).toEqual({
      kind: 'accepted',
      session: { profile: web.profile, savedAs: 'web' },
    });
  });

  it('asks for a host name when the chosen session has none', () => {
    expect(sessionToOpen(draft, { name: 'blank', profile: defaultProfile }, null)).toMatchObject({
      kind: 'refused',
      problems: { hostName: 'Enter a host name.' },
    });
  });

  it('goes by the name of the loaded session while it leads to the same server', () => {
    const loaded = draftOf(web.profile);
    expect(sessionToOpen({ ...loaded, rows: '50' }, web, web)).toMatchObject({ session: { savedAs: 'web' } });
    expect(sessionToOpen({ ...loaded, hostName: 'other' }, web, web)).toMatchObject({ session: { savedAs: null } });
    expect(sessionToOpen({ ...loaded, portNumber: '23' }, web, web)).toMatchObject({ session: { savedAs: null } });
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
