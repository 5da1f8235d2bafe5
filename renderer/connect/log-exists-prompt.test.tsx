import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { SessionPrompt } from './session-prompt.tsx';

const setUp = async () => {
  const onAnswer = vi.fn();
  const screen = await render(
    <SessionPrompt prompt={{ kind: 'log-exists', file: '/logs/gate.log' }} onAnswer={onAnswer} />,
  );
  await expect.element(screen.getByRole('heading')).toHaveTextContent('The log file exists already');
  return { screen, onAnswer };
};

it.each(['Append', 'Overwrite', "Don't log"])('lets the user choose what becomes of a log file: %s', async (name) => {
  const { screen, onAnswer } = await setUp();
  await expect.element(screen.getByText('/logs/gate.log')).toBeVisible();
  await screen.getByRole('button', { name }).click();
  const answers = { Append: 'append', Overwrite: 'overwrite', "Don't log": 'cancel' } as const;
  expect(onAnswer.mock.calls).toEqual([[{ kind: answers[name as keyof typeof answers] }]]);
});

it.each([
  ['Enter', 'append'],
  ['Escape', 'cancel'],
])('loses nothing by a key pressed too early: %s', async (key, kind) => {
  const { onAnswer } = await setUp();
  await userEvent.keyboard(`{${key}}`);
  await expect.poll(() => onAnswer.mock.calls).toEqual([[{ kind }]]);
});
