import type {
  AppInfo,
  Bridge,
  CommandName,
  Commands,
  EventName,
  Events,
  RequestName,
  Requests,
  SavedSessions,
} from '#contract/channels/channels.ts';
import { success } from '#contract/failure.ts';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { type PathReport, type Place, placeAlone } from '#contract/session/path.ts';
import type { KeepaliveStatus, SessionId, SessionSnapshot } from '#contract/session/session.ts';

export type Answers = {
  readonly [N in RequestName]?: (payload: Parameters<Requests[N]>[0]) => ReturnType<Requests[N]>;
};

/** A bridge without a main behind it: answers as told, records what it is asked, and passes on the test's events. */
export interface FakeBridge {
  readonly bridge: Bridge;
  readonly requests: { readonly name: RequestName; readonly payload: unknown }[];
  readonly commands: { readonly name: CommandName; readonly payload: unknown }[];
  readonly emit: <N extends EventName>(name: N, payload: Events[N]) => void;
}

export const noSaved: SavedSessions = { defaults: defaultProfile, sessions: [], folders: [], notice: null };

export const linuxInfo: AppInfo = {
  version: '0.1.0',
  platform: 'linux',
  settingsFile: '/home/ada/.config/holdfast',
  unavailableAlgorithms: [],
  language: 'en',
};

/** A path of which nothing is known, and whose limit nobody searches for. */
export const blankPath = (place: Place): PathReport => ({
  ...placeAlone(place),
  survived: null,
  fatal: null,
  adviceSeconds: null,
  ignoresChecksSince: null,
  search: null,
});

/** Requests without an answer here succeed with null, which is right for those that return nothing. */
export function createFakeBridge(given: Answers = {}): FakeBridge {
  const answers: Answers = {
    'secrets.list': () => success({ vault: { kind: 'ready', backend: 'keychain' }, secrets: [] }),
    'broadcast.elsewhere': () => success([]),
    'highlights.list': () => success([]),
    'keys.get': () => success({ preset: 'linux', own: {} }),
    'recents.list': () => success({ used: [], typed: [] }),
    'files.begin-local': () => success({ grant: 'g', shownPath: '/home/ada/Downloads', isShown: false }),
    'files.list-local': () => success({ shownPath: '/home/ada/Downloads', entries: [] }),

    'path.get': (place) => success(blankPath(place)),
    'ssh-config.list': () => success({ hosts: [], remarks: [], matchExec: 'none' }),
    'agent.list': () => success({ agents: [], keptPassphrases: 0 }),
    ...given,
  };
  const requests: { name: RequestName; payload: unknown }[] = [];
  const commands: { name: CommandName; payload: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();

  const bridge: Bridge = {
    request: async (name, payload) => {
      requests.push({ name, payload });
      const answer = answers[name];
      return answer === undefined ? (success(null) as never) : answer(payload);
    },
    command: <N extends CommandName>(name: N, payload: Commands[N]) => commands.push({ name, payload }),
    uploadDropped: () => undefined,
    sendDropped: () => undefined,
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  };
  return {
    bridge,
    requests,
    commands,
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
    },
  };
}

const openKeepalive: KeepaliveStatus = {
  intervalSeconds: 60,
  suppressed: false,
  nullPacketsSent: 12,
  nextInMs: 34_000,
  lastContactMs: 2000,
  stalled: false,
  checksSent: 0,
  checksAnswered: 0,
  roundTripsMs: [],
  unconfirmedKeys: 0,
  unconfirmedForMs: null,
};

/** An open session, with these things different. */
export function snapshotOf(
  name: string,
  changes: Partial<SessionSnapshot> = {},
  profile: Partial<Profile> = {},
): SessionSnapshot {
  return {
    id: `id-${name}` as SessionId,
    name,
    savedAs: null,
    profile: { ...defaultProfile, hostName: `${name}.example.com`, ...profile },
    state: { kind: 'open' },
    keepalive: openKeepalive,
    through: '',
    negotiated: null,
    forwards: [],
    x11: null,
    zmodem: null,
    prompt: null,
    ...changes,
  };
}
