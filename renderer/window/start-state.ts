import type { AppInfo, Bridge, SavedSessions } from '#contract/channels/channels.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import { wasShownBefore } from './front-tab.ts';
import type { StartState } from './services.ts';

/** Asks main for all that the window needs to start. A part that fails leaves the window usable without it. */
export async function loadStartState(bridge: Bridge, storage: Pick<Storage, 'getItem'>): Promise<StartState> {
  const [info, saved, sessions, tabs] = await Promise.all([
    bridge.request('app.info', {}),
    bridge.request('profiles.list', {}),
    bridge.request('session.list', {}),
    bridge.request('tabs.list', {}),
  ]);
  return {
    info: info.ok ? info.value : unknownInfo,
    saved: saved.ok ? saved.value : withoutSaved(saved.failure.message),
    sessions: sessions.ok ? sessions.value : [],
    tabs: tabs.ok ? tabs.value : [],
    isReload: wasShownBefore(storage),
  };
}

const unknownInfo: AppInfo = {
  version: '',
  platform: 'linux',
  settingsFile: '',
  unavailableAlgorithms: [],
  language: 'en',
};

const withoutSaved = (notice: string): SavedSessions => ({
  defaults: defaultProfile,
  sessions: [],
  folders: [],
  notice,
});
