import { describe, expect, it, vi } from 'vitest';
import { commandNames, requestNames } from '#contract/channels/channel-names.ts';
import { success } from '#contract/failure.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { SessionId } from '#contract/session/session.ts';
import { menuContextOf } from '#contract/testing/menu-context.ts';
import { tabFor } from '#contract/testing/tabs.ts';
import { type CommandHandlers, createRouter, type RequestHandlers, type RouterOptions } from './router.ts';

type Listener = (event: unknown, ...payloads: unknown[]) => Promise<unknown>;

/** Electron's ipcMain as far as the router uses it, with a door for the test to knock at. */
function setUp({ trusted = true } = {}) {
  const listeners = new Map<string, Listener>();
  const add = (name: string, listener: Listener) => void listeners.set(name, listener);
  const remove = (name: string) => void listeners.delete(name);
  const ipc = {
    handle: add,
    on: add,
    removeHandler: remove,
    removeListener: remove,
  } as unknown as RouterOptions['ipc'];
  const called = vi.fn();
  const onRefused = vi.fn();
  const handlerOf = (name: string) => (payload: unknown, from: unknown) => {
    called(name, payload, from);
    return success(null);
  };
  const handlers = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, handlerOf(name)]));
  const stop = createRouter(
    { ipc, senderOf: () => (trusted ? 3 : null), onRefused },
    handlers(requestNames) as unknown as RequestHandlers,
    handlers(commandNames) as unknown as CommandHandlers,
  );
  const send = (name: string, ...payloads: unknown[]) => listeners.get(name)?.({}, ...payloads);
  return { send, called, onRefused, stop, listeners };
}

/** A payload that each request and command takes. */
const fitting: Readonly<Record<string, unknown>> = {
  'app.info': {},
  'profiles.list': {},
  'profiles.save': { name: 'Web', folder: '', profile: defaultProfile },
  'profiles.delete': { name: 'Web' },
  'ssh-config.list': {},
  'ssh-config.run-commands': { run: true },
  'ssh-config.configure': { host: 'web' },
  'profiles.arrange': { kind: 'move-session', name: 'Web', folder: 'work' },
  'secrets.list': {},
  'secrets.remove': { id: '["password","ada","web",22]' },
  'recents.list': {},
  'broadcast.elsewhere': {},
  'highlights.list': {},
  'highlights.change': {
    changed: [{ id: 'a-1', name: 'Own', highlights: [{ pattern: 'down', colour: 'red' }] }],
    removed: ['b-2'],
  },
  'keys.get': {},
  'keys.set': { preset: 'putty', own: { find: 'ctrl+shift+g' } },
  'import.sources': {},
  'import.read': { kind: 'found', id: 'putty:/home/ada/.putty' },
  'import.apply': {
    id: 'i1',
    sessions: [{ index: 0, name: 'web', replaces: false }],
    hostKeys: true,
    keepsAlive: true,
  },
  'export.sessions': { sessions: ['web'], folders: ['work'], defaults: true },
  'session.list': {},
  'session.open': { profile: defaultProfile, savedAs: null },
  'tabs.list': {},
  'session.restart': { id: 's1' },
  'session.change': { id: 's1', changes: { keepaliveSeconds: 2 } },
  'session.attach': { id: 's1' },
  'session.log': { id: 's1' },
  'session.export-log': { id: 's1', format: 'json' },
  'session.bell-sound': { id: 's1' },
  'session.answer': { id: 's1', promptId: '1', answer: { kind: 'texts', texts: ['a', 'b'] } },
  'path.get': { hostName: 'example.com', portNumber: 22 },
  'path.forget': { hostName: 'example.com', portNumber: 22 },
  'path.search': { profile: defaultProfile, seconds: [60, 120] },
  'path.answer': { hostName: 'example.com', portNumber: 22, promptId: '1', answer: { kind: 'cancel' } },
  'agent.list': { agentSocket: '' },
  'agent.forget-passphrases': {},
  'dialog.choose-key-file': {},
  'dialog.choose-log-file': {},
  'colours.import': {},
  'clipboard.read': { from: 'selection' },
  'link.open': { url: 'https://example.com' },
  'session.close': { id: 's1' },
  'session.cancel-connecting': { id: 's1' },
  'session.retry-forwards': { id: 's1' },
  'session.answer-zmodem': { id: 's1', questionId: 'q1', answer: 'receive' },
  'session.send-dropped': { id: 's1', questionId: 'q1', localPaths: ['/home/ada/a.txt'] },
  'session.cancel-zmodem': { id: 's1' },
  'session.notify': { id: 's1', text: 'Done.' },
  'session.log-closed': { id: 's1' },
  'session.resize': { id: 's1', columns: 80, rows: 24 },
  'session.rename': { id: 's1', name: 'Web' },
  'broadcast.pick': { ids: ['s1', 's2'] },
  'broadcast.give': { id: 's1', input: { kind: 'typed', text: 'ls' } },
  'tabs.move': { id: 's1', to: { kind: 'dropped', x: -10, y: 20.5 } },
  'tabs.arrange': { tabs: [{ ...tabFor('s1' as SessionId), name: 'Web' }] },
  'path.cancel-search': { hostName: 'example.com', portNumber: 22 },
  'recents.note-typed': { text: 'ada@web' },
  'recents.clear-typed': {},
  'clipboard.write': { to: 'clipboard', text: 'x' },
  'menu.show': menuContextOf(),
  'language.choose': { choice: 'ja' },
  'window.title': { title: 'x', iconTitle: '' },
  'window.behaviour': { isResizable: true, isAlwaysOnTop: false },
  'window.ask-close': {},
  'window.attention': {},
  'window.full-screen': { on: true },
  'window.resize-by': { width: 1, height: -1 },
  'window.close-heard': {},
  'window.close-refused': {},
  'window.close': {},
  'window.ready': {},
  'files.status': { id: 's1' },
  'files.not-done': { id: 's1', transferId: '1' },
  'files.list': { id: 's1', path: '/home' },
  'files.make-folder': { id: 's1', folder: '/home', name: 'new' },
  'files.rename': { id: 's1', path: '/home/a', name: 'b' },
  'files.move': { id: 's1', paths: ['/home/a'], folder: '/home/b' },
  'files.set-mode': { id: 's1', paths: ['/home/a'], mode: 0o644 },
  'files.download': { id: 's1', paths: ['/home/a'], to: 'downloads' },
  'files.upload': { id: 's1', folder: '/home', what: 'folder' },
  'files.remove': { id: 's1', paths: ['/home/a'] },
  'files.edit': { id: 's1', path: '/home/a' },
  'files.act-on-edit': { id: 's1', editId: '1', action: 'end' },
  'files.begin-local': {},
  'files.choose-local': {},
  'files.list-local': { grant: 'g', folder: ['docs'] },
  'files.upload-local': { id: 's1', folder: '/home', from: { grant: 'g', folder: [] }, names: ['a'] },
  'files.show-local': { isShown: true },
  'files.act': { id: 's1', transferId: '1', action: 'pause' },
  'files.answer': { id: 's1', questionId: '1', choice: 'skip', forAll: true },
};

const hostile: readonly unknown[] = [
  undefined,
  null,
  0,
  Number.NaN,
  'text',
  [],
  [{}],
  { id: 7 },
  { id: '../../etc/passwd' },
  { id: 'x'.repeat(100_000) },
  { id: 's1', columns: 1e9, rows: -1 },
  { name: 'x'.repeat(10_000), profile: defaultProfile },
  { profile: { ...defaultProfile, portNumber: '22' }, savedAs: null },
  { profile: { ...defaultProfile, password: 'x' }, savedAs: null },
  { id: 's1', changes: { keepaliveSeconds: Number.POSITIVE_INFINITY } },
  { id: 's1', promptId: '1', answer: { kind: 'accept' } },
  { url: `https://${'x'.repeat(10_000)}` },
  { tabs: Array.from({ length: 20_000 }, () => tabFor('s1' as SessionId)) },
  { tabs: [{ ...tabFor('s1' as SessionId), focused: 's2' }] },
  { title: { toString: () => 'x' } },
  { hostName: 'example.com', portNumber: 65_536 },
  { hostName: 'x'.repeat(10_000), portNumber: 22 },
  { profile: defaultProfile, seconds: [] },
  { profile: defaultProfile, seconds: [0.5] },
  { profile: defaultProfile, seconds: Array.from({ length: 10_000 }, () => 1) },
  { profile: defaultProfile, savedAs: null, config: { host: 'web', own: { password: 'x' } } },
  { run: 'yes' },
  { host: 'x'.repeat(10_000) },
  { unknown: true },
  { id: 's1', path: 'relative' },
  { id: 's1', path: '/a\0b' },
  { id: 's1', folder: '/home', name: '../up' },
  { id: 's1', folder: '/home', name: '..' },
  { id: 's1', path: '/home/a', name: 'a/b' },
  { grant: 'g', folder: ['..'] },
  { grant: 'g', folder: ['docs', '../../etc'] },
  { grant: 'g', folder: ['/etc'] },
  { grant: 'g', folder: ['a\0b'] },
  { grant: 'g', folder: [''] },
  { grant: 'g', folder: '/etc' },
  { grant: 'g', folder: Array.from({ length: 2000 }, () => 'a') },
  { grant: 'x'.repeat(1000), folder: [] },
  { id: 's1', folder: '/home', from: { grant: 'g', folder: [] }, names: ['../a'] },
  { id: 's1', folder: '/home', from: { grant: 'g', folder: [] }, names: ['/etc/passwd'] },
  { id: 's1', folder: '/home', from: { grant: 'g', folder: [] }, names: [] },
  { id: 's1', folder: '/home', from: '/etc', names: ['passwd'] },
  { id: 's1', paths: ['/home/a'], to: '/etc' },
  { id: 's1', paths: ['/home/a'], to: { grant: 'g', folder: ['..'] } },
  { isShown: 'yes' },
  { id: 's1', paths: [] },
  { id: 's1', paths: ['/home/a'], mode: 0o100_000 },
];

describe('the IPC router', () => {
  it.each([...requestNames, ...commandNames])('lets a fitting payload of %s through', async (name) => {
    const { send, called } = setUp();
    await send(name, fitting[name]);
    expect(called).toHaveBeenCalledWith(name, expect.anything(), 3);
  });

  it.each([...requestNames, ...commandNames])('refuses every hostile payload of %s', async (name) => {
    const { send, called, onRefused } = setUp();
    for (const payload of hostile) await send(name, payload);
    expect(called).not.toHaveBeenCalled();
    expect(onRefused).toHaveBeenCalledTimes(hostile.length);
    expect(await send(name, null)).toMatchObject({ ok: false, failure: { code: 'invalid-payload' } });
  });

  it("refuses a fitting payload from a sender that is not the program's page", async () => {
    const { send, called } = setUp({ trusted: false });
    expect(await send('session.open', fitting['session.open'])).toMatchObject({
      ok: false,
      failure: { code: 'untrusted-sender' },
    });
    expect(called).not.toHaveBeenCalled();
  });

  it('refuses more payloads than one, and none', async () => {
    const { send, called } = setUp();
    await send('app.info');
    await send('app.info', {}, {});
    expect(called).not.toHaveBeenCalled();
  });

  it('turns a defect of a handler into a Failure that repeats nothing of what was typed', async () => {
    const { send, called } = setUp();
    called.mockImplementation(() => {
      throw new TypeError('cannot read hunter2');
    });
    const answer = await send('app.info', {});
    expect(answer).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it('lets go of every channel', () => {
    const { stop, listeners } = setUp();
    stop();
    expect(listeners.size).toBe(0);
  });
});
