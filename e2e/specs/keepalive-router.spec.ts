import { eachSecond } from '../demo/waiting.ts';
import type { Router, RouterMode } from '../lab/router.ts';
import { changeSettings } from '../steps/configure.ts';
import { expect, test } from '../steps/lab.ts';
import { expectEcho, openOnSshd, sessionAt, setKeepalive } from '../steps/sessions.ts';
import { typeKeys } from '../steps/terminal.ts';
import type { App } from './harness/app.ts';

/** Idle limits of routers, seconds: the longer leaves time to change a setting before it has passed. */
const short = 2;
const long = 4;

/** Alive checks would keep the path open too: they are off. */
const withKeepalive = (keepaliveSeconds: number) => ({ keepaliveSeconds, aliveCheckSeconds: 0 });

/** Leaves the session alone for so long; the router must not forget it meanwhile, and its shell must answer then. */
async function outlive(app: App, router: Router, seconds: number): Promise<void> {
  await eachSecond(seconds, async () => {
    expect(router.stats().forgotten).toBe(0);
  });
  await expectEcho(app, 'alive');
}

const modes: readonly RouterMode[] = ['reset', 'silent'];

for (const mode of modes) {
  test(`null packets keep a session for five times the limit of a ${mode} router`, async ({ launch, lab }) => {
    const sshd = await lab.sshd();
    const router = await lab.router(sshd.port, { mode, idleSeconds: short });
    const app = await launch();
    await openOnSshd(app, sshd, router.port, withKeepalive(1));
    await outlive(app, router, 5 * short);
    expect((await sessionAt(app.page)).keepalive.nullPacketsSent).toBeGreaterThanOrEqual(5 * short - 1);
  });
}

test('null packets turned on in Change Settings save a session that runs', async ({ launch, lab }) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'reset', idleSeconds: long });
  const app = await launch();
  await openOnSshd(app, sshd, router.port, withKeepalive(0));
  await expectEcho(app, 'before');
  await changeSettings(app, { keepaliveSeconds: 1 });
  await outlive(app, router, 2 * long);
});

test('null packets turned on in the status bar save a session that runs', async ({ launch, lab }) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'silent', idleSeconds: long });
  const app = await launch();
  await openOnSshd(app, sshd, router.port, withKeepalive(0));
  await expectEcho(app, 'before');
  await setKeepalive(app.page, 1);
  await outlive(app, router, 2 * long);
});

test('null packets turned off let the router forget the session', async ({ launch, lab }) => {
  const sshd = await lab.sshd();
  const router = await lab.router(sshd.port, { mode: 'reset', idleSeconds: short });
  const app = await launch();
  await openOnSshd(app, sshd, router.port, withKeepalive(1));
  await outlive(app, router, 2 * short);
  await setKeepalive(app.page, 0);
  await expect.poll(() => router.stats().forgotten).toBe(1);
  await typeKeys(app.page, 'x');
  await expect(app.page.getByRole('alert')).toContainText('The connection to 127.0.0.1 was reset.');
});

test('a server that asks for signs of life gets them from an idle session', async ({ launch, lab }) => {
  const sshd = await lab.sshd({ config: ['ClientAliveInterval 1', 'ClientAliveCountMax 2'] });
  const app = await launch();
  await openOnSshd(app, sshd, sshd.port, withKeepalive(0));
  await eachSecond(20, async () => {
    expect((await sessionAt(app.page)).state.kind).toBe('open');
  });
  await expectEcho(app, 'alive');
  expect(sshd.log()).not.toContain('Timeout');
});
