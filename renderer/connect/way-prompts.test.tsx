import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Prompt } from '#contract/session/prompt.ts';
import { SessionPrompt } from './session-prompt.tsx';

const setUp = async (prompt: Prompt) => {
  const onAnswer = vi.fn();
  const screen = await render(<SessionPrompt prompt={prompt} onAnswer={onAnswer} />);
  return { screen, onAnswer };
};

const password: Prompt = { kind: 'password', user: 'ada', host: 'example.com', port: 22, banner: null, retry: false };
const hostKey: Prompt = {
  kind: 'unknown-host-key',
  host: 'example.com',
  port: 2222,
  keyType: 'ssh-ed25519',
  fingerprint: 'SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M',
  knownTypes: [],
};

describe('the questions of a jump host', () => {
  const jumpHost = { number: 1, of: 2 };

  it('say which it is', async () => {
    const first = await setUp({ ...password, jumpHost });
    await expect
      .element(first.screen.getByRole('heading'))
      .toHaveTextContent('Log in to example.com (jump host 1 of 2)');
    await first.screen.unmount();
    const second = await setUp({ ...hostKey, jumpHost });
    await expect.element(second.screen.getByText('example.com, port 2222 (jump host 1 of 2)')).toBeVisible();
    await second.screen.unmount();
    const only = await setUp({ kind: 'user-name', host: 'gate', jumpHost: { number: 1, of: 1 } });
    await expect.element(only.screen.getByRole('heading')).toHaveTextContent('Log in to gate (jump host)');
  });
});

describe('the question for the password of a proxy', () => {
  it('names the proxy and its user, and says that the last one was refused', async () => {
    const { screen, onAnswer } = await setUp({
      kind: 'proxy-password',
      proxy: 'proxy.lan',
      port: 1080,
      user: 'ada',
      retry: true,
    });
    await expect.element(screen.getByRole('heading')).toHaveTextContent('Log in to the proxy proxy.lan');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('The proxy refused that password.');
    await userEvent.keyboard('s3cret{Enter}');
    await expect.poll(() => onAnswer.mock.calls).toEqual([[{ kind: 'text', text: 's3cret' }]]);
  });
});
