import { afterEach, describe, expect, it } from 'vitest';
import type { Transfer, TransferState } from '#contract/files/files.ts';
import type { SessionState } from '#contract/session/session.ts';
import { type AppHarness, setUpApp } from '../../testing/app-harness.tsx';
import { snapshotOf } from '../../testing/fake-bridge.ts';

const ended: SessionState = {
  kind: 'closed',
  at: 0,
  reason: { kind: 'exited', code: 0, signal: null, verdict: null },
};
const web = snapshotOf('web');

const transferOf = (state: TransferState): Transfer => ({
  transferId: state.kind,
  kind: 'upload',
  name: 'notes.txt',
  to: '/srv',
  state,
  bytes: 1,
  totalBytes: 2,
  files: 0,
  totalFiles: 1,
  bytesPerSecond: 0,
});

let app: AppHarness;
afterEach(() => app.dispose());

/** A window with one session, whose transfers stand as told. */
async function show(state: SessionState, transfers: readonly TransferState[]) {
  app = await setUpApp({ sessions: [{ ...web, state }] });
  app.emit('files.changed', { id: web.id, transfers: transfers.map(transferOf), edits: [], settled: 0 });
}

async function closeTab(state: SessionState, transfers: readonly TransferState[]) {
  await show(state, transfers);
  app.emit('menu.action', { kind: 'close-tab' });
}

const question = () => app.screen.getByRole('alertdialog', { name: 'Close this tab?' });
const closed = () => app.commands.filter(({ name }) => name === 'session.close');

describe('a tab that is closed', () => {
  it('says which transfers it cancels, besides that its session is open', async () => {
    await closeTab(web.state, [{ kind: 'running' }, { kind: 'paused' }, { kind: 'done' }]);
    await expect
      .element(question())
      .toHaveTextContent(/web is open\..* 2 file transfers are not finished, and will be cancelled\./);
  });

  it('says so too where its session has ended, and its transfers wait for the next connection', async () => {
    await closeTab(ended, [{ kind: 'disconnected' }]);
    await expect.element(question()).toHaveTextContent('A file transfer is not finished, and will be cancelled.');
    await expect.element(question()).not.toHaveTextContent('open');
    expect(closed()).toEqual([]);
    await app.screen.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(closed).toHaveLength(1);
  });

  it('goes at once where its session has ended with all that was to be transferred', async () => {
    await closeTab(ended, [{ kind: 'done' }, { kind: 'cancelled' }]);
    await expect.poll(closed).toHaveLength(1);
  });
});

it('a window that closes with none but ended sessions says which transfers it cancels', async () => {
  await show(ended, [{ kind: 'disconnected' }, { kind: 'paused' }]);
  app.emit('window.close-asked', { openSessions: 0 });
  const asked = app.screen.getByRole('alertdialog', { name: 'Close Holdfast?' });
  await expect.element(asked).toHaveTextContent('2 file transfers are not finished, and will be cancelled.');
  await expect.element(asked).not.toHaveTextContent('open');
});
