import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultProfile } from '#contract/profile/profile.ts';
import type { SessionSnapshot } from '#contract/session/session.ts';
import { type AppHarness, setUpApp } from './testing/app-harness.tsx';
import { noSaved, snapshotOf } from './testing/fake-bridge.ts';

let app: AppHarness;
afterEach(() => app.dispose());

const web = snapshotOf('web');
const lost: SessionSnapshot['state'] = {
  kind: 'closed',
  at: 0,
  reason: {
    kind: 'lost',
    failure: { code: 'connection-reset', message: 'It was reset.', retryable: true },
    verdict: {
      kind: 'idle-cut-reset',
      confidence: 'likely',
      sentence: 'This path forgets connections.',
      evidence: [],
      remedy: { kind: 'set-keepalive', seconds: 120 },
    },
  },
};

const asked = (name: string) => app.requests.filter((request) => request.name === name).map(({ payload }) => payload);
const told = (name: string) => app.commands.filter((command) => command.name === name).map(({ payload }) => payload);
const tabNames = () =>
  app.screen
    .getByRole('tab')
    .elements()
    .map((element) => element.textContent);
const typedIn = async (session: SessionSnapshot) => {
  await expect.poll(() => asked('session.attach').length).toBeGreaterThan(0);
  return app.portOf(session.id).typed();
};

describe('the window', () => {
  it('opens on the configuration dialog, and Cancel there closes it', async () => {
    app = await setUpApp();
    await expect.element(app.screen.getByRole('dialog', { name: 'Holdfast Configuration' })).toBeVisible();
    expect(app.screen.getByRole('tablist').query()).toBeNull();
    await app.screen.getByRole('button', { name: 'Cancel' }).click();
    expect(told('window.close')).toHaveLength(1);
  });

  it('opens a session in a tab, gives it the keyboard, and sizes the window to it once', async () => {
    app = await setUpApp();
    await app.screen.getByRole('textbox', { name: 'Host Name (or IP address)' }).fill('example.com');
    await userEvent.keyboard('{Enter}');
    await expect.poll(tabNames).toEqual(['opened-1']);
    expect(asked('session.open')).toMatchObject([{ profile: { hostName: 'example.com' } }]);
    expect(app.screen.getByRole('dialog').query()).toBeNull();
    await userEvent.keyboard('ls');
    await expect.poll(() => typedIn(snapshotOf('opened-1'))).toBe('ls');
    app.emit('menu.action', { kind: 'duplicate-session' });
    await expect.poll(tabNames).toEqual(['opened-1', 'opened-2']);
    expect(told('window.resize-by')).toHaveLength(1);
  });

  it('shows the sessions that main holds after a reload, and leaves the window as large as it is', async () => {
    app = await setUpApp({ sessions: [web, snapshotOf('db')], isReload: true });
    await expect.poll(tabNames).toEqual(['web', 'db']);
    expect(asked('session.attach')).toEqual([{ id: web.id }, { id: 'id-db' }]);
    expect(told('window.resize-by')).toEqual([]);
  });

  it("shows the program's own title, else the name of its tab", async () => {
    app = await setUpApp({ sessions: [web] });
    expect(document.title).toBe('web - Holdfast');
    await expect.poll(() => asked('session.attach').length).toBe(1);
    app.portOf(web.id).sendText('\u001b]0;vim\u0007');
    await expect.poll(() => told('window.title').at(-1)).toEqual({ title: 'vim', iconTitle: 'vim' });
    expect(document.title).toBe('vim - Holdfast');
  });

  it('asks before it closes with sessions open', async () => {
    app = await setUpApp({ sessions: [web] });
    app.emit('window.close-asked', { openSessions: 1 });
    await expect.element(app.screen.getByText(/One session is open/)).toBeVisible();
    expect(told('window.close-heard')).toHaveLength(1);
    expect(told('window.close')).toEqual([]);
    await app.screen.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
    expect(told('window.close')).toHaveLength(1);
  });

  it('shows a notice until it is dismissed, also over a dialog', async () => {
    app = await setUpApp({ sessions: [web] });
    app.emit('menu.action', { kind: 'about' });
    app.emit('notice', { text: 'A backup was restored.', stays: true });
    await expect.element(app.screen.getByText('A backup was restored.')).toBeVisible();
    await app.screen.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(app.screen.getByText('A backup was restored.')).not.toBeInTheDocument();
  });
});

describe('a session that was lost', () => {
  it('says so, keeps its text, and is restarted by Enter', async () => {
    app = await setUpApp({ sessions: [web] });
    await expect.poll(() => asked('session.attach').length).toBe(1);
    app.show({ ...web, state: lost });
    await expect.element(app.screen.getByRole('alert')).toHaveTextContent('This path forgets connections.');
    await userEvent.keyboard('x');
    const pressEnter = async () => {
      await userEvent.keyboard('{Enter}');
      return asked('session.restart')[0];
    };
    await expect.poll(pressEnter, { timeout: 5000 }).toEqual({ id: web.id });
    expect(await typedIn(web)).toBe('');
    app.show({ ...web, state: { kind: 'connecting', phase: 'tcp' } });
    await expect.element(app.screen.getByText(/Connecting to web.example.com, port 22/)).toBeVisible();
    expect(app.screen.getByRole('alert').query()).toBeNull();
  });

  it('is restarted with the interval that its verdict advises', async () => {
    app = await setUpApp({ sessions: [{ ...web, state: lost }] });
    await app.screen.getByRole('button', { name: 'Set Keepalives to 120 s and Restart' }).click();
    await expect.poll(() => asked('session.restart')).toEqual([{ id: web.id }]);
    expect(asked('session.change')).toEqual([
      { id: web.id, changes: { keepaliveSeconds: 120, keepaliveChooseForMe: false } },
    ]);
  });

  it('connects again by itself where the profile says so, unless it is stopped', async () => {
    if (lost.kind !== 'closed') throw new Error('It is closed');
    const failed = { code: 'unreachable', message: 'web did not answer.', retryable: true } as const;
    const retryAt = Date.now() + 60_000;
    const state: SessionSnapshot['state'] = { ...lost, kind: 'reconnecting', attempt: 3, retryAt, failed };
    app = await setUpApp({ sessions: [{ ...web, state }] });
    await expect.element(app.screen.getByRole('alert')).toHaveTextContent('was lost at');
    await expect.element(app.screen.getByText('Last attempt: web did not answer.')).toBeVisible();
    await expect.element(app.screen.getByText(/^Reconnecting in (60|59|58) s, attempt 3$/)).toBeVisible();
    await app.screen.getByRole('button', { name: 'Stop' }).click();
    expect(told('session.cancel-connecting')).toEqual([{ id: web.id }]);
    await app.screen.getByRole('button', { name: 'Reconnect Now' }).click();
    await expect.poll(() => asked('session.restart')).toEqual([{ id: web.id }]);
  });

  it('waits for the network where this computer has none, and can be told to try all the same', async () => {
    if (lost.kind !== 'closed') throw new Error('It is closed');
    const state: SessionSnapshot['state'] = { ...lost, kind: 'reconnecting', attempt: 3, retryAt: null, failed: null };
    app = await setUpApp({ sessions: [{ ...web, state }] });
    const panel = app.screen.getByRole('region', { name: 'Reconnecting' });
    await expect.element(panel.getByText('Waiting for the network', { exact: true })).toBeVisible();
    await expect.element(panel).not.toHaveTextContent(/attempt|Reconnecting/);
    await panel.getByRole('button', { name: 'Reconnect Now' }).click();
    await expect.poll(() => asked('session.restart')).toEqual([{ id: web.id }]);
  });

  it('may come back while it only does not answer, and can be restarted meanwhile', async () => {
    app = await setUpApp({ sessions: [web] });
    app.show({ ...web, keepalive: { ...web.keepalive, stalled: true } });
    await app.screen.getByRole('button', { name: 'Restart Session' }).click();
    await expect.poll(() => asked('session.restart')).toEqual([{ id: web.id }]);
    app.show(web);
    await expect.element(app.screen.getByRole('region', { name: 'No answer' })).not.toBeInTheDocument();
  });
});

describe('a question of a session', () => {
  const asking: SessionSnapshot = {
    ...web,
    state: { kind: 'authenticating' },
    prompt: {
      promptId: 'p1',
      prompt: { kind: 'password', user: 'ada', host: 'web', port: 22, banner: null, retry: false },
    },
  };

  it('goes with its tab, and gives the keyboard back to the terminal', async () => {
    app = await setUpApp({ sessions: [asking, snapshotOf('db')] });
    await userEvent.keyboard('s3cret');
    await userEvent.keyboard('{Control>}{Tab}{/Control}');
    expect(app.screen.getByRole('dialog').query()).toBeNull();
    await userEvent.keyboard('{Control>}{Tab}{/Control}');
    await app.screen.getByLabelText('Password of ada').fill('s3cret');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => asked('session.answer'))
      .toEqual([{ id: web.id, promptId: 'p1', answer: { kind: 'text', text: 's3cret' } }]);
    app.show(web);
    await expect.poll(() => document.activeElement?.closest('.terminal-view')).not.toBeNull();
  });

  it('lets nothing that is typed reach the terminal', async () => {
    app = await setUpApp({ sessions: [asking] });
    await userEvent.keyboard('s3cret{Enter}');
    expect(await typedIn(web)).toBe('');
  });
});

describe('the actions', () => {
  it('change the running session through the dialog, and size the window to its new rows', async () => {
    app = await setUpApp({ sessions: [web], isReload: true });
    app.emit('menu.action', { kind: 'change-settings' });
    const dialog = app.screen.getByRole('dialog', { name: 'Change Settings: web' });
    await dialog.getByRole('row', { name: 'Window', exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Rows' }).fill('30');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(asked('session.change')).toEqual([{ id: web.id, changes: { rows: 30 } }]);
    expect(told('window.resize-by')).toHaveLength(1);
  });

  it('paste several lines only after they were shown', async () => {
    app = await setUpApp({ sessions: [web] });
    const data = new DataTransfer();
    data.setData('text/plain', 'one\ntwo');
    await expect.poll(() => document.activeElement?.closest('.terminal-view')).not.toBeNull();
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    const dialog = app.screen.getByRole('alertdialog', { name: 'Paste 2 lines?' });
    await dialog.getByRole('button', { name: 'Paste' }).click();
    await expect.poll(() => typedIn(web)).toBe('one\rtwo');
  });

  it('find text, and give the keyboard back when that is over', async () => {
    app = await setUpApp({ sessions: [web] });
    await expect.poll(() => asked('session.attach').length).toBe(1);
    app.portOf(web.id).sendText('needle hay needle');
    await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}needle');
    await expect.element(app.screen.getByText('2 of 2')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(app.screen.getByText('1 of 2')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('x');
    await expect.poll(() => typedIn(web)).toBe('x');
  });

  it('do nothing while a dialog is open', async () => {
    app = await setUpApp({ sessions: [web] });
    app.emit('menu.action', { kind: 'about' });
    await expect.element(app.screen.getByRole('dialog', { name: 'About Holdfast' })).toBeVisible();
    app.emit('menu.action', { kind: 'close-tab' });
    app.emit('menu.action', { kind: 'paste' });
    expect(app.screen.getByRole('alertdialog').query()).toBeNull();
    expect(asked('clipboard.read')).toEqual([]);
  });

  it('open a saved session by its name', async () => {
    const saved = {
      ...noSaved,
      sessions: [{ name: 'lab', folder: '', profile: { ...defaultProfile, hostName: 'lab.example.com' } }],
    };
    app = await setUpApp({ sessions: [web], saved });
    app.emit('menu.action', { kind: 'open-saved', name: 'lab' });
    await expect.poll(() => asked('session.open')).toMatchObject([{ savedAs: 'lab' }]);
  });
});
