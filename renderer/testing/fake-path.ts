import { success } from '#contract/failure.ts';
import type { PathReport, Place } from '#contract/session/path.ts';
import { type PathActions, pathActionsOf } from '../settings/paths/path-actions.ts';
import { blankPath, createFakeBridge, type FakeBridge } from './fake-bridge.ts';

/** What main knows of the path to a place, in the hands of a test. */
export interface FakePath extends Pick<FakeBridge, 'requests' | 'commands'> {
  readonly paths: PathActions;
  /** Answers with this from now on, and tells it as a change. */
  readonly tell: (changes: Partial<PathReport>) => void;
}

export function createFakePath(): FakePath {
  let known: Partial<PathReport> = {};
  const reportOf = (place: Place): PathReport => ({ ...blankPath(place), ...known });
  const fake = createFakeBridge({
    'path.get': (place) => success(reportOf(place)),
    'path.search': ({ profile }) => success(reportOf(profile)),
  });
  return {
    paths: pathActionsOf(fake.bridge),
    requests: fake.requests,
    commands: fake.commands,
    tell: (changes) => {
      known = { ...known, ...changes };
      fake.emit('path.changed', reportOf({ hostName: 'web.example.com', portNumber: 22 }));
    },
  };
}
