import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../e2e/lab/demo-server.ts';
import { fingerprintOf } from '../../e2e/lab/key-pair.ts';
import { loopback } from '../../e2e/lab/tcp.ts';
import { cliAtSshd } from './testing/cli-at-sshd.ts';
import { loginArgs } from './testing/run-cli.ts';

const { runner, sshd } = await cliAtSshd();
const demo = await startDemoServer({ methods: ['password'] });
afterAll(demo.stop);

const fingerprint = fingerprintOf(demo.hostKeyLine);

/** A line for sh that runs the program, and then prints its status and how the terminal stands. */
const session = (...options: readonly string[]) =>
  `stty rows 30 cols 100; before=$(stty -g); $CLI ${options.join(' ')}; echo "status=$?"; [ "$(stty -g)" = "$before" ] && echo restored`;
const login = (...options: readonly string[]) => session(...options, ...loginArgs(sshd));

describe('a session in a terminal', () => {
  it('has its size and kind, follows its changes, hands every key through, and gives it back as it was', async () => {
    const resized = join(runner.home, 'resized');
    const resizing = `(while [ ! -e ${resized} ]; do sleep 0.05; done; stty rows 41 cols 111 < /dev/tty) &`;
    const run = runner.inTerminal(`${resizing} ${login()}`);
    await run.until(() => run.text().includes('$ '));
    run.type('trap "echo win" WINCH; stty size; echo "<$TERM>"\r');
    await run.until(() => run.text().includes('30 100\r\n<xterm-256color>\r\n'));
    writeFileSync(resized, '');
    await run.until(() => run.text().includes('win\r\n'));
    run.type('stty size\r');
    await run.until(() => run.text().includes('41 111\r\n'));
    run.type(`sh -c 'echo run""ning; sleep 1000'\r`);
    await run.until(() => run.text().includes('running\r\n'));
    run.type('\u0003exit 5\r');
    await run.until(() => run.text().includes('restored'));
    expect(run.text()).toContain('status=5');
    await run.ended();
  });

  it('prints line feeds as they come: a program may use one to go straight down', async () => {
    const run = runner.inTerminal(
      login('-t').concat(' ').replace(loopback, `${loopback} 'stty -onlcr; printf "a\\\\nb\\\\n"'`),
    );
    await run.until(() => run.text().includes('restored'));
    expect(run.text()).toContain('a\nb\n');
    await run.ended();
  });

  it('is left by ~. also when the server is gone, and ~? tells the escapes', async () => {
    const run = runner.inTerminal(login());
    await run.until(() => run.text().includes('$ '));
    sshd.freeze();
    run.type('\r~?');
    await run.until(() => run.text().includes('~.  disconnect'));
    run.type('~.');
    await run.until(() => run.text().includes('restored'));
    sshd.thaw();
    expect(run.text()).toContain('status=255');
    await run.ended();
  });

  it('gives the terminal back when it is told to end', async () => {
    const pid = join(runner.home, 'pid');
    const noting = `sh -c 'echo $$ > ${pid}; exec "$@"' sh $CLI`;
    const run = runner.inTerminal(login().replace('$CLI', () => noting));
    await run.until(() => run.text().includes('$ '));
    run.type(`kill -TERM $(cat ${pid})\r`);
    await run.until(() => run.text().includes('restored'));
    expect(run.text()).toContain('status=143');
    await run.ended();
  });

  it('asks for a host key and a password as ssh does, with nothing of it shown', async () => {
    const run = runner.inTerminal(session('-P', String(demo.port), `ada@${loopback}`));
    await run.until(() => run.text().includes('Accept it?'));
    expect(run.text()).toContain(fingerprint);
    run.type('o\r');
    await run.until(() => run.text().includes('Write one of these words: yes, once, no: '));
    run.type('once\r');
    await run.until(() => run.text().includes(`Password of ada@${loopback}: `));
    run.type('hunter2x\u007f\r');
    await run.until(() => run.text().includes('demo'));
    expect(run.text()).not.toContain('hunter');
    run.type('exit\r');
    await run.until(() => run.text().includes('restored'));
    await run.ended();
  });
});

describe('questions without a terminal', () => {
  it('fail with -batch, which says what was not asked', async () => {
    const run = runner.run(['-batch', '-P', String(demo.port), `ada@${loopback}`]);
    expect(await run.ended()).toBe(255);
    expect(run.errors()).toContain('Not asked, because of -batch: The host key of');
  });

  it('fail where there is none, which says so', async () => {
    const run = runner.run(['-P', String(demo.port), `ada@${loopback}`], 'yes\n');
    expect(await run.ended()).toBe(255);
    expect(run.errors()).toContain('Not asked, because there is no terminal: The host key of');
    expect(run.errors()).toContain(fingerprint);
  });

  it('are answered by -pwfile, whose openness to others is warned about', async () => {
    const file = join(runner.home, 'password');
    writeFileSync(file, 'secret\n', { mode: 0o644 });
    const args = ['-batch', '-hostkey', fingerprint, '-P', String(demo.port)];
    const run = runner.run([...args, '-pwfile', 'password', `ada@${loopback}`], 'exit\r');
    expect(await run.ended()).toBe(0);
    expect(run.errors()).toMatch(/Others can read password: take their permission away/);
    const missing = runner.run([...args, '-pwfile', 'none', `ada@${loopback}`]);
    expect(await missing.ended()).toBe(255);
    expect(missing.errors()).toMatch(/none cannot be read\.\n$/);
  });
});
