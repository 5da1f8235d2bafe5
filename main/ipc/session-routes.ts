import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { DataPortMessage } from '#contract/channels/channels.ts';
import { failed, type Result, success } from '#contract/failure.ts';
import type { SessionId } from '#contract/session/session.ts';
import { panesOf } from '#contract/tabs/layout.ts';
import type { WindowId } from '#contract/tabs/tab.ts';
import type { Desk } from '../session/desk.ts';
import type { Registry } from '../session/registry.ts';
import type { Session } from '../session/session-parts.ts';
import type { ConfiguredSessions } from '../ssh-config/configured-sessions.ts';
import { readBellSound } from './bell-sound.ts';
import { joinDataPort } from './data-port.ts';
import { noHost, noSuchPrompt, noSuchSession } from './refusals.ts';
import type { CommandHandlers, RequestHandlers } from './router.ts';

type SessionRequests = Pick<
  RequestHandlers,
  | 'session.list'
  | 'session.open'
  | 'session.restart'
  | 'session.change'
  | 'session.attach'
  | 'session.answer'
  | 'session.bell-sound'
>;

type SessionCommands = Pick<
  CommandHandlers,
  | 'session.close'
  | 'session.cancel-connecting'
  | 'session.retry-forwards'
  | 'session.answer-zmodem'
  | 'session.send-dropped'
  | 'session.cancel-zmodem'
  | 'session.notify'
  | 'session.resize'
  | 'session.rename'
>;

/** Posts a message with a port to a window; the preload hands both to the page. */
export type PostPort = (to: WindowId, message: DataPortMessage, port: MessagePortMain) => void;

/** What the window may ask of its sessions. */
export function sessionRequests(
  registry: Registry,
  desk: Desk,
  configured: ConfiguredSessions<Session>,
  postPort: PostPort,
): SessionRequests {
  const withSession = <T>(id: SessionId, action: (session: Session) => Result<T>): Result<T> => {
    const session = registry.get(id);
    return session === undefined ? failed(noSuchSession()) : action(session);
  };

  return {
    'session.list': (_, from) => {
      desk.claim(from);
      const ids = desk.tabsOf(from).flatMap(({ layout }) => panesOf(layout));
      return success(ids.flatMap((id) => registry.get(id)?.snapshot() ?? []));
    },
    'session.open': async (request, from) => {
      if (request.profile.hostName.trim() === '') return failed(noHost());
      const snapshot = (await configured.open(request)).snapshot();
      desk.take(from, snapshot.id);
      return success(snapshot);
    },
    'session.restart': async ({ id }) => {
      await configured.refresh(id);
      return withSession(id, (session) => {
        session.restart();
        return success(null);
      });
    },
    'session.change': ({ id, changes }) =>
      withSession(id, (session) => {
        session.change(changes);
        return success(session.snapshot());
      }),
    'session.attach': ({ id }, from) =>
      withSession(id, (session) => {
        const { port1, port2 } = new MessageChannelMain();
        joinDataPort(session, port2);
        postPort(from, { kind: 'holdfast-data-port', id }, port1);
        return success(null);
      }),
    // Of the session's own file: the page names none.
    'session.bell-sound': ({ id }) => readBellSound(registry.get(id)?.snapshot().profile.bellSoundFile ?? ''),
    'session.answer': ({ id, promptId, answer }) =>
      withSession(id, (session) => (session.answer(promptId, answer) ? success(null) : failed(noSuchPrompt()))),
  };
}

/** Tells something of a session on the desktop, under its tab's name. */
export type NotifyOf = (id: SessionId, tabName: string, text: string) => void;

export function sessionCommands(registry: Registry, notify: NotifyOf): SessionCommands {
  return {
    'session.close': ({ id }) => registry.remove(id),
    'session.cancel-connecting': ({ id }) => {
      if (registry.get(id)?.cancelConnecting() === 'never-open') registry.remove(id);
    },
    'session.retry-forwards': ({ id }) => registry.get(id)?.retryForwards(),
    'session.answer-zmodem': ({ id, questionId, answer }) => void registry.get(id)?.zmodem.answer(questionId, answer),
    'session.send-dropped': ({ id, questionId, localPaths }) =>
      void registry.get(id)?.zmodem.send(questionId, localPaths),
    'session.cancel-zmodem': ({ id }) => registry.get(id)?.zmodem.cancel(),
    'session.notify': ({ id, text }) => {
      const session = registry.get(id);
      if (session !== undefined) notify(id, session.snapshot().name, text);
    },
    'session.resize': ({ id, columns, rows }) => registry.get(id)?.resize(columns, rows),
    'session.rename': ({ id, name }) => registry.get(id)?.rename(name),
  };
}
