import type { OpenSession, SavedSessions } from '#contract/channels/channels.ts';
import { failed, type Result } from '#contract/failure.ts';
import type { Forward } from '#contract/forwards/forward.ts';
import { t } from '#contract/language/language.ts';
import type { CommandLine } from './command-line.ts';
import type { Link } from './link.ts';
import { type ReadRequest, readRequest } from './read-request.ts';
import { requestedSession } from './requested-session.ts';

export interface FollowOptions {
  readonly saved: () => SavedSessions;
  readonly open: (session: OpenSession, password: string | null, forwards: readonly Forward[]) => void;
  /** Whether the user wants ssh:// links to be followed at all. */
  readonly followsLinks: () => boolean;
  /** Asks the user whether to go where a link leads. */
  readonly askAboutLink: (link: Link) => Promise<boolean>;
  readonly notify: (text: string) => void;
  /** The Event Log is wanted on standard error from now on. */
  readonly onVerbose: () => void;
}

/** Does what a command line asks of a program that has a window; `folder` is where it was given. */
export function createFollower(options: FollowOptions): (asked: Result<CommandLine>, folder: string) => void {
  const open = (read: Result<Pick<ReadRequest, 'session'> & Partial<ReadRequest>>) => {
    if (!read.ok) return options.notify(read.failure.message);
    const { session, password = null, forwards = [], warning = null } = read.value;
    if (warning !== null) options.notify(warning);
    options.open(session, password, forwards);
  };

  const followLink = async (link: Link) => {
    if (!options.followsLinks()) return open(linksOff());
    if (!(await options.askAboutLink(link))) return;
    const { host, user, port } = link;
    const session = requestedSession(
      {
        load: null,
        changes: {
          hostName: host,
          ...(user === null ? {} : { userName: user }),
          ...(port === null ? {} : { portNumber: port }),
        },
      },
      options.saved(),
    );
    open(session.ok ? { ok: true, value: { session: session.value } } : session);
  };

  return (asked, folder) => {
    if (!asked.ok) return open(asked);
    if (asked.value.kind === 'link') return void followLink(asked.value.link);
    if (asked.value.kind !== 'open') return;
    if (asked.value.verbose) options.onVerbose();
    open(readRequest(asked.value, folder, options.saved()));
  };
}

const linksOff = () =>
  failed({
    code: 'invalid-payload',
    message: t(
      'A link asked for an SSH session. Links are not followed unless "Open ssh:// Links" is chosen in the menu.',
    ),
    retryable: false,
  });
