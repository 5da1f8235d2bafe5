import { expect, it, vi } from 'vitest';
import { createQuestions } from './keyboard-interactive.ts';

it('does not open a window for more questions than it could answer', () => {
  const [ask, onCancel, finish] = [vi.fn(), vi.fn(), vi.fn()];
  const { prompt } = createQuestions({
    port: 22,
    host: 'example.com',
    user: 'ada',
    ask,
    banner: () => null,
    onLog: () => undefined,
    onCancel,
  });
  prompt('', '', '', Array(65).fill({ prompt: 'Code:', echo: false }), finish);
  expect(ask).not.toHaveBeenCalled();
  expect(finish).not.toHaveBeenCalled();
  expect(onCancel).toHaveBeenCalledWith(
    expect.objectContaining({ code: 'protocol-error', message: 'example.com asked 65 questions at once.' }),
  );
});
