import type { Page } from '@playwright/test';
import { defaultProfile, type Profile } from '../../app/contract/profile/profile.ts';
import { type ChoiceSetting, categories, type System } from '../../app/contract/settings/definition.ts';
import { type SettingKey, settingKeys, settingOf } from '../../app/contract/settings/settings-table.ts';
import { loopback } from '../lab/tcp.ts';
import { expectState, sessionAt } from '../steps/sessions.ts';
import { expect, test } from '../steps/user.ts';

/** More stops than the dialog has on its fullest panel. */
const maxTabs = 60;

/** Another value than the default for a setting whose own value matters to nobody here. */
function otherValue(key: SettingKey): Profile[SettingKey] {
  const setting = settingOf(key);
  switch (setting.type) {
    case 'text':
      return setting.format === 'host-keys' ? `SHA256:${'a'.repeat(43)}` : `other-${key}`;
    case 'integer':
      return setting.default === setting.max ? setting.min : setting.default + 1;
    case 'toggle':
      return !setting.default;
    case 'choice': {
      const at = setting.choices.findIndex(({ value }) => value === setting.default);
      return setting.choices[(at + 1) % setting.choices.length]?.value ?? setting.default;
    }
    case 'pairs':
      return [
        setting.names === 'terminal-modes' ? { name: 'STOP', value: 'none' } : { name: 'LANG', value: 'C.UTF-8' },
      ];
    case 'order':
      return [setting.default[1] ?? '', setting.default[0] ?? '', ...setting.default.slice(2)];
    case 'forwards':
      return [{ kind: 'local', family: 'auto', bindAddress: '', port: 8080, host: 'web', hostPort: 80 }];
    case 'list':
      return ['other'];
    case 'text-rules':
      return [{ pattern: 'error', colour: 'yellow', notify: false, snippet: '' }];
    case 'highlight-sets':
      return ['log-levels'];
    case 'palette':
      return { foreground: '#123456' };
  }
}

/** Where the keyboard is: in a setting's control, in a row of the category tree, or elsewhere. */
const place = (page: Page) =>
  page.evaluate(() => ({
    setting: document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting') ?? null,
    row: document.activeElement?.closest('[role=treegrid]:not([aria-label]) [role=row]')?.textContent ?? null,
    isInput: document.activeElement?.matches('input:not([type=range])') === true,
  }));

async function tabUntil(page: Page, what: string, found: (at: Awaited<ReturnType<typeof place>>) => boolean) {
  for (let presses = 0; presses < maxTabs; presses += 1) {
    if (found(await place(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${what}.`);
}

const isLast = ({ default: value, choices }: ChoiceSetting) => choices.at(-1)?.value === value;

async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Gives the control that has the keyboard its new value. */
async function fill(page: Page, key: SettingKey, value: Profile[SettingKey]): Promise<void> {
  const setting = settingOf(key);
  switch (setting.type) {
    case 'text':
    case 'integer':
      return typeOver(page, String(value));
    case 'toggle':
    case 'highlight-sets':
      return page.keyboard.press('Space');
    case 'choice':
      if (setting.control === 'radio') return page.keyboard.press('ArrowRight');
      // The list does not go round: from its last choice the first one is reached by Home.
      for (const press of ['Enter', isLast(setting) ? 'Home' : 'ArrowDown', 'Enter']) await page.keyboard.press(press);
      return;
    case 'pairs':
      for (const pair of value as Profile['environment']) {
        await page.keyboard.type(pair.name);
        await page.keyboard.press('Tab');
        await page.keyboard.type(pair.value);
      }
      return;
    case 'order':
      return page.keyboard.press('Alt+ArrowDown');
    case 'forwards':
      await tabUntil(page, 'the source port', ({ isInput }) => isInput);
      await page.keyboard.type('8080');
      await page.keyboard.press('Tab');
      await page.keyboard.type('web:80');
      await page.keyboard.press('Enter');
      return;
    case 'text-rules':
      return page.keyboard.type('error');
    case 'list':
      return page.keyboard.type((value as readonly string[]).join());
    case 'palette':
      await tabUntil(page, 'the number of the colour', ({ isInput }) => isInput);
      await typeOver(page, '#123456');
      return page.keyboard.press('Tab');
  }
}

const system = new Map<string, System>([
  ['win32', 'windows'],
  ['darwin', 'macos'],
]).get(process.platform);

const keysHere = settingKeys.filter((key) => {
  const { onlyOn } = settingOf(key);
  return onlyOn === undefined || onlyOn === (system ?? 'linux');
});

test('every setting can be filled in, and the session opened, with the keyboard alone', async ({
  lab,
  user,
  launch,
}) => {
  test.slow(); // every control of the dialog is reached by keys
  const [sshd, demo] = [await lab.sshd(), await lab.demo()];
  const { page } = await launch({ home: await user.homeThatKnows(demo) });
  const wanted: Profile = {
    ...defaultProfile,
    ...Object.fromEntries(keysHere.map((key) => [key, otherValue(key)])),
    hostName: loopback,
    portNumber: demo.port,
    keyFile: sshd.clientKey,
    // what the server is known by
    knownHostsFile: defaultProfile.knownHostsFile,
    manualHostKeys: defaultProfile.manualHostKeys,
    // Or else it would lead through what the other settings name.
    proxyExcludeList: loopback,
  };

  await expect(page.getByLabel('Host Name (or IP address)')).toBeFocused();
  for (const category of categories) {
    const name = category.split('/').at(-1);
    await tabUntil(page, 'the categories', ({ row }) => row !== null);
    for (let row = (await place(page)).row; row !== name; row = (await place(page)).row) {
      await page.keyboard.press('ArrowDown');
    }
    for (const key of keysHere.filter((candidate) => settingOf(candidate).category === category)) {
      await tabUntil(page, key, ({ setting }) => setting === key);
      await fill(page, key, wanted[key]);
    }
  }
  await tabUntil(page, 'the categories', ({ row }) => row !== null);
  await page.keyboard.press('Home');
  await tabUntil(page, 'hostName', ({ setting }) => setting === 'hostName');
  await page.keyboard.press('Enter');

  await expectState(page, 'open');
  expect((await sessionAt(page)).profile).toEqual(wanted);
});
