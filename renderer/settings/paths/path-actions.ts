import type { Bridge, PathSearchRequest } from '#contract/channels/channels.ts';
import type { Result } from '#contract/failure.ts';
import type { PathReport, Place } from '#contract/session/path.ts';
import type { PromptAnswer } from '#contract/session/prompt.ts';

/** What the dialog's owner knows of paths, and does with them. */
export interface PathActions {
  readonly get: (place: Place) => Promise<Result<PathReport>>;
  readonly forget: (place: Place) => Promise<Result<PathReport>>;
  readonly search: (request: PathSearchRequest) => Promise<Result<PathReport>>;
  readonly cancelSearch: (place: Place) => void;
  /** Answers a question of a search's login. */
  readonly answer: (place: Place, promptId: string, answer: PromptAnswer) => void;
  /** Calls back when anything about a path changes, until the returned function is called. */
  readonly onChange: (listener: (report: PathReport) => void) => () => void;
}

export const pathActionsOf = (bridge: Bridge): PathActions => ({
  get: (place) => bridge.request('path.get', place),
  forget: (place) => bridge.request('path.forget', place),
  search: (request) => bridge.request('path.search', request),
  cancelSearch: (place) => bridge.command('path.cancel-search', place),
  answer: (place, promptId, answer) => void bridge.request('path.answer', { ...place, promptId, answer }),
  onChange: (listener) => bridge.on('path.changed', listener),
});
