import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { success } from '#contract/failure.ts';
import type { AgentReport } from '#contract/session/agent.ts';
import { category, showDialog } from '../dialog-harness.tsx';

const fingerprint = 'SHA256:Xk3dE8hG0m9yQ1vT7cN5bLrWzPaFsJ2uKoI4eYtHx6M';
const key = { type: 'ssh-ed25519', fingerprint, comment: 'ada@home' };

async function showAuth(report: AgentReport) {
  const agents = { list: vi.fn(async () => success(report)), forgetPassphrases: vi.fn(async () => success(null)) };
  const shown = await showDialog({ agents });
  await category('Connection/SSH/Auth').click();
  return { ...shown, agents };
}

const list = page.getByRole('list', { name: 'Keys of the agent' });
const forget = page.getByRole('button', { name: 'Forget kept passphrases' });

describe('the keys of the agent', () => {
  it('are listed by comment, type and fingerprint', async () => {
    await showAuth({
      agents: [{ place: '/run/agent', keys: [key, { ...key, type: 'ssh-rsa', comment: '' }] }],
      keptPassphrases: 0,
    });
    await expect.element(list).toHaveTextContent(`ada@home (ssh-ed25519)${fingerprint}ssh-rsa${fingerprint}`);
    await expect.element(forget).toBeDisabled();
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });

  it('are asked for again on request, of the agent that is named now', async () => {
    const { agents } = await showAuth({ agents: [], keptPassphrases: 0 });
    const status = page.getByRole('status').filter({ hasText: 'agent' });
    await expect.element(status).toHaveTextContent(/^There is no agent/);
    await page.getByRole('textbox', { name: 'Agent socket' }).fill('/run/other');
    await expect.element(page.getByText(/named before/)).toBeVisible();
    await page.getByRole('button', { name: 'Refresh keys' }).click();
    await expect.poll(() => agents.list.mock.lastCall).toEqual(['/run/other']);
  });
});

describe('passphrases that are kept', () => {
  it('are forgotten on request', async () => {
    const { agents } = await showAuth({ agents: [{ place: '/run/agent', keys: [] }], keptPassphrases: 2 });
    await forget.click();
    expect(agents.forgetPassphrases).toHaveBeenCalledOnce();
    await expect.poll(() => agents.list.mock.calls.length).toBeGreaterThan(1);
  });
});
