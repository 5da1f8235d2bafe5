import { describe, expect, it, vi } from 'vitest';
import { failed, success } from '#contract/failure.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import { type SecretKey, secretId } from '#contract/secret.ts';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { createFakeTransports } from '../testing/fake-transport.ts';
import { type Secrets, withSavedSecrets } from './saved-secrets.ts';

const profile = { ...defaultProfile, hostName: 'web', portNumber: 2222 };
const password = { kind: 'password', user: 'ada', host: 'web', port: 2222, banner: null, retry: false } as const;
const key: SecretKey = { kind: 'password', user: 'ada', host: 'web', port: 2222 };
const keep: PromptAnswer = { kind: 'text', text: 'typed', keep: 'vault' };

function setUp(known: readonly (readonly [SecretKey, string])[] = [], given: Partial<Secrets> = {}) {
  const vault = new Map(known.map(([which, text]) => [secretId(which), text]));
  const secrets: Secrets = {
    canSave: async () => true,
    find: async (which) => vault.get(secretId(which)) ?? null,
    save: async (which, text) => {
      vault.set(secretId(which), text);
      return success(null);
    },
    ...given,
  };
  const { openTransport, opened } = createFakeTransports();
  const onNotice = vi.fn();
  const asked = vi.fn<(prompt: Prompt) => Promise<PromptAnswer>>(async () => ({ kind: 'text', text: 'typed' }));
  const open = withSavedSecrets(openTransport, secrets, onNotice);
  const connect = () => {
    open({ profile, columns: 80, rows: 24, onEvent: () => undefined, ask: asked });
    const transport = opened.at(-1);
    if (transport === undefined) throw new Error('Nothing was opened');
    const ask = (prompt: Prompt) => transport.options.ask(prompt, new AbortController().signal);
    return { ask, openNow: transport.openNow };
  };
  return { connect, asked, vault, onNotice };
}

describe('saved secrets', () => {
  it('answer for the user, at each connection', async () => {
    const { connect, asked } = setUp([[key, 'kept']]);
    for (let round = 0; round < 2; round += 1) {
      expect(await connect().ask(password)).toEqual({ kind: 'text', text: 'kept' });
    }
    expect(asked).not.toHaveBeenCalled();
  });

  it('are not used again once refused, until they are saved anew', async () => {
    const { connect, asked } = setUp([[key, 'old']]);
    const first = connect();
    await first.ask(password);
    asked.mockResolvedValueOnce(keep);
    expect(await first.ask({ ...password, retry: true })).toEqual(keep);

    const second = connect();
    expect(await second.ask(password)).toMatchObject({ text: 'typed' });
    first.openNow();
    await expect.poll(() => connect().ask(password)).toEqual({ kind: 'text', text: 'typed' });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('are saved when the login was good, and not before', async () => {
    const { connect, asked, vault } = setUp();
    asked.mockResolvedValue(keep);
    const { ask, openNow } = connect();
    await ask(password);
    asked.mockResolvedValue({ ...keep, text: 'better' });
    await ask({ ...password, retry: true });
    expect(vault.size).toBe(0);
    openNow();
    await expect.poll(() => vault.get(secretId(key))).toBe('better');
  });

  it('are offered where there is a vault alone, and not for questions that stand beside others or are seen', async () => {
    const code = { kind: 'keyboard-interactive', user: 'ada', host: 'web', port: 2222, banner: null } as const;
    const round = { ...code, name: '', instructions: '' };
    const unseen = { text: 'Code: ', echo: false };
    const { connect, asked } = setUp([[key, 'kept']]);
    const { ask } = connect();
    await ask({ ...round, questions: [unseen, unseen] });
    await ask({ ...round, questions: [{ ...unseen, echo: true }] });
    await ask({ ...round, questions: [] });
    await ask({ ...password, user: 'bob' });
    const none = setUp([], { canSave: async () => false });
    await none.connect().ask(password);
    expect(asked.mock.calls.map(([prompt]) => prompt.canSave)).toEqual([undefined, undefined, undefined, true]);
    expect(none.asked).toHaveBeenCalledExactlyOnceWith(password, expect.anything());
  });

  it('are told apart by user, host, port, proxy and question, and are the same behind a jump host', async () => {
    const own = { user: 'ada', host: 'web', port: 2222 };
    const { connect, asked } = setUp([
      [key, 'of the host'],
      [{ kind: 'proxy-password', ...own }, 'of the proxy'],
      [{ kind: 'answer', ...own, question: 'Password:' }, 'by its words'],
    ]);
    const { ask } = connect();
    const proxy = { kind: 'proxy-password', proxy: 'web', port: 2222, user: 'ada', retry: false } as const;
    const round = (text: string) =>
      ({
        kind: 'keyboard-interactive',
        ...own,
        banner: null,
        name: '',
        instructions: '',
        questions: [{ text, echo: false }],
      }) as const;
    expect(await ask({ ...password, jumpHost: { number: 1, of: 2 } })).toEqual({ kind: 'text', text: 'of the host' });
    expect(await ask(proxy)).toEqual({ kind: 'text', text: 'of the proxy' });
    expect(await ask(round('Password: '))).toEqual({ kind: 'texts', texts: ['by its words'] });
    expect(asked).not.toHaveBeenCalled();
    const others: readonly Prompt[] = [
      { ...password, host: 'other' },
      { ...password, port: 22 },
      { ...proxy, port: 1080 },
      { ...proxy, user: 'bob' },
      round('One-time code: '),
      { ...round('Password: '), host: 'other' },
    ];
    for (const prompt of others) await ask(prompt);
    expect(asked).toHaveBeenCalledTimes(others.length);
  });

  it('of a keyboard-interactive login are asked for again where they are refused, and replaced', async () => {
    const own = { user: 'ada', host: 'web', port: 2222 };
    const saved = { kind: 'answer', ...own, question: 'Password:' } as const;
    const questions = [{ text: 'Password:', echo: false }];
    const round = {
      kind: 'keyboard-interactive',
      ...own,
      banner: null,
      name: '',
      instructions: '',
      questions,
    } as const;
    const { connect, asked, vault } = setUp([[saved, 'old']]);
    const { ask, openNow } = connect();
    expect(await ask(round)).toEqual({ kind: 'texts', texts: ['old'] });
    asked.mockResolvedValue({ kind: 'texts', texts: ['new'], keep: 'vault' });
    expect(await ask(round)).toMatchObject({ texts: ['new'] });
    expect(vault.get(secretId(saved))).toBe('old');
    openNow();
    await expect.poll(() => vault.get(secretId(saved))).toBe('new');
  });

  it('know a key by its fingerprint, and by its file where that is not known', async () => {
    const passphrase = { kind: 'passphrase', keyFile: '~/a', comment: '', retry: false } as const;
    const { connect } = setUp([
      [{ kind: 'passphrase', key: 'SHA256:x', file: '~/b' }, 'by fingerprint'],
      [{ kind: 'passphrase', key: '~/a', file: '~/a' }, 'by file'],
    ]);
    const { ask } = connect();
    expect(await ask({ ...passphrase, fingerprint: 'SHA256:x' })).toMatchObject({ text: 'by fingerprint' });
    expect(await ask({ ...passphrase, fingerprint: null })).toMatchObject({ text: 'by file' });
  });

  it('say why they could not be saved', async () => {
    const failure = { code: 'storage-full', message: 'The disk is full.', retryable: true } as const;
    const { connect, asked, onNotice } = setUp([], { save: async () => failed(failure) });
    asked.mockResolvedValue(keep);
    const { ask, openNow } = connect();
    await ask(password);
    openNow();
    await expect.poll(() => onNotice.mock.calls).toEqual([['The disk is full.']]);
  });
});
