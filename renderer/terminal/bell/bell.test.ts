import { afterEach, expect, it, vi } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { darkSurroundings } from '../surroundings.ts';
import { type Harness, setUpTerminal, waitFor } from '../testing/terminal-harness.ts';

let terminal: Harness;
const tones = vi.spyOn(OscillatorNode.prototype, 'start');
const sounds = vi.spyOn(AudioBufferSourceNode.prototype, 'start');
const readBellSound = vi.fn<() => Promise<Uint8Array | null>>(async () => null);

const begin = async (profile: Partial<Profile>) => {
  terminal = await setUpTerminal({ readBellSound }, profile);
};
afterEach(() => {
  terminal.dispose();
  vi.clearAllMocks();
});

/** A tenth of a second of silence, 8 bits, 8,000 a second. */
function wave(): Uint8Array {
  const samples = 800;
  const bytes = new Uint8Array(44 + samples).fill(128, 44);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('RIFF____WAVEfmt ____________________data'));
  view.setUint32(4, 36 + samples, true);
  for (const [at, value] of [
    [16, 16],
    [24, 8000],
    [28, 8000],
    [40, samples],
  ] as const) {
    view.setUint32(at, value, true);
  }
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const) {
    view.setUint16(at, value, true);
  }
  return bytes;
}

it('beeps, and marks the tab', async () => {
  await begin({});
  await terminal.print('\u0007');
  await waitFor(() => tones.mock.calls.length === 1);
  expect(terminal.calls.counts.bells).toBe(1);
});

it('does nothing at all where it is disabled, nor for old output', async () => {
  await begin({ bellAction: 'none' });
  await terminal.print('\u0007');
  terminal.view.apply(defaultProfile, darkSurroundings);
  terminal.port.send({ kind: 'replay-begin', columns: 80, rows: 24 });
  await terminal.print('\u0007');
  terminal.port.send({ kind: 'replay-end' });
  await terminal.print('quiet');
  expect(tones).not.toHaveBeenCalled();
  expect(terminal.calls.counts.bells).toBe(0);
});

it('turns the colours round for a moment where it is visual', async () => {
  await begin({ bellAction: 'visual' });
  await terminal.print('\u0007');
  expect(getComputedStyle(terminal.view.element).filter).toBe('invert(1)');
  await waitFor(() => getComputedStyle(terminal.view.element).filter === 'none');
  expect(tones).not.toHaveBeenCalled();
});

it('plays the sound file, which is read once; another one is read anew', async () => {
  readBellSound.mockImplementation(async () => wave());
  await begin({ bellAction: 'file', bellSoundFile: '/a.wav', bellOverload: false });
  await terminal.print('\u0007');
  await waitFor(() => sounds.mock.calls.length === 1);
  await terminal.print('\u0007');
  await waitFor(() => sounds.mock.calls.length === 2);
  expect(readBellSound).toHaveBeenCalledTimes(1);
  terminal.view.apply({ ...defaultProfile, bellAction: 'file', bellSoundFile: '/b.wav' }, darkSurroundings);
  await terminal.print('\u0007');
  await waitFor(() => sounds.mock.calls.length === 3);
  expect(readBellSound).toHaveBeenCalledTimes(2);
  expect(tones).not.toHaveBeenCalled();
});

it.each([
  ['cannot be read', null],
  ['is no sound', new TextEncoder().encode('RIFFnothing')],
])('beeps where the sound file %s', async (_what, bytes) => {
  readBellSound.mockImplementation(async () => bytes);
  await begin({ bellAction: 'file', bellSoundFile: '/a.wav' });
  await terminal.print('\u0007');
  await waitFor(() => tones.mock.calls.length === 1);
  expect(sounds).not.toHaveBeenCalled();
});

it('asks for attention where that is chosen, and another window has the keyboard', async () => {
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  await begin({ bellAttention: 'flash' });
  await terminal.print('\u0007');
  expect(terminal.calls.counts.attention).toBe(1);
  hasFocus.mockReturnValue(true);
  await terminal.print('\u0007');
  await waitFor(() => tones.mock.calls.length === 2);
  expect(terminal.calls.counts.attention).toBe(1);
  hasFocus.mockRestore();
});

it('is silent while it is over-used', async () => {
  await begin({ bellOverloadCount: 1, bellSilenceSeconds: 3600 });
  await terminal.print('\u0007'.repeat(1000));
  expect(tones).not.toHaveBeenCalled();
  expect(terminal.calls.counts.bells).toBe(0);
});
