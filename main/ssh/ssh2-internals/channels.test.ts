import { describe, expect, it } from 'vitest';
import { answerAfterExit, changeSize, request, widenWindow } from './channels.ts';
import { logInToSshd, openedSession, run } from './testing/logged-in-client.ts';

describe("a session channel beside ssh2's own", () => {
  it('openSession and widenWindow bound what the server may send ahead', async () => {
    const client = await logInToSshd();
    const channel = await openedSession(client, 10_000);
    await request(client, channel, { kind: 'exec', command: 'head -c 25000 /dev/zero' });
    await expect.poll(() => channel.readableLength).toBe(10_000);
    widenWindow(client, channel, 8000);
    await expect.poll(() => channel.readableLength).toBe(18_000);
    widenWindow(client, channel, 8000);
    await expect.poll(() => channel.readableLength).toBe(25_000);
  });

  it('openSession tells of a refusal', async () => {
    const client = await logInToSshd(['MaxSessions 0']);
    await expect(openedSession(client)).rejects.toThrow('refused');
  });

  it('request sets up a terminal, variables and a shell, and tells what was refused', async () => {
    const client = await logInToSshd();
    const channel = await openedSession(client);
    let output = '';
    channel.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
    const granted = await Promise.all([
      request(client, channel, {
        kind: 'pty',
        terminalType: 'vt220',
        columns: 91,
        rows: 33,
        modes: Buffer.of(3, 0, 0, 0, 8, 0),
      }),
      request(client, channel, { kind: 'environment', name: 'LC_GOOD', value: 'gute Wörter' }),
      request(client, channel, { kind: 'shell' }),
      request(client, channel, { kind: 'shell' }), // a channel runs one program
    ]);
    expect(granted).toEqual([true, true, true, false]);
    channel.write('echo "<$TERM $LC_GOOD>"; stty size; stty -a | tr " " "\\n" | grep -A2 "^erase"\n');
    await expect.poll(() => output).toContain('<vt220 gute Wörter>\r\n33 91');
    await expect.poll(() => output).toContain('^H');
    changeSize(client, channel, 120, 40);
    channel.write('stty size\n');
    await expect.poll(() => output).toContain('40 120');
  });

  it('answerAfterExit keeps a client that sshd checks while its channel is held open after the exit status', async () => {
    const hold = 'read go; sleep 9 & exit 3';
    const client = await logInToSshd(['ClientAliveInterval 1', 'ClientAliveCountMax 2']);
    const command = await run(client, hold);
    answerAfterExit(client, command.channel);
    const exited = new Promise((resolve) => command.channel.once('exit', resolve));
    command.channel.write('\n');
    const exit = await exited;
    const exitAt = performance.now();
    await command.closed;
    expect(exit).toBe(3);
    // without the answers sshd 9.2 hangs up after 6 s
    expect(performance.now() - exitAt).toBeGreaterThan(8500);
  });
});
