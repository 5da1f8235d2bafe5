import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import type { ConnectPhase } from '#contract/session/session.ts';
import { ConnectingPanel } from './connecting-panel.tsx';

const words = async (
  phase: ConnectPhase,
  stop?: { readonly name: string; readonly number: number; readonly of: number },
) => {
  const state = { kind: 'connecting', phase, ...(stop === undefined ? {} : { stop }) } as const;
  const screen = await render(<ConnectingPanel hostName="web" portNumber={2222} state={state} onCancel={() => {}} />);
  const text = screen.getByRole('status').element().textContent;
  await screen.unmount();
  return text;
};

it('says what is being done', async () => {
  expect(await words('resolving')).toBe('Looking up web…');
  expect(await words('tcp')).toBe('Connecting to web, port 2222…');
  expect(await words('proxy')).toBe('Waiting for the proxy to reach web…');
  expect(await words('handshake')).toBe('Exchanging keys with web…');
});

it('says at which jump host it is', async () => {
  const stop = { name: 'gate', number: 1, of: 3 };
  expect(await words('tcp', stop)).toBe('Connecting to gate (1 of 3)…');
  expect(await words('login', stop)).toBe('Logging in to gate (1 of 3)…');
  expect(await words('handshake', { name: 'web', number: 3, of: 3 })).toBe('Exchanging keys with web (3 of 3)…');
});
