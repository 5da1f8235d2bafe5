import { describe, expect, it, vi } from 'vitest';
import type { OpenSession } from '#contract/channels/channels.ts';
import { defaultProfile, type ProfileChanges } from '#contract/profile/profile.ts';
import type { SessionId, SessionSnapshot, SessionState } from '#contract/session/session.ts';
import { createConfiguredSessions } from './configured-sessions.ts';

const closed: SessionState = { kind: 'closed', reason: { kind: 'restored' }, at: 0 };

function setUp(state: SessionState = closed) {
  const config = { host: 'web', own: { rows: 50 } };
  const snapshot = { config, state, keepalive: { stalled: false } } as unknown as SessionSnapshot;
  const session = { snapshot: () => snapshot, configure: vi.fn() };
  const sessions = { open: vi.fn((_session: OpenSession) => session), get: () => session };
  const configure = vi.fn(async (host: string, own: ProfileChanges) =>
    host === 'web'
      ? {
          host,
          profile: { ...defaultProfile, hostName: '10.0.0.5', ...own },
          remarks: [{ file: '~/.ssh/config', line: 3, text: 'Foo is not supported.' }],
        }
      : null,
  );
  return { configured: createConfiguredSessions({ configure }, sessions), sessions, session, configure };
}

const told = ['The settings of web come from the ssh_config files.', '~/.ssh/config, line 3: Foo is not supported.'];

describe('sessions of ~/.ssh/config', () => {
  it('open with what the file says, and log what has no effect', async () => {
    const { configured, sessions, session } = setUp();
    const config = { host: 'web', own: { rows: 50 } };
    await configured.open({ profile: { ...defaultProfile, hostName: 'web' }, savedAs: null, config });
    const profile = { ...defaultProfile, hostName: '10.0.0.5', rows: 50 };
    expect(sessions.open).toHaveBeenCalledWith({ profile, savedAs: null, config });
    expect(session.configure).toHaveBeenCalledWith(profile, told);
  });

  it('open as they were typed where the file does not speak of them', async () => {
    const { configured, sessions } = setUp();
    const session = { profile: { ...defaultProfile, hostName: 'other' }, savedAs: null };
    await configured.open({ ...session, config: { host: 'other', own: {} } });
    expect(sessions.open).toHaveBeenCalledWith(session);
  });

  it('leave saved sessions alone', async () => {
    const { configured, sessions, configure } = setUp();
    await configured.open({ profile: { ...defaultProfile, hostName: 'web' }, savedAs: 'web' });
    expect(sessions.open).toHaveBeenCalledOnce();
    expect(configure).not.toHaveBeenCalled();
  });

  it('take what the file says by now before they are connected again', async () => {
    const { configured, session } = setUp();
    await configured.refresh('id' as SessionId);
    expect(session.configure).toHaveBeenCalledWith({ ...defaultProfile, hostName: '10.0.0.5', rows: 50 }, told);
  });

  it('keep their settings while they are connected', async () => {
    const { configured, session } = setUp({ kind: 'open' });
    await configured.refresh('id' as SessionId);
    expect(session.configure).not.toHaveBeenCalled();
  });
});
