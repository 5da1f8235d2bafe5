import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { failed } from '#contract/failure.ts';
import type { Forward, ForwardStatus, X11Status } from '#contract/forwards/forward.ts';
import { defaultProfile } from '#contract/profile/profile.ts';
import { createFakeBridge, snapshotOf } from '../testing/fake-bridge.ts';
import '../ui/theme.css';
import { TunnelsDialog } from './tunnels-dialog.tsx';

const web: Forward = { kind: 'local', family: 'auto', bindAddress: '', port: 8080, host: 'web', hostPort: 80 };
const socks: Forward = { kind: 'dynamic', family: 'auto', bindAddress: '', port: 1080 };
const counts = { connections: 1, total: 3, failed: 0, received: 2048, sent: 10 };
const failure = { code: 'port-in-use', message: 'Port 1080 is in use.', retryable: true } as const;

const show = async (
  forwards: readonly ForwardStatus[],
  answers: Parameters<typeof createFakeBridge>[0] = {},
  x11: X11Status | null = null,
) => {
  const fake = createFakeBridge(answers);
  const profile = { forwards: forwards.map(({ forward }) => forward) };
  const session = snapshotOf('web', { forwards, x11, savedAs: 'stored' }, profile);
  const saved = [{ name: 'stored', folder: '', profile: defaultProfile }];
  const onClose = vi.fn();
  await render(<TunnelsDialog bridge={fake.bridge} session={session} saved={saved} onClose={onClose} />);
  return { ...fake, id: session.id, onClose };
};
const listening: ForwardStatus = {
  forward: web,
  state: { kind: 'listening', addresses: ['127.0.0.1:8080'] },
  ...counts,
};

describe('the tunnels of a session', () => {
  it('are listed with where they listen, where they go to, and what they carry', async () => {
    await show([listening, { forward: socks, state: { kind: 'failed', failure }, ...counts }]);
    const rows = page.getByRole('listitem');
    await expect.element(rows.nth(0)).toHaveTextContent(/Local 127\.0\.0\.1:8080.*web:80.*Listening\./);
    await expect.element(rows.nth(0)).toHaveTextContent('1 connection now, 3 in all · 2.0 KB received · 10 B sent');
    await expect.element(rows.nth(1)).toHaveTextContent('Port 1080 is in use.');
  });

  it('are removed from the session', async () => {
    const { requests, id } = await show([listening, { forward: socks, state: { kind: 'opening' }, ...counts }]);
    await page.getByRole('button', { name: 'Remove L8080 web:80' }).click();
    expect(requests).toEqual([{ name: 'session.change', payload: { id, changes: { forwards: [socks] } } }]);
    await expect.element(page.getByRole('status')).toHaveTextContent('Removed.');
  });

  it('are added by Enter, one after the other', async () => {
    const { requests, id } = await show([listening]);
    await page.getByLabelText('Dynamic', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Source port' }).fill('1080');
    await userEvent.keyboard('{Enter}');
    expect(requests).toEqual([{ name: 'session.change', payload: { id, changes: { forwards: [web, socks] } } }]);
    await expect.element(page.getByRole('textbox', { name: 'Source port' })).toHaveValue('');
    await expect.element(page.getByRole('textbox', { name: 'Source port' })).toHaveFocus();
  });

  it('are refused beside the field, and by main', async () => {
    const refusal = { code: 'not-found', message: 'This session is closed.', retryable: false } as const;
    const { requests } = await show([listening], { 'session.change': () => failed(refusal) });
    await page.getByRole('textbox', { name: 'Source port' }).fill('8080');
    await page.getByRole('textbox', { name: 'Destination' }).fill('db:1');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect.element(page.getByText('L8080 web:80 listens there already.')).toBeVisible();
    expect(requests).toEqual([]);
    await page.getByRole('textbox', { name: 'Source port' }).fill('8081');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('This session is closed.');
  });

  it('are tried again and saved where that makes sense', async () => {
    const { commands, requests, id } = await show([{ forward: web, state: { kind: 'failed', failure }, ...counts }]);
    await page.getByRole('button', { name: 'Try Again' }).click();
    expect(commands).toEqual([{ name: 'session.retry-forwards', payload: { id } }]);
    await page.getByRole('button', { name: 'Save in stored' }).click();
    const profile = { ...defaultProfile, forwards: [web] };
    expect(requests).toEqual([{ name: 'profiles.save', payload: { name: 'stored', folder: '', profile } }]);
  });

  it('have X11 among them, where it is forwarded', async () => {
    await show([listening], {}, { state: { kind: 'on', display: ':0' }, ...counts });
    const row = page.getByRole('listitem').nth(1);
    await expect.element(row).toHaveTextContent(/X11 programs at the server.*the display :0/);
    await expect.element(row).toHaveTextContent('1 connection now, 3 in all · 2.0 KB received · 10 B sent');
    expect(row.getByRole('button').elements()).toEqual([]);
  });

  it('may be none: then there is nothing to try again or to save', async () => {
    const { onClose } = await show([]);
    await expect.element(page.getByText('This session forwards no ports.')).toBeVisible();
    expect(page.getByRole('button', { name: /Try|Save/ }).elements()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
