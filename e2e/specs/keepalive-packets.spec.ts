import type { DemoConnection } from '../lab/demo-server.ts';
import { expect, test } from '../steps/lab.ts';
import { expectEcho, openOnDemo, sessionAt } from '../steps/sessions.ts';
import { expectTerminal, typeLine } from '../steps/terminal.ts';

/** Seconds between keepalives. */
const keepaliveSeconds = 1;

/** How far from its moment a null packet may arrive, ms. */
const tolerance = 250;

/** How many are watched. */
const count = 5;

/** Waits for null packets on the wire, and checks the time between each two. */
async function expectPeriod(connection: DemoConnection | undefined): Promise<void> {
  const ignores = connection?.ignores ?? [];
  const first = ignores.length;
  await expect.poll(() => ignores.length).toBeGreaterThan(first + count);
  const gaps = ignores.slice(first + 1).map((at, index) => at - (ignores[first + index] as number));
  for (const gap of gaps) expect(Math.abs(gap - keepaliveSeconds * 1000)).toBeLessThan(tolerance);
}

test('null packets are on the wire at their period, also while another tab is in front', async ({ launch, lab }) => {
  const server = await lab.demo();
  const app = await launch();
  await openOnDemo(app, server.port, { keepaliveSeconds });
  const [first] = server.connections;
  await expectPeriod(first);
  expect((await sessionAt(app.page)).keepalive.nullPacketsSent).toBe(first?.ignores.length);

  await openOnDemo(app, server.port, { keepaliveSeconds: 0 });
  await expectPeriod(first);
  expect(server.connections[1]?.ignores).toEqual([]);
});

test('null packets go on while keys are exchanged', async ({ launch, lab }) => {
  const server = await lab.demo();
  const app = await launch();
  await openOnDemo(app, server.port, { keepaliveSeconds });
  const [connection] = server.connections;
  let watching = true;
  const rekeying = (async () => {
    while (watching) await connection?.rekey();
  })();
  await expectPeriod(connection);
  watching = false;
  await rekeying;
  expect(connection?.rekeys).toBeGreaterThan(10);
  await expectEcho(app, 'alive');
});

test('null packets go on under a flood, and Ctrl+C stops it within a second', async ({ launch, lab }) => {
  const server = await lab.demo();
  const router = await lab.router(server.port, { mode: 'reset', idleSeconds: 60 });
  const app = await launch();
  await openOnDemo(app, router.port, { keepaliveSeconds });
  await typeLine(app.page, 'flood');
  const before = router.stats().bytes;
  await expectPeriod(server.connections[0]);
  expect(router.stats().bytes - before).toBeGreaterThan(1024 * 1024);

  await app.page.keyboard.press('Control+C');
  await app.page.waitForTimeout(1000);
  const stopped = router.stats().bytes;
  await expectTerminal(app, /\^C\ndemo\$ ?$/);
  expect(router.stats().bytes - stopped).toBeLessThan(1024);
  await expectEcho(app, 'alive');
});
