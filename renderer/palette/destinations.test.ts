import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { placesFor, sessionTo } from './destinations.ts';

const saved = {
  defaults: { ...defaultProfile, userName: 'me' },
  sessions: [{ name: 'web', folder: 'work', profile: { ...defaultProfile, hostName: 'web.example' } }],
  folders: [],
  notice: null,
};
const labels = (typed: string) =>
  placesFor(typed, saved, ['ada@db:2222', 'web2'], ['bastion']).map(({ label }) => label);

describe('the places of quick connect', () => {
  it('are what was typed before, saved sessions and hosts, while nothing is typed', () => {
    expect(labels('')).toEqual(['ada@db:2222', 'web2', 'web', 'bastion']);
  });

  it('begin with what is typed, or with the saved session of that name', () => {
    expect(labels('we')).toEqual(['we', 'web', 'web2']);
    expect(labels('web')[0]).toBe('web');
    expect(placesFor('web', saved, [], [])[0]).toMatchObject({ kind: 'saved' });
    expect(labels('ada@db:2222')).toEqual(['ada@db:2222']);
    expect(labels('a b')).not.toContain('a b');
  });

  it.each([
    ['ada@web', { hostName: 'web', userName: 'ada', portNumber: 22 }],
    ['[::1]:2200', { hostName: '::1', userName: 'me', portNumber: 2200 }],
    ['ssh://bob:secret@host:99', { hostName: 'host', userName: 'bob', portNumber: 99 }],
  ])('lead from %s to its host', (typed, profile) => {
    expect(sessionTo(typed, saved)).toMatchObject({ profile, savedAs: null, config: { host: profile.hostName } });
  });

  it('keep no password of a link', () => {
    expect(labels('ssh://bob:secret@host:99')).toEqual(['bob@host:99']);
    expect(sessionTo('a b', saved)).toBeNull();
  });
});
