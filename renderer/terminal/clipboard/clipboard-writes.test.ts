import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { guardPayloads, maxPayload } from '../guards/payload-guards.ts';
import { type BareTerminal, setUpBareTerminal } from '../testing/bare-terminal.ts';
import { waitFor } from '../testing/terminal-harness.ts';
import { type ClipboardWrite, createClipboardWrites } from './clipboard-writes.ts';

const osc52 = (selections: string, text: string) => `\u001b]52;${selections};${btoa(text)}\u0007`;
const allowing: Profile = { ...defaultProfile, clipboardWrites: 'allow' };

describe('a program that writes to the clipboard', () => {
  let terminal: BareTerminal;
  let asked: ClipboardWrite[];
  let written: ClipboardWrite[];
  beforeEach(() => {
    asked = [];
    written = [];
    terminal = setUpBareTerminal({
      onClipboardWrite: (write) => asked.push(write),
      writeClipboard: (to, text) => written.push({ to, text }),
    });
  });
  afterEach(() => terminal.dispose());

  it('is asked about, as long as nothing else is set', async () => {
    createClipboardWrites(terminal.context, defaultProfile);
    await terminal.print(osc52('c', 'words'));
    expect(asked).toEqual([{ to: 'clipboard', text: 'words' }]);
    expect(written).toEqual([]);
  });

  it('may write where it is allowed to, also to the selection, and in any script', async () => {
    createClipboardWrites(terminal.context, allowing);
    const japanese = btoa(String.fromCharCode(...new TextEncoder().encode('漢字')));
    for (const sequence of [osc52('p', 'chosen'), osc52('', 'copied'), `\u001b]52;c;${japanese}\u001b\\`]) {
      const before = written.length;
      await terminal.print(sequence);
      await waitFor(() => written.length > before);
    }
    expect(written).toEqual([
      { to: 'selection', text: 'chosen' },
      { to: 'clipboard', text: 'copied' },
      { to: 'clipboard', text: '漢字' },
    ]);
  });

  it('writes the newest of many texts', async () => {
    createClipboardWrites(terminal.context, allowing);
    await terminal.print(Array.from({ length: 5000 }, (_, index) => osc52('c', `text ${index}`)).join(''));
    await waitFor(() => written.at(-1)?.text === 'text 4999');
    expect(written.length).toBeLessThan(1000);
  });

  it('is refused from the moment that the setting says so', async () => {
    const part = createClipboardWrites(terminal.context, allowing);
    part.apply?.({ ...defaultProfile, clipboardWrites: 'refuse' });
    await terminal.print(osc52('c', 'words'));
    expect([...asked, ...written]).toEqual([]);
  });

  it('can read nothing', async () => {
    createClipboardWrites(terminal.context, allowing);
    const answers: string[] = [];
    terminal.terminal.onData((data) => answers.push(data));
    await terminal.print('\u001b]52;c;?\u0007');
    expect([...answers, ...written]).toEqual([]);
  });

  it('writes nothing of what is cut, no text, or no base64', async () => {
    const guard = guardPayloads(terminal.terminal);
    createClipboardWrites(terminal.context, allowing);
    await terminal.print(osc52('c', 'x'.repeat(maxPayload)));
    await terminal.print('\u001b]52;c;***\u0007\u001b]52;c;/w==\u0007\u001b]52;evil;eA==\u0007');
    expect(written).toEqual([]);
    guard.dispose();
  });

  it('does nothing when old output is read again', async () => {
    createClipboardWrites({ ...terminal.context, isReplaying: () => true }, allowing);
    await terminal.print(osc52('c', 'words'));
    expect(written).toEqual([]);
  });
});
