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

const hostKey: Prompt = {
  kind: 'unknown-host-key',
  host: 'example.com',
  port: 2222,
  keyType: 'ssh-ed25519',
  fingerprint: 'SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M',
  knownTypes: [],
};

const password: Prompt = { kind: 'password', user: 'ada', host: 'example.com', port: 22, banner: null, retry: false };

describe('the question about an unknown host key', () => {
  it('is not accepted by Enter, nor by Escape', async () => {
    for (const key of ['{Enter}', '{Escape}', ' ']) {
      const { screen, onAnswer } = await setUp(hostKey);
      await expect.element(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
      await userEvent.keyboard(key);
      await expect.poll(() => onAnswer.mock.calls).toEqual([[{ kind: 'cancel' }]]);
      await screen.unmount();
    }
  });

  it('shows the host, its port, the type and the fingerprint, which can be selected', async () => {
    const { screen } = await setUp(hostKey);
    await expect.element(screen.getByText('example.com, port 2222')).toBeVisible();
    await expect.element(screen.getByText('ssh-ed25519')).toBeVisible();
    const fingerprint = screen.getByText(hostKey.fingerprint).element();
    expect(getComputedStyle(fingerprint).userSelect).toBe('text');
  });

  it('is answered by its buttons', async () => {
    const { screen, onAnswer } = await setUp(hostKey);
    await screen.getByRole('button', { name: 'Accept once' }).click();
    await screen.getByRole('button', { name: 'Accept and save' }).click();
    expect(onAnswer.mock.calls.flat()).toEqual([{ kind: 'accept-once' }, { kind: 'accept-and-save' }]);
  });

  it('says so when another key of the same kind was accepted before', async () => {
    const { screen } = await setUp({ ...hostKey, knownTypes: ['ssh-ed25519'] });
    await expect.element(screen.getByRole('heading', { name: 'The host shows another key than before' })).toBeVisible();
    await expect.element(screen.getByText(/You accepted another ssh-ed25519 key for this host once/)).toBeVisible();
  });

  it('is graver when keys of another kind are known', async () => {
    const { screen } = await setUp({ ...hostKey, knownTypes: ['ssh-rsa'] });
    await expect.element(screen.getByText(/Keys of another kind are known for this host: ssh-rsa/)).toBeVisible();
  });
});

const weak: Prompt = {
  kind: 'weak-algorithms',
  host: 'old.example.com',
  port: 22,
  algorithms: [
    { role: 'host key', name: 'ssh-rsa', why: 'The server signs with SHA-1.' },
    { role: 'cipher', name: '3des-cbc', why: 'Blocks of 64 bits.' },
  ],
};

describe('the warning of weak algorithms', () => {
  it('names each and why, and is not accepted by Enter, nor by Escape', async () => {
    const { screen, onAnswer } = await setUp(weak);
    await expect.element(screen.getByText('Host key: ssh-rsa')).toBeVisible();
    await expect.element(screen.getByText('The server signs with SHA-1.')).toBeVisible();
    await expect.element(screen.getByText('Cipher: 3des-cbc')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Escape}');
    expect(onAnswer.mock.calls).toEqual([[{ kind: 'cancel' }], [{ kind: 'cancel' }]]);
  });

  it('is accepted for this connection alone', async () => {
    const { screen, onAnswer } = await setUp(weak);
    await screen.getByRole('button', { name: 'Accept for this connection' }).click();
    expect(onAnswer.mock.calls).toEqual([[{ kind: 'accept-once' }]]);
  });
});

describe('the offer to save other keys of a host', () => {
  const offer: Prompt = {
    kind: 'new-host-keys',
    host: 'example.com',
    port: 2222,
    keys: [{ keyType: 'ssh-rsa', fingerprint: 'SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M' }],
    file: '/home/ada/.config/holdfast/known_hosts',
  };

  it('says which and where, and saves nothing by Enter or Escape', async () => {
    const { screen, onAnswer } = await setUp(offer);
    await expect.element(screen.getByText('SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M')).toBeVisible();
    await expect.element(screen.getByText(/added to \/home\/ada\/.config\/holdfast\/known_hosts/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Not now' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Escape}');
    expect(onAnswer.mock.calls).toEqual([[{ kind: 'cancel' }], [{ kind: 'cancel' }]]);
    await screen.getByRole('button', { name: 'Save them' }).click();
    expect(onAnswer.mock.calls.at(-1)).toEqual([{ kind: 'accept-and-save' }]);
  });
});

describe('the question for a password', () => {
  it('hides what is typed, sends it by Enter, and forgets it', async () => {
    const { screen, onAnswer } = await setUp(password);
    const field = screen.getByLabelText('Password of ada');
    await expect.element(field).toHaveFocus();
    await expect.element(field).toHaveAttribute('type', 'password');
    await userEvent.keyboard('s3cret{Enter}');
    await expect.poll(() => onAnswer.mock.calls).toEqual([[{ kind: 'text', text: 's3cret' }]]);
    await expect.element(field).toHaveValue('');
  });

  it('shows a banner as text, whatever is in it', async () => {
    const { screen } = await setUp({ ...password, port: 22, banner: '<img src=x onerror=alert(1)>\nsecond line' });
    await expect.element(screen.getByText(/<img src=x/)).toBeVisible();
    expect(document.querySelector('img')).toBeNull();
  });

  it('says that the last one was refused', async () => {
    const { screen } = await setUp({ ...password, retry: true });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('The server refused that password.');
  });
});

describe('the other questions', () => {
  it('ask for a user name in sight, and for a passphrase out of sight', async () => {
    const name = await setUp({ kind: 'user-name', host: 'example.com' });
    await expect.element(name.screen.getByLabelText('User name')).toHaveAttribute('type', 'text');
    await name.screen.unmount();
    const key = await setUp({
      kind: 'passphrase',
      comment: '',
      fingerprint: null,
      keyFile: '/home/ada/.ssh/id_ed25519',
      retry: true,
    });
    const field = key.screen.getByLabelText('Passphrase of /home/ada/.ssh/id_ed25519');
    await expect.element(field).toHaveAttribute('type', 'password');
    await expect.element(key.screen.getByRole('alert')).toHaveTextContent('does not open the key');
  });

  it('take several answers in the order of the questions', async () => {
    const { screen, onAnswer } = await setUp({
      kind: 'keyboard-interactive',
      user: 'ada',
      host: 'example.com',
      port: 22,
      banner: null,
      name: 'Second factor',
      instructions: 'Open your authenticator.',
      questions: [
        { text: 'Password: ', echo: false },
        { text: 'Code: ', echo: true },
      ],
    });
    await expect.element(screen.getByText(/Open your authenticator/)).toBeVisible();
    await expect.element(screen.getByLabelText('Password:')).toHaveAttribute('type', 'password');
    await userEvent.keyboard('s3cret{Tab}123456{Enter}');
    await expect.poll(() => onAnswer.mock.calls).toEqual([[{ kind: 'texts', texts: ['s3cret', '123456'] }]]);
  });

  it('are cancelled by Escape', async () => {
    const { onAnswer } = await setUp(password);
    await userEvent.keyboard('half{Escape}');
    await expect.poll(() => onAnswer.mock.calls).toEqual([[{ kind: 'cancel' }]]);
  });
});

describe('the question for a passphrase', () => {
  const passphrase: Prompt = {
    kind: 'passphrase',
    keyFile: '/keys/id',
    comment: 'ada@home',
    fingerprint: 'SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M',
    retry: false,
  };

  it('names the key, and is answered for once, or for as long as the program runs', async () => {
    const { screen, onAnswer } = await setUp(passphrase);
    await expect.element(screen.getByText('ada@home')).toBeVisible();
    await expect.element(screen.getByText(/^SHA256:Xk3d/)).toBeVisible();
    await screen.getByLabelText('Passphrase of /keys/id').fill('one');
    await userEvent.keyboard('{Enter}');
    await screen.getByRole('checkbox', { name: "Don't ask again until the program ends" }).click();
    await screen.getByLabelText('Passphrase of /keys/id').fill('two');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => onAnswer.mock.calls.flat())
      .toEqual([
        { kind: 'text', text: 'one' },
        { kind: 'text', text: 'two', keep: 'run' },
      ]);
  });
});

describe('the question whether the agent may be used', () => {
  const use: Prompt = {
    kind: 'agent-use',
    host: 'web.example.com',
    keyType: 'ssh-ed25519',
    fingerprint: 'SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M',
    comment: 'ada@home',
  };

  it('names the host and the key, and is not allowed by Enter, nor by Escape', async () => {
    for (const key of ['{Enter}', '{Escape}']) {
      const { screen, onAnswer } = await setUp(use);
      await expect
        .element(screen.getByRole('heading', { name: /^web\.example\.com wants to use a key/ }))
        .toBeVisible();
      await expect.element(screen.getByText('ada@home')).toBeVisible();
      await userEvent.keyboard(key);
      await expect.poll(() => onAnswer.mock.calls).toEqual([[{ kind: 'cancel' }]]);
      await screen.unmount();
    }
  });

  it('is allowed by its button', async () => {
    const { screen, onAnswer } = await setUp(use);
    await screen.getByRole('button', { name: 'Allow once' }).click();
    expect(onAnswer.mock.calls).toEqual([[{ kind: 'accept-once' }]]);
  });
});
