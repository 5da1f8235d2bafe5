import type { Bridge, Requests } from '#contract/channels/channels.ts';

/** What the import dialog asks of main. */
export interface ImportActions {
  readonly sources: () => Promise<ReturnType<Requests['import.sources']>>;
  readonly read: (from: Parameters<Requests['import.read']>[0]) => Promise<ReturnType<Requests['import.read']>>;
  readonly apply: (request: Parameters<Requests['import.apply']>[0]) => Promise<ReturnType<Requests['import.apply']>>;
}

export const importActionsOf = (bridge: Pick<Bridge, 'request'>): ImportActions => ({
  sources: () => bridge.request('import.sources', {}),
  read: (from) => bridge.request('import.read', from),
  apply: (request) => bridge.request('import.apply', request),
});
