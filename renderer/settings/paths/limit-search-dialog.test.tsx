import axe from 'axe-core';
import { flushSync } from 'react-dom';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LimitSearch, LimitStep } from '#contract/session/path.ts';
import { category, showDialog, web } from '../dialog-harness.tsx';

const steps: readonly LimitStep[] = [
  { seconds: 60, state: { kind: 'survived' } },
  { seconds: 120, state: { kind: 'silent', leftMs: 60_000 } },
  { seconds: 240, state: { kind: 'waiting' } },
];
const running: LimitSearch = { state: { kind: 'running', timeLeftMs: 200_000, prompt: null }, steps };
const question = {
  kind: 'password',
  user: 'ada',
  host: 'web.example.com',
  port: 22,
  banner: null,
  retry: false,
} as const;

const dialog = page.getByRole('dialog', { name: 'Find the limit of the path to web.example.com' });
const times = dialog.getByRole('textbox', { name: 'Seconds of silence to try' });

async function showSearch(...args: Parameters<typeof showDialog>) {
  const shown = await showDialog({ initial: { profile: web, savedAs: null }, ...args[0] });
  await category('Connection').click();
  await shown.screen.getByRole('button', { name: "Find this path's limit…" }).click();
  await expect.element(dialog).toBeVisible();
  return shown;
}

describe('the search for a limit', () => {
  it('begins with the usual times, or with those that are typed', async () => {
    const { path, onOpen } = await showSearch();
    await expect.element(times).toHaveValue('60, 120, 240, 300, 350, 600, 900, 1800, 3600, 7200');
    await times.fill('1, 2, 4');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => path.requests.at(-1))
      .toEqual({
        name: 'path.search',
        payload: { profile: web, seconds: [1, 2, 4] },
      });
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('refuses times that are none, with the range', async () => {
    const { path } = await showSearch();
    await times.fill('soon');
    await dialog.getByRole('button', { name: 'Start' }).click();
    await expect.element(times).toHaveAccessibleDescription(/whole numbers from 1 to 86400/);
    expect(path.requests.map(({ name }) => name)).not.toContain('path.search');
  });

  it('shows how it stands, counting by itself', async () => {
    const { path } = await showSearch();
    path.tell({ search: running });
    await expect.element(dialog).toHaveTextContent(/At most 3 min (1\d|20) s left\./);
    await expect
      .element(dialog)
      .toHaveTextContent(/1 minsurvived2 minsilent, (1 min|5\d s) left4 minwaiting for its turn/);
    await expect.element(dialog).toHaveTextContent(/2 minsilent, 5[0-8] s left/);
    expect(times.elements()).toEqual([]);
  });

  it('is cancelled, and goes on when its dialog is closed', async () => {
    const { screen, path, onCancel } = await showSearch();
    path.tell({ search: running });
    await dialog.getByRole('button', { name: 'Cancel Search' }).click();
    expect(path.commands).toEqual([
      { name: 'path.cancel-search', payload: { hostName: 'web.example.com', portNumber: 22 } },
    ]);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(path.commands).toHaveLength(1);
    expect(onCancel).not.toHaveBeenCalled();
    await expect.element(screen.getByRole('status')).toHaveTextContent(/A search for its limit is running\.$/);
  });

  it('asks what its logins need, in a window of its own', async () => {
    const { path, onOpen } = await showSearch();
    const prompt = { promptId: '7', prompt: question };
    path.tell({ search: { ...running, state: { kind: 'running', timeLeftMs: 200_000, prompt } } });
    const field = page.getByLabelText('Password of ada');
    await expect.element(field).toHaveFocus();
    await field.fill('secret');
    await userEvent.keyboard('{Enter}');
    expect(path.requests.at(-1)).toEqual({
      name: 'path.answer',
      payload: {
        hostName: 'web.example.com',
        portNumber: 22,
        promptId: '7',
        answer: { kind: 'text', text: 'secret' },
      },
    });
    await userEvent.keyboard('{Escape}');
    expect(path.requests.at(-1)?.payload).toMatchObject({ answer: { kind: 'cancel' } });
    await expect.element(dialog).toBeVisible();
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('puts the keyboard at Close once a question was answered by Enter, whenever that is let go', async () => {
    const { path } = await showSearch();
    const prompt = { promptId: '7', prompt: question };
    path.tell({ search: { ...running, state: { kind: 'running', timeLeftMs: 200_000, prompt } } });
    await expect.element(page.getByLabelText('Password of ada')).toHaveFocus();
    await userEvent.keyboard('{Enter>}');
    // All before the next frame, in which React Aria moves the focus.
    flushSync(() => path.tell({ search: running }));
    document.body.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true }));
    await expect.element(dialog.getByRole('button', { name: 'Close' })).toHaveFocus();
    await userEvent.keyboard('{/Enter}');
  });

  it('tells what it found, and offers it', async () => {
    const { path, screen } = await showSearch();
    const found = [steps[0], { seconds: 120, state: { kind: 'cut', afterMs: 120_000 } }] as readonly LimitStep[];
    path.tell({ search: { state: { kind: 'done' }, steps: found }, adviceSeconds: 60 });
    await expect
      .element(dialog.getByRole('status'))
      .toHaveTextContent('The path survives 1 min of silence, and forgets a connection within 2 min.');
    await expect.element(dialog.getByRole('button', { name: 'Start Again' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Set 60 s' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(screen.getByRole('textbox', { name: /^Seconds between keepalives/ })).toHaveValue('60');
  });

  it('says why it failed', async () => {
    const { path } = await showSearch();
    const failure = { code: 'authentication-refused', message: 'Not let in.', retryable: false } as const;
    path.tell({ search: { state: { kind: 'failed', failure }, steps: [] } });
    await expect.element(dialog.getByRole('status')).toHaveTextContent('Not let in.');
  });

  it('runs for a session that is open, as that one logs in', async () => {
    const { path } = await showSearch({
      mode: { kind: 'change', sessionName: 'web', profile: web, savedAs: 'web' },
      canCancel: true,
    });
    await dialog.getByRole('button', { name: 'Start' }).click();
    await expect.poll(() => path.requests.at(-1)?.payload).toMatchObject({ profile: web });
  });

  it('goes to what is wrong with the settings instead of beginning', async () => {
    const { screen } = await showDialog({ initial: { profile: web, savedAs: null } });
    await category('Connection').click();
    await screen.getByRole('textbox', { name: /^Seconds between keepalives/ }).fill('soon');
    await screen.getByRole('button', { name: "Find this path's limit…" }).click();
    await expect.element(screen.getByRole('textbox', { name: /^Seconds between keepalives/ })).toHaveFocus();
    expect(dialog.elements()).toEqual([]);
  });

  it.each([
    [800, 600],
    [640, 400],
  ])('is accessible at %d x %d', async (width, height) => {
    await page.viewport(width, height);
    const { path } = await showSearch();
    const serious = async () => (await axe.run(dialog.element())).violations.map(({ id }) => id);
    expect(await serious()).toEqual([]);
    path.tell({ search: running });
    await expect.element(dialog.getByRole('button', { name: 'Cancel Search' })).toBeVisible();
    expect(await serious()).toEqual([]);
    await page.viewport(800, 600);
  });
});
