import headless from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { reconnectMark } from './reconnect-mark.ts';
import { terminalReset } from './terminal-reset.ts';

/** What a terminal of 5 rows shows after this, scrollback included; rows to the right of nothing are cut. */
async function shown(...output: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const terminal = new headless.Terminal({ cols: 20, rows: 5, allowProposedApi: true });
  for (const part of output) await new Promise<void>((resolve) => terminal.write(part, resolve));
  const { active } = terminal.buffer;
  const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? '');
  terminal.dispose();
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}

const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

describe('a terminal whose session connects again', () => {
  it('goes on under what it shows', async () => {
    expect(await shown('one\r\n$ ', terminalReset, '$ ls')).toEqual(['one', '$ ', '$ ls']);
    expect(await shown(lines.join('\r\n'), terminalReset, '$ ls')).toEqual([...lines, '$ ls']);
  });

  it('goes on where a full-screen program was started, wherever that had saved its cursor', async () => {
    const editor = '\u001b[?1049h\u001b[2J\u001b[3;5H\u001b7editing\u001b[1;1H';
    expect(await shown('one\r\n$ vi', editor, terminalReset, '$ ls')).toEqual(['one', '$ vi', '$ ls']);
  });

  it('shows letters again where line drawing was left on', async () => {
    expect(await shown('\u001b(0lqk', terminalReset, 'lqk')).toEqual(['┌─┐', 'lqk']);
  });

  it('says in a line of its own that it was reconnected, in letters, wherever the cursor was', async () => {
    const mark = reconnectMark(new Date(2026, 2, 9, 14, 5, 9).getTime(), 0);
    const rows = ['$ vi', '— reconnected at 14:', '05:09 —', '$ ls'];
    expect(await shown('$ vi', '\u001b[?1049h\u001b(0\u001b[31mlqk', terminalReset, mark, '$ ls')).toEqual(rows);
  });
});
