import { describe, expect, it, vi } from 'vitest';
import { createPrompts } from './prompts.ts';

const userName = { kind: 'user-name', host: 'example.com' } as const;
const passphrase = { kind: 'passphrase', keyFile: 'id', comment: '', fingerprint: null, retry: false } as const;

describe('prompts', () => {
  it('shows one question at a time, in the order in which they were asked', async () => {
    const prompts = createPrompts(() => undefined);
    const first = prompts.ask(userName, new AbortController().signal);
    const second = prompts.ask(passphrase, new AbortController().signal);
    expect(prompts.current()?.prompt).toEqual(userName);
    expect(prompts.answer(prompts.current()?.promptId ?? '', { kind: 'text', text: 'root' })).toBe(true);
    expect(await first).toEqual({ kind: 'text', text: 'root' });
    expect(prompts.current()?.prompt).toEqual(passphrase);
    prompts.answer(prompts.current()?.promptId ?? '', { kind: 'cancel' });
    expect(await second).toEqual({ kind: 'cancel' });
  });

  it('takes a question back when its connection ends, and drops an answer that comes later', async () => {
    const onChange = vi.fn();
    const prompts = createPrompts(onChange);
    const connection = new AbortController();
    const answer = prompts.ask(userName, connection.signal);
    const promptId = prompts.current()?.promptId ?? '';
    connection.abort();
    expect(await answer).toEqual({ kind: 'cancel' });
    expect(prompts.current()).toBeNull();
    expect(prompts.answer(promptId, { kind: 'text', text: 'late' })).toBe(false);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('answers a question of a connection that ended before it was asked', async () => {
    const connection = new AbortController();
    connection.abort();
    expect(await createPrompts(() => undefined).ask(userName, connection.signal)).toEqual({ kind: 'cancel' });
  });
});
