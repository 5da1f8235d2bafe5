import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Failure } from '#contract/failure.ts';
import type { CloseReason } from '#contract/session/session.ts';
import type { DropVerdict } from '#contract/session/verdict.ts';
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

const verdict: DropVerdict = {
  kind: 'idle-cut-reset',
  confidence: 'likely',
  sentence: 'A router or firewall on the way forgets connections that are idle for about 5 min.',
  evidence: ['The connection was reset.', 'Keepalives were off.'],
  remedy: { kind: 'set-keepalive', seconds: 120 },
};

describe('closeWords', () => {
  it('says what was lost, when, why, and what to do', () => {
    expect(closeWords({ kind: 'lost', failure: reset, verdict }, 'example.com', at)).toEqual({
      title: `The connection to example.com was lost at ${time}.`,
      details: [verdict.sentence],
      sureness: 'Likely',
      evidence: verdict.evidence,
    });
  });

  it('does not call an exit a loss, and says the status where it is not 0', () => {
    const exit = (code: number | null, signal: string | null) =>
      closeWords({ kind: 'exited', code, signal, verdict: null }, 'example.com', at);
    expect(exit(0, null)).toEqual({
      title: `The session ended at ${time}.`,
      details: [],
      sureness: null,
      evidence: [],
    });
    expect(exit(2, null).details).toEqual(['Exit status 2.']);
    expect(exit(null, 'KILL').details).toEqual(['Signal KILL ended the program.']);
  });

  it('tells a connection that never opened from one that was lost', () => {
    expect(closeWords({ kind: 'refused', failure: reset }, 'example.com', at).title).toContain('Could not connect');
  });
});

describe('the panel of a closed session', () => {
  const setUp = async (reason: CloseReason, savedName: string | null = null) => {
    const actions = { onRestart: vi.fn(), onRestartWith: vi.fn(), onClose: vi.fn(), closes: 'tab' as const };
    const screen = await render(
      <ClosedPanel hostName="example.com" reason={reason} at={at} savedName={savedName} {...actions} />,
    );
    return { screen, ...actions };
  };

  it('announces the reason once, and offers to restart and to close', async () => {
    const { screen, onRestart, onClose } = await setUp({ kind: 'refused', failure: reset });
    expect(screen.getByRole('alert').all()).toHaveLength(1);
    await expect.element(screen.getByRole('alert')).toHaveTextContent('The connection was reset.');
    await screen.getByRole('button', { name: 'Restart Session' }).click();
    await screen.getByRole('button', { name: 'Close Tab' }).click();
    expect([onRestart.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1]);
  });

  it('offers the remedy of a verdict as a button', async () => {
    const { screen, onRestartWith } = await setUp({ kind: 'lost', failure: reset, verdict });
    await expect.element(screen.getByText('Keepalives were off.')).toBeVisible();
    await screen.getByRole('button', { name: 'Set Keepalives to 120 s and Restart' }).click();
    expect(onRestartWith).toHaveBeenCalledWith({ seconds: 120, isSaved: false });
    expect(screen.getByRole('checkbox').elements()).toEqual([]);
  });

  it('saves the remedy as well only where it is asked to', async () => {
    const { screen, onRestartWith } = await setUp({ kind: 'lost', failure: reset, verdict }, 'web');
    await expect.element(screen.getByRole('checkbox', { name: 'Save the seconds to "web" too' })).not.toBeChecked();
    await screen.getByRole('checkbox').click();
    await screen.getByRole('button', { name: 'Set Keepalives to 120 s and Restart' }).click();
    expect(onRestartWith).toHaveBeenCalledWith({ seconds: 120, isSaved: true });
  });

  it('says in words how sure its verdict is, apart from the sentence', async () => {
    for (const [confidence, words] of [
      ['certain', 'Certain'],
      ['likely', 'Likely'],
      ['unsure', "Can't be sure"],
    ] as const) {
      const { screen } = await setUp({ kind: 'lost', failure: reset, verdict: { ...verdict, confidence } });
      await expect.element(screen.getByText(words, { exact: true })).toBeVisible();
      await screen.unmount();
    }
  });
});
