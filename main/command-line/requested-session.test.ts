import { describe, expect, it } from 'vitest';
import { defaultProfile } from '#contract/profile/profile.ts';
import { requestedSession } from './requested-session.ts';

const saved = {
  defaults: { ...defaultProfile, keepaliveSeconds: 30 },
  sessions: [{ name: 'Web', folder: '', profile: { ...defaultProfile, hostName: 'web.example.com' } }],
  folders: [],
  notice: null,
};

describe('requestedSession', () => {
  it('puts what was given over the saved session', () => {
    expect(requestedSession({ load: 'Web', changes: { portNumber: 2222 } }, saved)).toMatchObject({
      ok: true,
      value: { savedAs: 'Web', profile: { hostName: 'web.example.com', portNumber: 2222 } },
    });
  });

  it("starts from the user's own defaults when no session is named", () => {
    expect(requestedSession({ load: null, changes: { hostName: 'h' } }, saved)).toMatchObject({
      value: { savedAs: null, profile: { keepaliveSeconds: 30 } },
    });
  });

  it('asks ~/.ssh/config about a host that was named, with the options before it, and not about a saved session', () => {
    const changes = { hostName: 'ada@web', portNumber: 2222 };
    expect(requestedSession({ load: null, changes }, saved)).toMatchObject({
      value: { config: { host: 'web', own: { userName: 'ada', portNumber: 2222 } } },
    });
    const loaded = requestedSession({ load: 'Web', changes: {} }, saved);
    expect(loaded).not.toHaveProperty('value.config');
  });

  it('says when there is no such session, or no host', () => {
    expect(requestedSession({ load: 'Mail', changes: {} }, saved)).toMatchObject({
      failure: { code: 'not-found', message: 'There is no saved session named "Mail".' },
    });
    for (const changes of [{ portNumber: 23 }, { hostName: 'ada@' }, { hostName: '[]' }]) {
      expect(requestedSession({ load: null, changes }, saved)).toMatchObject({
        failure: { field: 'hostName' },
      });
    }
  });
});
