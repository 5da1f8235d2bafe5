import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Category, categories } from '#contract/settings/definition.ts';
import { showDialog } from './dialog-harness.tsx';

const focusedSetting = () => document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting') ?? null;

/** Presses Tab until the focus is in the setting; fails after a round through the dialog. */
async function tabTo(found: () => boolean, what: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (found()) return;
    await userEvent.tab();
  }
  throw new Error(`Tab does not lead to ${what}`);
}

/** Goes to the tree, and down it by the arrow keys, to the category. */
async function choose(name: Category): Promise<void> {
  const tree = page.getByRole('treegrid', { name: 'Category' }).element();
  await tabTo(() => tree.contains(document.activeElement), 'the tree');
  await userEvent.keyboard('{Home}');
  for (let steps = categories.indexOf(name); steps > 0; steps--) await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.textContent).toBe(name.slice(name.lastIndexOf('/') + 1));
}

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
