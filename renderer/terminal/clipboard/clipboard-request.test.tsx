import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { ClipboardRequest, previewOf } from './clipboard-request.tsx';

it('shows what a program wants to write, and takes the answer', async () => {
  const answers: string[] = [];
  const screen = await render(
    <ClipboardRequest write={{ to: 'clipboard', text: 'git push' }} onAnswer={(answer) => answers.push(answer)} />,
  );
  await expect.element(screen.getByRole('status')).toHaveTextContent('git push (8 characters)');
  await screen.getByRole('button', { name: 'Copy' }).click();
  await screen.getByRole('button', { name: 'Always' }).click();
  await screen.getByRole('button', { name: 'Never' }).click();
  expect(answers).toEqual(['copy', 'always', 'never']);
});

it('hides nothing behind line ends or characters that turn text round', () => {
  expect(previewOf('ls\n\u202Erm -rf /\u0000')).toBe('ls rm -rf / ');
  expect(previewOf('x'.repeat(500))).toHaveLength(121);
});
