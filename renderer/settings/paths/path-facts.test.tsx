import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { defaultProfile } from '#contract/profile/profile.ts';
import { category, showDialog, web } from '../dialog-harness.tsx';

const survived = { ms: 250_000, at: new Date(2026, 2, 4, 12).getTime(), count: 1 };
const fatal = { ms: 300_000, at: new Date(2026, 2, 5, 12).getTime(), count: 1 };

const interval = page.getByRole('textbox', { name: 'Seconds between keepalives (0 to turn off)' });
const facts = page.getByRole('status');
const forget = page.getByRole('button', { name: 'Forget' });
const find = page.getByRole('button', { name: "Find this path's limit…" });

async function showConnection(...args: Parameters<typeof showDialog>) {
  const shown = await showDialog(...args);
  await category('Connection').click();
  return shown;
}

const forWeb = { initial: { profile: { ...web, portNumber: 22 }, savedAs: null } };

describe('what is known of the path', () => {
  it('waits for a host name', async () => {
    await showConnection();
    await expect.element(facts).toHaveTextContent(/^Once a host name is entered/);
    await expect.element(find).toBeDisabled();
    await expect.element(forget).toBeDisabled();
  });

  it('is shown for the host and port that are typed in, as they are typed', async () => {
    const { screen, path } = await showDialog();
    path.tell({ survived, fatal, adviceSeconds: 120 });
    await screen.getByRole('textbox', { name: 'Host Name (or IP address)' }).fill('root@web.example.com:2222');
    await category('Connection').click();
    await expect
      .element(facts)
      .toHaveTextContent(
        'Longest silence survived here: 4 min 10 s (2026-03-04). Shortest fatal: 5 min (2026-03-05). Advice: 120 s.',
      );
    expect(path.requests).toContainEqual({
      name: 'path.get',
      payload: { hostName: 'web.example.com', portNumber: 2222 },
    });
  });

  it('changes as main learns more, without moving what follows', async () => {
    const { screen, path } = await showConnection(forWeb);
    await expect.element(facts).toHaveTextContent('Nothing is known yet of the path to web.example.com.');
    const below = screen.getByRole('group', { name: /^Low-level TCP/ }).element();
    const before = below.getBoundingClientRect().top;
    path.tell({ survived, fatal, adviceSeconds: 120 });
    await expect.element(facts).toHaveTextContent(/Advice: 120 s\.$/);
    expect(below.getBoundingClientRect().top).toBe(before);
  });

  it('is forgotten on request', async () => {
    const { path } = await showConnection(forWeb);
    path.tell({ survived });
    await forget.click();
    expect(path.requests.at(-1)).toEqual({
      name: 'path.forget',
      payload: { hostName: 'web.example.com', portNumber: 22 },
    });
    path.tell({ survived: null });
    await expect.element(forget).toBeDisabled();
  });

  it('tells of a server that answers no alive check, which can be forgotten too', async () => {
    const { path } = await showConnection(forWeb);
    path.tell({ ignoresChecksSince: new Date(2026, 2, 4, 12).getTime() });
    await expect
      .element(facts)
      .toHaveTextContent('The server answers no alive check (2026-03-04), so that none counts.');
    await forget.click();
    expect(path.requests.at(-1)?.name).toBe('path.forget');
  });

  it('puts its advice into the field', async () => {
    const { screen, path, onOpen } = await showConnection({
      initial: { profile: { ...defaultProfile, hostName: 'web.example.com' }, savedAs: null },
    });
    path.tell({ fatal, adviceSeconds: 120 });
    await screen.getByRole('button', { name: 'Set 120 s' }).click();
    await expect.element(interval).toHaveValue('120');
    expect(screen.getByRole('button', { name: 'Set 120 s' }).elements()).toEqual([]);
    await screen.getByRole('button', { name: 'Open', exact: true }).click();
    expect(onOpen.mock.lastCall?.[0].profile.keepaliveSeconds).toBe(120);
  });

  it('is there for a session that runs, whose change is applied alone', async () => {
    const mode = { kind: 'change', sessionName: 'web', profile: web, savedAs: 'web' } as const;
    const { screen, path, onApply } = await showConnection({ mode, canCancel: true });
    path.tell({ fatal, adviceSeconds: 60 });
    await screen.getByRole('checkbox', { name: 'Choose for me' }).click();
    await expect.element(interval).toHaveAccessibleDescription(/Used while too little is known of the path/);
    expect(screen.getByRole('button', { name: 'Set 60 s' }).elements()).toEqual([]);
    await screen.getByRole('button', { name: 'Apply' }).click();
    expect(onApply).toHaveBeenCalledExactlyOnceWith({ keepaliveChooseForMe: true });
  });
});
