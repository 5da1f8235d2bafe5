import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import type { Prompt } from '#contract/prompt.ts';
import type { CloseReason, SessionSnapshot } from '#contract/session.ts';
import { type AppHarness, setUpApp } from './testing/app-harness.tsx';
import { snapshotOf } from './testing/fake-bridge.ts';

let app: AppHarness;
const emulate = (scheme: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });

afterEach(async () => {
  await app.dispose();
  await emulate('light');
  await page.viewport(800, 600);
});

const web = snapshotOf('web');
const exited: CloseReason = { kind: 'exited', code: 0, signal: null, verdict: null };
const hostKey: Prompt = {
  kind: 'unknown-host-key',
  host: 'web.example.com',
  port: 22,
  keyType: 'ssh-ed25519',
  fingerprint: 'SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M',
  knownTypes: ['ssh-rsa'],
};
const passphrase: Prompt = {
  kind: 'passphrase',
  keyFile: '/home/ada/.ssh/id_ed25519',
  comment: 'ada@home',
  fingerprint: hostKey.fingerprint,
  retry: true,
};
const agentUse: Prompt = {
  kind: 'agent-use',
  host: 'web.example.com',
  keyType: 'ssh-ed25519',
  fingerprint: hostKey.fingerprint,
  comment: 'ada@home',
};
const question: Prompt = {
  kind: 'keyboard-interactive',
  user: 'ada',
  host: 'web.example.com',
  port: 22,
  banner: 'Authorised use only.',
  name: '',
  instructions: 'Open your authenticator.',
  questions: [{ text: 'Code: ', echo: false }],
};

const states: Readonly<Record<string, Partial<SessionSnapshot>>> = {
  'an open session': {},
  'a session that does not answer': { keepalive: { ...web.keepalive, stalled: true } },
  'a session that connects': { state: { kind: 'connecting', phase: 'tcp' } },
  'a session that has ended': { state: { kind: 'closed', at: 0, reason: exited } },
  'a session that waits for the network': {
    state: { kind: 'reconnecting', attempt: 2, retryAt: null, failed: null, reason: exited, at: 0 },
  },
  'a session that reconnects': {
    state: { kind: 'reconnecting', attempt: 2, retryAt: 0, failed: null, reason: exited, at: 0 },
  },
  'an unknown host key': {
    state: { kind: 'connecting', phase: 'handshake' },
    prompt: { promptId: '1', prompt: hostKey },
  },
  'a passphrase': { state: { kind: 'authenticating' }, prompt: { promptId: '3', prompt: passphrase } },
  'the use of a forwarded agent': { prompt: { promptId: '4', prompt: agentUse } },
  'a question of the server': { state: { kind: 'authenticating' }, prompt: { promptId: '2', prompt: question } },
};

/** What axe finds, in words. */
async function findings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { rules: pageRules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Rules for a whole page, which the page that runs the tests does not keep. */
const pageRules = { 'page-has-heading-one': { enabled: false }, region: { enabled: false } };

describe.each(['light', 'dark'])('in the %s scheme', (scheme) => {
  it.each(Object.entries(states))('axe finds nothing with %s', async (_name, changes) => {
    await emulate(scheme);
    app = await setUpApp({ sessions: [{ ...web, ...changes }, snapshotOf('db')] });
    await expect.element(app.screen.getByRole('tab', { name: /^web/ })).toBeVisible();
    expect(await findings()).toEqual([]);
  });

  it.each(['event-log', 'find', 'rename-tab', 'about'] as const)('axe finds nothing after %s', async (kind) => {
    await emulate(scheme);
    app = await setUpApp({ sessions: [web, snapshotOf('db')] });
    app.emit('menu.action', { kind });
    await expect.poll(() => document.activeElement?.closest('.terminal-view')).toBeNull();
    expect(await findings()).toEqual([]);
  });
});

describe('800 x 600 at a zoom of 200 %', () => {
  it.each(Object.entries(states))('cuts nothing off with %s', async (_name, changes) => {
    await page.viewport(400, 300);
    app = await setUpApp({ sessions: [{ ...web, ...changes }, snapshotOf('db')] });
    await expect.element(app.screen.getByRole('tab', { name: /^web/ })).toBeVisible();
    for (const button of app.screen.getByRole('button').elements()) {
      button.scrollIntoView();
      const { left, right, top, bottom, width } = button.getBoundingClientRect();
      expect([left >= 0, top >= 0, right <= innerWidth, bottom <= innerHeight, width > 0]).not.toContain(false);
    }
  });
});
