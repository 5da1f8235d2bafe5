import { type Failure, failed, success } from '#contract/failure.ts';
import { t } from '#contract/language/language.ts';
import type { PathMemoryStore } from '../profiles/path-memory-store.ts';
import type { Paths } from '../session/paths/paths.ts';
import { noHost, noSuchPrompt } from './refusals.ts';
import type { CommandHandlers, RequestHandlers } from './router.ts';

type PathRequests = Pick<RequestHandlers, 'path.get' | 'path.forget' | 'path.search' | 'path.answer'>;
type PathCommands = Pick<CommandHandlers, 'path.cancel-search'>;

/** What the window may ask of what is known of paths. */
export const pathRequests = (paths: Paths, store: Pick<PathMemoryStore, 'flush'>): PathRequests => ({
  'path.get': (place) => success(paths.report(place)),
  'path.forget': (place) => {
    const report = paths.forget(place);
    const written = store.flush();
    return written.ok ? success(report) : failed(notForgotten(written.failure));
  },
  'path.search': ({ profile, seconds }) =>
    profile.hostName.trim() === '' ? failed(noHost()) : paths.search(profile, seconds),
  'path.answer': ({ promptId, answer, ...place }) =>
    paths.answer(place, promptId, answer) ? success(null) : failed(noSuchPrompt()),
});

export const pathCommands = (paths: Paths): PathCommands => ({ 'path.cancel-search': paths.cancelSearch });

const notForgotten = ({ code, message }: Failure): Failure => ({
  code,
  message: t('It is forgotten only until the program ends. {message}', { message }),
  retryable: true,
});
