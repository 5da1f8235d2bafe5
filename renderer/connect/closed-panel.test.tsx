import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Failure } from '#contract/failure.ts';
import { closeWords } from './close-words.ts';
import { ClosedPanel } from './closed-panel.tsx';

const at = new Date(2026, 2, 9, 14, 3, 12).getTime();
const time = new Date(at).toLocaleTimeString();
const reset: Failure = {
  code: 'connection-reset',
  message: 'The connection was reset.',
  retryable: true,
  hint: 'Set a shorter time between keepalives.',
};

describe('closeWords', () => {
  it('says what was lost, when, why, and what to do', () => {
    expect(closeWords({ kind: 'lost', failure: reset }, 'example.com', at)).toEqual({
      title: `The connection to example.com was lost at ${time}.`,
      details: ['The connection was reset.', 'Set a shorter time between keepalives.'],
    });
  });

  it('does not call an exit a loss, and says the status where it is not 0', () => {
    const exit = (code: number | null, signal: string | null) =>
      closeWords({ kind: 'exited', code, signal }, 'example.com', at);
    expect(exit(0, null)).toEqual({ title: `The session ended at ${time}.`, details: [] });
    expect(exit(2, null).details).toEqual(['Exit status 2.']);
    expect(exit(null, 'KILL').details).toEqual(['Signal KILL ended the program.']);
  });

  it('tells a connection that never opened from one that was lost', () => {
    expect(closeWords({ kind: 'refused', failure: reset }, 'example.com', at).title).toContain('Could not connect');
    expect(closeWords({ kind: 'disconnected' }, 'example.com', at).title).toContain('Disconnected');
  });
});

describe('the panel of a closed session', () => {
  it('announces the reason once, and offers to restart and to close', async () => {
    const onRestart = vi.fn();
    const onClose = vi.fn();
    const screen = await render(
      <ClosedPanel
        hostName="example.com"
        reason={{ kind: 'lost', failure: reset }}
        at={at}
        onRestart={onRestart}
        onClose={onClose}
      />,
    );
    expect(screen.getByRole('alert').all()).toHaveLength(1);
    await expect.element(screen.getByRole('alert')).toHaveTextContent('The connection was reset.');
    await screen.getByRole('button', { name: 'Restart Session' }).click();
    await screen.getByRole('button', { name: 'Close Tab' }).click();
    expect([onRestart.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1]);
  });
});
