import type { AuthContext, KeyboardAuthContext } from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import type { Prompt, PromptAnswer } from '#contract/session/prompt.ts';
import { type SshPeerOptions, startSshPeer } from '../testing/ssh-peer.ts';
import { type TrialOptions, tryTransport } from '../testing/transport-trial.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface LoginTrial {
  readonly profile?: TrialOptions['profile'];
  readonly config?: SshPeerOptions['config'];
  readonly answer?: (prompt: Prompt) => PromptAnswer;
}

/** Logs in to a server that decides as told; a login that succeeds is enough, nothing is started. */
async function logIn(onAuthentication: (context: AuthContext) => void, options: LoginTrial = {}) {
  const peer = await startSshPeer({ onAuthentication, config: options.config ?? {} });
  cleanups.push(peer.stop);
  return tryTransport({
    profile: { portNumber: peer.port, userName: 'ada', noShell: true, ...options.profile },
    ...(options.answer === undefined ? {} : { answer: options.answer }),
  });
}

const text = (value: string): PromptAnswer => ({ kind: 'text', text: value });
const texts = (...values: string[]): PromptAnswer => ({ kind: 'texts', texts: values });

const passwordOnly = (context: AuthContext) =>
  context.method === 'password' && context.password === 'right' ? context.accept() : context.reject(['password']);

describe('a login by password', () => {
  it('asks for it and is let in', async () => {
    const { opened, prompts, log } = await logIn(passwordOnly, { answer: () => text('right') });
    await opened();
    expect(prompts).toMatchObject([{ kind: 'password', user: 'ada', host: '127.0.0.1', banner: null, retry: false }]);
    expect(log()).toContain('Logged in as ada with password.');
    expect(log()).not.toContain('right');
  });

  it('asks again after a wrong one, three times at most, and says what was tried and what is accepted', async () => {
    const { ended, prompts } = await logIn(passwordOnly, { answer: () => text('wrong') });
    expect(await ended()).toEqual({
      kind: 'refused',
      failure: {
        code: 'authentication-refused',
        message: '127.0.0.1 did not let ada in. Tried: password; the server accepts: password.',
        retryable: false,
      },
    });
    expect(prompts.map((prompt) => prompt.kind === 'password' && prompt.retry)).toEqual([false, true, true]);
  });

  it('is told in a sentence of bounded length, however many methods the server names', async () => {
    const { ended } = await logIn((context) =>
      context.reject(Array(999).fill('method-of-its-own@example.com') as never),
    );
    const message = expect.stringMatching(/^.{1,700}$/);
    expect(await ended()).toMatchObject({ failure: { code: 'authentication-refused', message } });
  });

  it('is not tried where the profile forbids it', async () => {
    const { ended, prompts } = await logIn(passwordOnly, { profile: { tryPassword: false } });
    expect(await ended()).toMatchObject({
      failure: {
        code: 'authentication-refused',
        message: expect.stringMatching(/None of the methods set for this session could be tried.*accepts: password\.$/),
      },
    });
    expect(prompts).toEqual([]);
  });

  it('ends by the word of the user, who cancels it', async () => {
    const { ended } = await logIn(passwordOnly);
    expect(await ended()).toMatchObject({ kind: 'refused', failure: { code: 'cancelled', retryable: false } });
  });

  it('says that the password has expired', async () => {
    const { ended } = await logIn(
      (context) =>
        context.method === 'password' ? context.requestChange('New one', () => {}) : context.reject(['password']),
      { answer: () => text('old') },
    );
    expect(await ended()).toMatchObject({
      failure: { code: 'authentication-refused', message: expect.stringContaining('has expired') },
    });
  });

  it('tells a server that hangs up after refusals from one that is out of order', async () => {
    const { ended } = await logIn(
      (context) => {
        if (context.method !== 'password') context.reject(['password']);
        else (context as unknown as { _protocol: { disconnect: (reason: number) => void } })._protocol.disconnect(14);
      },
      { answer: () => text('wrong') },
    );
    expect(await ended()).toMatchObject({
      failure: {
        code: 'authentication-refused',
        message: '127.0.0.1 did not let ada in and closed the connection.',
        retryable: false,
      },
    });
  });
});

describe('a login by keyboard-interactive', () => {
  const rounds = (context: AuthContext) => {
    if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
    const keyboard = context as KeyboardAuthContext;
    keyboard.prompt(
      [
        { prompt: 'Pass\u001b[2Jword: ', echo: false },
        { prompt: 'Colour: ', echo: true },
      ],
      'Login\u202e',
      'Two\u0007\nlines',
      (first) => {
        if (first.join() !== 'secret,blue') return context.reject(['keyboard-interactive']);
        keyboard.prompt([{ prompt: 'Code: ', echo: true }], (second) => {
          if (second.join() === '123456') context.accept();
          else context.reject(['keyboard-interactive']);
        });
      },
    );
  };

  it('puts each round to the user, made harmless', async () => {
    const { opened, prompts } = await logIn(rounds, {
      answer: (prompt) =>
        prompt.kind === 'keyboard-interactive' && prompt.questions.length === 2
          ? texts('secret', 'blue')
          : texts('123456'),
    });
    await opened();
    const common = { kind: 'keyboard-interactive', user: 'ada', host: '127.0.0.1', banner: null };
    expect(prompts).toMatchObject([
      {
        ...common,
        name: 'Login',
        instructions: 'Two\nlines',
        questions: [
          { text: 'Pass[2Jword:', echo: false },
          { text: 'Colour:', echo: true },
        ],
      },
      { ...common, name: '', instructions: '', questions: [{ text: 'Code:', echo: true }] },
    ]);
  });

  it('begins again after wrong answers, three times at most', async () => {
    const { ended, prompts } = await logIn(rounds, { answer: () => texts('a', 'b') });
    expect(await ended()).toMatchObject({
      failure: {
        message: '127.0.0.1 did not let ada in. Tried: keyboard-interactive; the server accepts: keyboard-interactive.',
      },
    });
    expect(prompts).toHaveLength(3);
  });

  it('ends by the word of the user, who cancels it', async () => {
    const { ended, prompts } = await logIn(rounds);
    expect(await ended()).toMatchObject({ kind: 'refused', failure: { code: 'cancelled' } });
    expect(prompts).toHaveLength(1);
  });

  it('is not repeated where the server has nothing to ask; the password follows', async () => {
    let attempts = 0;
    const { opened } = await logIn(
      (context) => {
        if (context.method === 'keyboard-interactive') attempts += 1;
        if (context.method === 'password') context.accept();
        else context.reject(['keyboard-interactive', 'password']);
      },
      { answer: () => text('right') },
    );
    await opened();
    expect(attempts).toBe(1);
  });
});

describe('a login', () => {
  it('asks for the user where the profile names none', async () => {
    const users: string[] = [];
    const { opened, prompts, log } = await logIn(
      (context) => {
        users.push(context.username);
        context.accept();
      },
      { profile: { userName: '' }, answer: () => text('grace') },
    );
    await opened();
    expect([users, prompts]).toEqual([['grace'], [{ kind: 'user-name', host: '127.0.0.1' }]]);
    expect(log()).toContain('Logged in as grace.');
  });

  it('needs a user', async () => {
    const { ended } = await logIn((context) => context.accept(), { profile: { userName: '' } });
    expect(await ended()).toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('goes on to a second method where the first alone is not enough', async () => {
    let passed = false;
    const { opened, log } = await logIn(
      (context) => {
        if (context.method === 'password' && !passed) {
          passed = true;
          context.reject(['keyboard-interactive'], true);
        } else if (context.method === 'keyboard-interactive' && passed) {
          context.prompt([{ prompt: 'Code', echo: true }], () => context.accept());
        } else context.reject(['password']);
      },
      { answer: (prompt) => (prompt.kind === 'password' ? text('x') : texts('1')) },
    );
    await opened();
    expect(log()).toContain('The server accepted password and wants more.');
  });

  it('shows the notice of the server where it asks, and logs it, made harmless', async () => {
    const config = { banner: 'Welcome\u001b[31m\r\nNo trespassing' };
    const shown = await logIn(passwordOnly, { config, answer: () => text('right') });
    await shown.opened();
    expect(shown.prompts).toMatchObject([{ banner: 'Welcome[31m\nNo trespassing\n' }]);
    expect(shown.log()).toContain('Server notice: Welcome[31m\nServer notice: No trespassing');
    const hidden = await logIn(passwordOnly, {
      config,
      profile: { displayBanner: false },
      answer: () => text('right'),
    });
    await hidden.opened();
    expect(hidden.prompts).toMatchObject([{ banner: null }]);
    expect(hidden.log()).toContain('Server notice: No trespassing');
  });

  it('survives a notice of 30 KB, and says so where it is longer than SSH allows', async () => {
    const long = await logIn(passwordOnly, { config: { banner: 'x'.repeat(30_000) }, answer: () => text('right') });
    await long.opened();
    const tooLong = await logIn(passwordOnly, { config: { banner: 'x'.repeat(160_000) } });
    expect(await tooLong.ended()).toMatchObject({
      kind: 'refused',
      failure: {
        code: 'protocol-error',
        message: expect.stringContaining('too long'),
        hint: expect.stringContaining('banner'),
      },
    });
  });
});
