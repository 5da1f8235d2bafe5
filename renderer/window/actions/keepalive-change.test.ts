import { describe, expect, it } from 'vitest';
import type { Bridge } from '#contract/channels/channels.ts';
import { type Failure, failed, success } from '#contract/failure.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { SessionId } from '#contract/session/session.ts';
import { changeKeepalive, savedSessionOf } from './keepalive-change.ts';

const id = 'web' as SessionId;
const saved = {
  name: 'web',
  folder: '',
  profile: { ...defaultProfile, hostName: 'web.example.com', keepaliveChooseForMe: true },
};
const changes = { keepaliveSeconds: 7, keepaliveChooseForMe: false };
const full: Failure = { code: 'storage-full', message: 'The disk is full.', retryable: true };

/** A bridge that remembers what it is asked, and refuses requests of one name. */
function fakeBridge(refused: string | null = null) {
  const asked: (readonly unknown[])[] = [];
  const request = async (...request: readonly unknown[]) => {
    asked.push(request);
    return request[0] === refused ? failed(full) : success(null);
  };
  return { asked, bridge: { request } as unknown as Pick<Bridge, 'request'> };
}

describe('a change of the seconds between keepalives', () => {
  it('reaches the running session alone unless it is to be saved', async () => {
    const { asked, bridge } = fakeBridge();
    expect(await changeKeepalive(bridge, { id }, saved, { seconds: 7, isSaved: false })).toBeNull();
    expect(asked).toEqual([['session.change', { id, changes }]]);
  });

  it('changes nothing else in the saved session', async () => {
    const { asked, bridge } = fakeBridge();
    expect(await changeKeepalive(bridge, { id }, saved, { seconds: 7, isSaved: true })).toBeNull();
    expect(asked.slice(1)).toEqual([
      ['profiles.save', { name: 'web', folder: '', profile: { ...saved.profile, ...changes } }],
    ]);
  });

  it('tells why it could not be made, or saved', async () => {
    const change = { seconds: 7, isSaved: true };
    const notSaved = fakeBridge('profiles.save');
    expect(await changeKeepalive(notSaved.bridge, { id }, saved, change)).toEqual(full);
    const notMade = fakeBridge('session.change');
    expect(await changeKeepalive(notMade.bridge, { id }, saved, change)).toEqual(full);
    expect(notMade.asked).toHaveLength(1);
  });

  it('finds the saved session while it is there', () => {
    const state = { saved: { defaults: defaultProfile, sessions: [saved], folders: [], notice: null } };
    expect(savedSessionOf(state, { savedAs: 'web' })).toBe(saved);
    expect(savedSessionOf(state, { savedAs: 'gone' })).toBeNull();
    expect(savedSessionOf(state, { savedAs: null })).toBeNull();
  });
});
