import { freePort, loopback } from '../lab/tcp.ts';
import { configure, showPanel } from '../steps/configure.ts';
import { sessionsOf } from '../steps/terminal.ts';
import { expect, test } from './harness/test.ts';

test('keeps every field in its place when both the host and the port are refused', async ({ app: { page } }) => {
  const labels = ['Host Name (or IP address)', 'Port'];
  const places = () => Promise.all(labels.map((label) => page.getByLabel(label, { exact: true }).boundingBox()));
  const before = await places();
  await page.getByLabel('Port').fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter a host name.')).toBeVisible();
  await expect(page.getByText('Enter a whole number from 1 to 65535.')).toBeVisible();
  expect(await places()).toEqual(before);
});

test('refuses what is out of range beside the field, with the range, and keeps all else that was typed', async ({
  app: { page },
}) => {
  const portNumber = await freePort();
  const field = (label: string) => page.getByRole('textbox', { name: label });
  const seconds = field('Seconds between keepalives (0 to turn off)');
  await configure(page, { hostName: loopback, userName: 'ada', remoteCommand: 'uptime', rows: 30 });
  await showPanel(page, 'Connection');
  await seconds.fill('86401');
  await showPanel(page, 'Session');
  await field('Port').fill('65536');
  await page.keyboard.press('Enter');

  await expect(field('Port')).toBeFocused();
  await expect(field('Port')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Enter a whole number from 1 to 65535.')).toBeVisible();
  await field('Port').fill(String(portNumber));
  await page.getByRole('button', { name: 'Open', exact: true }).click();

  await expect(seconds).toBeFocused();
  await expect(page.getByText('Enter a whole number from 0 to 86400.')).toBeVisible();
  for (const wrong of ['-1', '1.5', '0x10', '1e3', '']) {
    await seconds.fill(wrong);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Enter a whole number from 0 to 86400.')).toBeVisible();
  }
  await expect(page.getByRole('tab')).toHaveCount(0);
  await seconds.fill('75');
  await expect(page.getByText('Enter a whole number')).toHaveCount(0);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('tab')).toHaveCount(1);
  const [session] = await sessionsOf(page);
  expect(session?.profile).toMatchObject({
    ...{ hostName: loopback, portNumber, userName: 'ada' },
    ...{ remoteCommand: 'uptime', rows: 30, keepaliveSeconds: 75 },
  });
});
