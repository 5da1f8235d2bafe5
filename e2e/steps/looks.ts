import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Has axe look at all that is shown, light and dark. Nothing serious or critical may be found; `what` names it then. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    // Legacy mode stays in this page: the program's window has no others.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // Only the colours change with the scheme.
    const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, where: nodes.map(({ target, failureSummary }) => [target, failureSummary]) }));
    expect(grave, `${what}, ${colorScheme}`).toEqual([]);
  }
}

/**
 * What of the dialog that is shown is cut off, covered, or wider than its place, in words; each part is scrolled into
 * view first, so that a panel may scroll up and down.
 */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const dialogs = document.querySelectorAll('[role=dialog], [role=alertdialog]');
    const parts = [...dialogs].flatMap((dialog) => [...dialog.querySelectorAll('*')]);
    const nameOf = (element: Element) => `${element.tagName} ${element.textContent?.slice(0, 40) ?? ''}`;
    const isShown = (element: Element) => {
      const { display, visibility } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      // What is there for screen readers alone is one pixel; a select has a native one beside it that nobody sees.
      const isForNobody = element.closest('[data-react-aria-prevent-focus]') !== null;
      return !isForNobody && display !== 'contents' && visibility !== 'hidden' && width > 1 && height > 1;
    };
    const problemsOf = (element: Element): readonly string[] => {
      const isWider = element.scrollWidth > element.clientWidth + 1;
      if (isWider && /auto|scroll/.test(getComputedStyle(element).overflowX)) return ['scrolls sideways'];
      if (!element.matches('input, button, label, legend, h1, h2, p, dd, [role=row], [role=option]')) return [];
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, top, right, bottom } = element.getBoundingClientRect();
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return ['is outside'];
      const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (middle !== null && !element.contains(middle) && !middle.contains(element)) return ['is covered'];
      return isWider && element.matches('button, label, legend, h1, h2') ? ['has its text cut'] : [];
    };
    const problems = parts.filter(isShown).flatMap((part) => problemsOf(part).map((what) => `${nameOf(part)} ${what}`));
    const { scrollWidth, scrollHeight } = document.documentElement;
    const pageScrolls = scrollWidth > innerWidth + 1 || scrollHeight > innerHeight + 1;
    return [
      ...(dialogs.length === 0 ? ['there is no dialog'] : problems),
      ...(pageScrolls ? ['the page scrolls'] : []),
    ];
  });
