import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames, requestNames } from '../../app/contract/channels/channel-names.ts';
import { saveAs } from '../steps/saved.ts';
import { expect, test } from '../steps/user.ts';

/** Every file of a folder with what stands in it. */
const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );

test('a page that was taken over is refused on every channel, and nothing is written', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  await saveAs(page, 'web');
  const before = filesIn(app.userDataDir);

  const accepted = await page.evaluate(
    async ({ requests, commands }) => {
      const huge = 'x'.repeat(20_000);
      const nested = JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`);
      const cyclic: Record<string, unknown> = { name: 'web' };
      cyclic.self = cyclic;
      const proto = JSON.parse('{"__proto__":{"polluted":1},"name":"a","folder":"","profile":{"__proto__":{"x":1}}}');
      const profile = { hostName: 'web', portNumber: Number.NaN, password: 'x' };
      const payloads: readonly unknown[] = [
        ...[undefined, null, true, Number.NaN, huge, [], [{}], nested, cyclic, proto],
        ...[new Uint8Array(10_000), { constructor: { prototype: { polluted: 1 } } }],
        ...[{ id: { toString: 's1' } }, { id: '../../etc/passwd' }, { id: huge }, { id: 's1', format: '../json' }],
        { name: huge, folder: '/'.repeat(2000), profile: {} },
        { name: 'web', folder: '../..', profile },
        { profile, savedAs: '__proto__' },
        { kind: 'found', id: '/etc/passwd' },
        { kind: 'move-session', name: 'web', folder: 'a/\u0000' },
        { kind: 'rename-session', name: 'web', to: '\u0000\u202e' },
        { kind: 'delete-folder', path: '/' },
        { id: 'i1', sessions: [{ index: -1, name: 'a', replaces: true }], hostKeys: true, keepsAlive: true },
        { sessions: [huge], folders: ['..'], defaults: 'yes' },
        ...['file:///etc/passwd', 'javascript:alert(1)', `https://${huge}`].map((url) => ({ url })),
        { id: 's1', promptId: '1', answer: { kind: 'text', text: huge, keep: 'file' } },
        { hostName: 'web', portNumber: 1e9, via: huge },
        { agentSocket: huge },
        { from: 'file:///etc/passwd', to: '/tmp/x', text: 7 },
      ];
      const taken: string[] = [];
      const bridge = window.holdfast as unknown as {
        request: (name: string, payload: unknown) => Promise<{ readonly ok: boolean }>;
        command: (name: string, payload: unknown) => void;
      };
      for (const [index, payload] of payloads.entries()) {
        for (const name of commands) {
          try {
            bridge.command(name, payload);
          } catch {
            // What cannot be cloned is refused before it leaves the page.
          }
        }
        const results = await Promise.all(
          requests.map((name) => bridge.request(name, payload).catch(() => ({ ok: false }))),
        );
        for (const [at, { ok }] of results.entries()) if (ok) taken.push(`${requests[at]} took payload ${index}`);
      }
      let unknown = 'answered';
      try {
        await bridge.request('fs.read', '/etc/passwd');
      } catch {
        unknown = 'refused';
      }
      if (unknown !== 'refused' || 'polluted' in {}) taken.push('the page');
      return taken;
    },
    { requests: requestNames, commands: commandNames },
  );
  expect(accepted).toEqual([]);
  for (const name of [...requestNames, ...commandNames]) expect(app.output()).toContain(`Refused ${name}: `);
  expect(app.output()).not.toMatch(/error of its own|uncaught/i);
  expect(filesIn(app.userDataDir)).toEqual(before);
  await saveAs(page, 'alive');
});
