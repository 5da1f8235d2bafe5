import type { Result } from '../failure.ts';
import type { SessionId } from '../session/session.ts';
import type { Empty, OfSession } from './channels.ts';

/** What a user gave to one terminal, as others can be given it too. */
export interface UserInput {
  readonly kind: 'typed' | 'pasted';
  readonly text: string;
}

/** A tab of another window, for who picks panes. */
export interface TabElsewhere {
  readonly name: string;
  readonly panes: readonly { readonly id: SessionId; readonly name: string }[];
}

/** Panes that were picked to share what is typed may be in several windows: main has the list of them. */
export interface BroadcastRequests {
  'broadcast.elsewhere': (payload: Empty) => Result<readonly TabElsewhere[]>;
}

export interface BroadcastCommands {
  /** These share what is typed from now on, in place of others; with none, nothing is shared any more. */
  'broadcast.pick': { readonly ids: readonly SessionId[] };
  /** The user gave it to this pane: those that share it in other windows are to be given it. */
  'broadcast.give': OfSession & { readonly input: UserInput };
}

export interface BroadcastEvents {
  /** The picked panes, of all windows; every window is told. */
  'broadcast.changed': readonly SessionId[];
  /** These panes of the window are given what was given to one in another window. */
  'broadcast.given': { readonly ids: readonly SessionId[]; readonly input: UserInput };
}

export const broadcastRequestNames = ['broadcast.elsewhere'] as const satisfies readonly (keyof BroadcastRequests)[];

export const broadcastCommandNames = [
  'broadcast.pick',
  'broadcast.give',
] as const satisfies readonly (keyof BroadcastCommands)[];

export const broadcastEventNames = [
  'broadcast.changed',
  'broadcast.given',
] as const satisfies readonly (keyof BroadcastEvents)[];
