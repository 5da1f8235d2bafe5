import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultProfile, type Profile } from '#contract/profile.ts';
import { type Category, categories } from '#contract/settings/definition.ts';
import { type SettingKey, settingOf } from '#contract/settings-table.ts';
import { showDialog, shownKeys } from './dialog-harness.tsx';

/** Milliseconds: every control of the dialog is reached by keys, on a busy machine. */
const fillingTime = 240_000;

/** Another valid value for each setting. */
function otherValue(key: SettingKey): unknown {
  const setting = settingOf(key);
  switch (setting.type) {
    case 'text':
      return setting.format === 'host-keys' ? `SHA256:${'a'.repeat(43)}` : `new-${key}`;
    case 'integer':
      return setting.default === setting.max ? setting.min : setting.default + 1;
    case 'toggle':
      return !setting.default;
    case 'choice':
      return setting.choices[
        (setting.choices.findIndex(({ value }) => value === setting.default) + 1) % setting.choices.length
      ]?.value;
    case 'pairs':
      return [{ name: 'LANG', value: 'C.UTF-8' }];
    case 'order':
      return [setting.default[1], setting.default[0], ...setting.default.slice(2)];
    case 'forwards':
      return [{ kind: 'local', family: 'auto', bindAddress: '', port: 8080, host: 'web', hostPort: 80 }];
    case 'list':
      return ['other'];
    case 'text-rules':
      return [{ pattern: 'error', colour: 'yellow', notify: false, snippet: '' }];
    case 'palette':
      return { foreground: '#123456' };
  }
}

const focusedSetting = () => document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting') ?? null;

/** Presses Tab until the focus is in the setting; fails after a round through the dialog. */
async function tabTo(found: () => boolean, what: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (found()) return;
    await userEvent.tab();
  }
  throw new Error(`Tab does not lead to ${what}`);
}

async function fill(key: SettingKey): Promise<void> {
  const setting = settingOf(key);
  const value = otherValue(key);
  switch (setting.type) {
    case 'text':
    case 'integer':
      await userEvent.keyboard(`{Control>}a{/Control}${value}`);
      return;
    case 'toggle':
      await userEvent.keyboard(' ');
      return;
    case 'choice':
      await userEvent.keyboard(setting.control === 'radio' ? '{ArrowRight}' : '{Enter}');
      // The list does not go round: from its last choice the first one is reached by Home.
      if (setting.control === 'select') {
        const isLast = setting.choices.at(-1)?.value === setting.default;
        await userEvent.keyboard(isLast ? '{Home}{Enter}' : '{ArrowDown}{Enter}');
      }
      return;
    case 'pairs':
      await userEvent.keyboard('LANG');
      await userEvent.tab();
      await userEvent.keyboard('C.UTF-8');
      return;
    case 'order':
      await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
      return;
    case 'forwards':
      await tabTo(() => document.activeElement instanceof HTMLInputElement, 'the source port');
      await userEvent.keyboard('8080');
      await userEvent.tab();
      await userEvent.keyboard('web:80{Enter}');
      return;
    case 'list':
      await userEvent.keyboard('other');
      return;
    case 'text-rules':
      await userEvent.keyboard('error');
      return;
    case 'palette':
      await tabTo(() => document.activeElement?.matches('input[type=text]') === true, 'the number of the colour');
      await userEvent.keyboard('{Control>}a{/Control}#123456');
      await userEvent.tab();
  }
}

/** Goes to the tree, and down it by the arrow keys, to the category. */
async function choose(name: Category): Promise<void> {
  const tree = page.getByRole('treegrid', { name: 'Category' }).element();
  await tabTo(() => tree.contains(document.activeElement), 'the tree');
  await userEvent.keyboard('{Home}');
  for (let steps = categories.indexOf(name); steps > 0; steps--) await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.textContent).toBe(name.slice(name.lastIndexOf('/') + 1));
}

it(
  'can be filled wholly, and opened, with the keyboard alone',
  async () => {
    const { onOpen } = await showDialog({ initial: { profile: defaultProfile, savedAs: null } });
    for (const name of categories) {
      await choose(name);
      for (const key of shownKeys.filter((candidate) => settingOf(candidate).category === name)) {
        await tabTo(() => focusedSetting() === key, key);
        await fill(key);
      }
    }
    await tabTo(() => document.activeElement?.textContent === 'Open', 'Open');
    await userEvent.keyboard('{Enter}');
    const expected = {
      ...defaultProfile,
      ...Object.fromEntries(shownKeys.map((key) => [key, otherValue(key)])),
    } as Profile;
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ profile: expected, savedAs: null }));
  },
  fillingTime,
);

it('leaves the focus in the tree when a category is chosen', async () => {
  await showDialog();
  await choose('Window/Behaviour');
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement?.textContent).toBe('Appearance');
  await expect.poll(() => document.querySelector('h2')?.textContent).toMatch(/appearance/);
});

it("has PuTTY's access keys", async () => {
  const { screen, onCancel, onAbout } = await showDialog();
  await userEvent.keyboard('{Alt>}g{/Alt}');
  expect(document.activeElement?.getAttribute('role')).toBe('row');
  await userEvent.keyboard('{Alt>}p{/Alt}');
  expect(focusedSetting()).toBe('portNumber');
  await userEvent.keyboard('{Alt>}n{/Alt}');
  expect(focusedSetting()).toBe('hostName');
  await userEvent.keyboard('{Alt>}e{/Alt}web{Alt>}l{/Alt}');
  await expect.element(screen.getByRole('textbox', { name: /^Host Name/ })).toHaveValue('web.example.com');
  await userEvent.keyboard('{Alt>}a{/Alt}{Alt>}c{/Alt}');
  expect(onAbout).toHaveBeenCalledOnce();
  expect(onCancel).toHaveBeenCalledOnce();
});
