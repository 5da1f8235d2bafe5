import { expect, it, vi } from 'vitest';
import type { Prompt } from '#contract/session/prompt.ts';
import type { Ask } from '../ports/transport.ts';
import { createRememberedAnswers, rememberForSession } from './remembered-answers.ts';

const { signal } = new AbortController();
const password: Prompt = { kind: 'password', user: 'ada', host: 'h', port: 22, banner: null, retry: false };
const rounds = (...texts: readonly string[]): Prompt => ({
  kind: 'keyboard-interactive',
  user: 'ada',
  host: 'h',
  port: 22,
  banner: null,
  name: '',
  instructions: '',
  questions: texts.map((text) => ({ text, echo: text.endsWith('?') })),
});

function setUp() {
  let asked = 0;
  const ask = vi.fn<Ask>(async () => {
    asked += 1;
    return { kind: 'text', text: `answer ${asked}` };
  });
  return { ask, answers: createRememberedAnswers(ask) };
}

it('asks once for what several connections need', async () => {
  const { ask, answers } = setUp();
  const first = await answers.forConnection()(password, signal);
  expect(await answers.forConnection()({ ...password, port: 22, banner: 'Welcome' }, signal)).toEqual(first);
  expect(ask).toHaveBeenCalledOnce();
});

it('asks again within a connection, which was refused, and remembers that', async () => {
  const { ask, answers } = setUp();
  const one = answers.forConnection();
  await one(password, signal);
  const right = await one({ ...password, retry: true }, signal);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(await answers.forConnection()(password, signal)).toEqual(right);
});

it('tells questions apart by what they are about', async () => {
  const { ask, answers } = setUp();
  for (const user of ['ada', 'bob']) await answers.forConnection()({ ...password, user }, signal);
  await answers.forConnection()(
    { kind: 'passphrase', comment: '', fingerprint: null, keyFile: '/k', retry: false },
    signal,
  );
  await answers.forConnection()({ kind: 'user-name', host: 'h' }, signal);
  expect(ask).toHaveBeenCalledTimes(4);
});

it('remembers a password that is asked for interactively, and no codes', async () => {
  const { ask, answers } = setUp();
  for (const prompt of [rounds('Password:'), rounds('Password:', 'Code:'), rounds('Code?')]) {
    await answers.forConnection()(prompt, signal);
    await answers.forConnection()(prompt, signal);
  }
  expect(ask).toHaveBeenCalledTimes(1 + 2 + 2);
});

it('does not remember that a question was cancelled', async () => {
  const ask = vi.fn<Ask>(async () => ({ kind: 'cancel' }));
  const answers = createRememberedAnswers(ask);
  await answers.forConnection()(password, signal);
  await answers.forConnection()(password, signal);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('knows nothing any more once it was told to forget', async () => {
  const { ask, answers } = setUp();
  await answers.forConnection()(password, signal);
  answers.forget();
  await answers.forConnection()(password, signal);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('keeps only what is to be shared', async () => {
  const ask = vi.fn<Ask>(async () => ({ kind: 'text', text: 'secret' }));
  const answers = rememberForSession(ask);
  const ofProxy: Prompt = { kind: 'proxy-password', proxy: 'p', port: 1080, user: 'ada', retry: false };
  for (const prompt of [ofProxy, password, ofProxy, password]) await answers.forConnection()(prompt, signal);
  expect(ask.mock.calls.map(([prompt]) => prompt.kind)).toEqual(['proxy-password', 'password', 'password']);
});
