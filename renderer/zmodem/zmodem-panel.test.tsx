import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ZmodemStatus } from '#contract/files/zmodem.ts';
import { ZmodemPanel } from './zmodem-panel.tsx';

const offered: ZmodemStatus = {
  kind: 'offered',
  questionId: 'q',
  host: 'example.com',
  name: 'a.txt',
  files: 3,
  totalBytes: 3 * 1024 * 1024,
  folder: '/home/ada/Downloads',
};

const setUp = async (status: ZmodemStatus) => {
  const [onAnswer, onCancel] = [vi.fn(), vi.fn()];
  const screen = await render(<ZmodemPanel status={status} onAnswer={onAnswer} onCancel={onCancel} />);
  return { screen, onAnswer, onCancel };
};

it('names what is offered, by whom, and where it would go', async () => {
  const { screen } = await setUp(offered);
  await expect.element(screen.getByRole('heading')).toHaveTextContent('Receive 3 files from example.com?');
  await expect.element(screen.getByText('a.txt and 2 more, 3.0 MB')).toBeVisible();
  await expect.element(screen.getByText('/home/ada/Downloads')).toBeVisible();
});

it.each([
  ['Receive', 'receive'],
  ['Choose Folder…', 'choose'],
  ['Refuse', 'refuse'],
  ["Don't Ask Again", 'never'],
])('lets the user say: %s', async (name, answer) => {
  const { screen, onAnswer } = await setUp(offered);
  await screen.getByRole('button', { name }).click();
  expect(onAnswer.mock.calls).toEqual([['q', answer]]);
});

it.each(['Enter', 'Escape'])('takes no file by a key that was meant for the terminal: %s', async (key) => {
  const { onAnswer } = await setUp(offered);
  await userEvent.keyboard(`{${key}}`);
  await expect.poll(() => onAnswer.mock.calls).toEqual([['q', 'refuse']]);
});

it('says the same for all files that are there, if it is told so', async () => {
  const facts = { size: 4, modifiedAt: 0 };
  const { screen, onAnswer } = await setUp({ kind: 'exists', questionId: 'q', name: 'a', from: facts, to: facts });
  await screen.getByText('Do the same for all').click();
  await screen.getByRole('button', { name: 'Keep Both' }).click();
  expect(onAnswer.mock.calls).toEqual([['q', 'rename-all']]);
});

it('shows how far a transfer is, how fast and how long it takes', async () => {
  const { screen, onCancel } = await setUp({
    kind: 'sending',
    name: 'a.txt',
    file: 2,
    files: 3,
    bytes: 1024 * 1024,
    totalBytes: 3 * 1024 * 1024,
    bytesPerSecond: 512 * 1024,
    isStopping: false,
  });
  await expect.element(screen.getByRole('status')).toHaveTextContent('Sending a.txt (2 of 3)');
  await expect.element(screen.getByText('1.0 MB of 3.0 MB · 512 KB/s · 4 s left')).toBeVisible();
  await screen.getByRole('button', { name: 'Cancel' }).click();
  expect(onCancel).toHaveBeenCalledOnce();
});
