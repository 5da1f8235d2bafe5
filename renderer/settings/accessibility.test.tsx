import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { categories } from '#contract/settings/definition.ts';
import { settingOf } from '#contract/settings/settings-table.ts';
import { category, showDialog, shownKeys } from './dialog-harness.tsx';
import { helpTextOf } from './fields/help-text.ts';

/** What the system asks for: a colour scheme, forced colours. */
const emulate = (name: string, value: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });

/** What is cut off: controls wider than their place, or buttons outside of the window. */
function cutOff(): readonly string[] {
  const texts = [...document.querySelectorAll<HTMLElement>('legend, label, h2, button, p, [data-setting]')];
  const wide = texts.filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1);
  const buttons = [...document.querySelectorAll('form > :last-child button')];
  const outside = buttons.filter((button) => {
    const { top, left, right, bottom } = button.getBoundingClientRect();
    return top < 0 || left < 0 || right > window.innerWidth || bottom > window.innerHeight;
  });
  const panel = document.querySelector('h2')?.parentElement;
  const sideways = panel && panel.scrollWidth > panel.clientWidth ? ['the panel scrolls sideways'] : [];
  return [...sideways, ...[...wide, ...outside].map((element) => element.outerHTML.slice(0, 200))];
}

/** Only the colours change with the scheme. */
const rulesIn = (scheme: string): axe.RunOptions => (scheme === 'dark' ? { runOnly: ['color-contrast'] } : {});

const violations = async (rules: axe.RunOptions) => {
  const { violations: found } = await axe.run(document.querySelector('[role=dialog]') ?? document.body, rules);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
};

afterEach(async () => {
  await emulate('prefers-color-scheme', 'light');
  await page.viewport(800, 600);
});

describe.each(['light', 'dark'])('in the %s scheme', (scheme) => {
  // 640 x 400 is a window of 1280 x 800 at 200 % zoom.
  it.each([
    [800, 600],
    [640, 400],
  ])('every panel at %d x %d is accessible, and nothing is cut off', async (width, height) => {
    await emulate('prefers-color-scheme', scheme);
    await page.viewport(width, height);
    await showDialog();
    for (const name of categories) {
      await category(name).click();
      expect(await violations(rulesIn(scheme)), name).toEqual([]);
      expect(cutOff(), name).toEqual([]);
    }
  });

  it('problems are accessible too', async () => {
    await emulate('prefers-color-scheme', scheme);
    const { screen } = await showDialog();
    await screen.getByRole('textbox', { name: 'Port' }).fill('x');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('Enter a host name.')).toBeVisible();
    await expect.element(screen.getByText('Enter a whole number from 1 to 65535.')).toBeVisible();
    expect(await violations(rulesIn(scheme))).toEqual([]);
    expect(cutOff()).toEqual([]);
  });
});

it('keeps every help text within the place reserved for it in the narrowest window', async () => {
  await page.viewport(640, 400);
  await showDialog();
  const strip = document.querySelector('form > p') as HTMLElement;
  const reserved = strip.offsetHeight;
  for (const name of categories) {
    await category(name).click();
    for (const key of shownKeys.filter((candidate) => settingOf(candidate).category === name)) {
      await page.elementLocator(document.querySelector(`[data-setting="${key}"]`) as Element).hover();
      await expect.poll(() => strip.textContent).toBe(helpTextOf(key));
      expect(strip.offsetHeight, key).toBe(reserved);
    }
  }
});
