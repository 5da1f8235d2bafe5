import { expect, it } from 'vitest';
import { failed, success } from '#contract/failure.ts';
import type { SessionId } from '#contract/session/session.ts';
import { setUp as setUpSessions } from '../session/testing/session-harness.ts';
import type { SavedText, SaveFile } from '../windows/save-file.ts';
import { logCommands, logRequests } from './log-routes.ts';

const window = 1;
const path = '/home/ada/web-event-log.txt';

/** Routes to one session, and a dialog that is answered like this. */
function setUp(answer: Awaited<ReturnType<SaveFile>> = success(path), name = 'web') {
  const { open, transport, registry } = setUpSessions();
  const session = open();
  session.rename(name);
  const { id } = session.snapshot();
  const saved: (SavedText & { readonly written: string })[] = [];
  const saveFile: SaveFile = async (asked) => {
    transport().emit({ kind: 'log', text: 'While the dialog was open.' });
    saved.push({ ...asked, written: answer.ok && answer.value !== null ? asked.text() : '' });
    return answer;
  };
  transport().emit({ kind: 'log', text: 'Server version:\nSSH-2.0' });
  const readLogs = new Set<SessionId>();
  const routes = { ...logRequests(registry, readLogs, saveFile), ...logCommands(readLogs) };
  return { id, session, saved, readLogs, routes };
}

it('a log is exported as text as it is when the file is chosen, and the number of entries is told', async () => {
  const { id, routes, saved, session } = setUp();
  const result = await routes['session.export-log']({ id, format: 'text' }, window);
  expect(result).toEqual(success({ path, entries: session.log().length }));
  expect(saved[0]).toMatchObject({
    title: 'Export the Event Log of web',
    fileName: 'web-event-log.txt',
    kind: { name: 'Text', extension: 'txt' },
  });
  expect(saved[0]?.written).toMatch(/\tServer version:\n\tSSH-2\.0\n.*\tWhile the dialog was open\.\n$/);
});

it('a log is exported as one JSON object a line', async () => {
  const { id, routes, saved, session } = setUp();
  await routes['session.export-log']({ id, format: 'json' }, window);
  expect(saved[0]).toMatchObject({ fileName: 'web-event-log.jsonl', kind: { extension: 'jsonl' } });
  const lines =
    saved[0]?.written
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)) ?? [];
  expect(lines).toEqual(session.log().map(({ at, text }) => ({ at: new Date(at).toISOString(), text })));
});

it('nothing is said to be exported when the user thought better of it, or the file could not be written', async () => {
  const cancelled = setUp(success(null));
  expect(await cancelled.routes['session.export-log']({ id: cancelled.id, format: 'text' }, window)).toEqual(
    success(null),
  );
  const failure = { code: 'storage-full', message: 'The disk is full.', retryable: true } as const;
  const full = setUp(failed(failure));
  expect(await full.routes['session.export-log']({ id: full.id, format: 'text' }, window)).toEqual(failed(failure));
});

it.each([
  ['ada@web.example.com', 'ada@web.example.com-event-log.txt'],
  ['../../etc/passwd', 'etc-passwd-event-log.txt'],
  ['C:\\web: 1?', 'C-web-1-event-log.txt'],
  ['Büro', 'Büro-event-log.txt'],
  ['...', 'session-event-log.txt'],
  ['x'.repeat(300), `${'x'.repeat(40)}-event-log.txt`],
])('the name %j is offered as %j, which every system takes', async (name, fileName) => {
  const { id, routes, saved } = setUp(success(path), name);
  await routes['session.export-log']({ id, format: 'text' }, window);
  expect(saved[0]?.fileName).toBe(fileName);
});

it('a log is read from when it is asked for until it is closed', async () => {
  const { id, session, readLogs, routes } = setUp();
  expect(await routes['session.log']({ id }, window)).toEqual(success(session.log()));
  expect([...readLogs]).toEqual([id]);
  routes['session.log-closed']({ id }, window);
  expect([...readLogs]).toEqual([]);
});

it('a session that is gone has no log', async () => {
  const { routes, readLogs, saved } = setUp();
  const gone = { id: 'gone' as SessionId };
  expect(await routes['session.log'](gone, window)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  const exported = await routes['session.export-log']({ ...gone, format: 'text' }, window);
  expect(exported).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  expect(saved).toEqual([]);
  expect([...readLogs]).toEqual([]);
});
