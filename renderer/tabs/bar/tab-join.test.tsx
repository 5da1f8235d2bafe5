import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Commands } from '#contract/channels/channels.ts';
import { type AppHarness, setUpApp } from '../../testing/app-harness.tsx';
import { snapshotOf } from '../../testing/fake-bridge.ts';

let app: AppHarness;
afterEach(() => app.dispose());

const tab = (name: string) => app.screen.getByRole('tab', { name: new RegExp(`^${name}`) });
const arranged = () => {
  const last = app.commands.filter(({ name }) => name === 'tabs.arrange').at(-1)?.payload as Commands['tabs.arrange'];
  return last.tabs.map(({ layout }) => layout);
};
const pane = (id: string) => ({ kind: 'pane', pane: `id-${id}` });

const at = (type: string, element: Element, clientX: number, clientY: number) =>
  element.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientX, clientY }));

/** Presses a tab and drags it near the lower edge of the terminal in front, without letting it go. */
async function dragOntoTerminal(name: string): Promise<{ readonly x: number; readonly y: number }> {
  const element = tab(name).element();
  const { left, top, bottom, width } = document.querySelector('[data-pane]')?.getBoundingClientRect() ?? new DOMRect();
  const place = { x: left + width / 2, y: bottom - (bottom - top) / 8 };
  const from = element.getBoundingClientRect();
  at('pointerdown', element, from.left + 5, from.top + 5);
  at('pointermove', element, place.x, place.y);
  return place;
}

it('a tab that is dropped on the terminal in front becomes a pane of it, at the edge that is nearest', async () => {
  app = await setUpApp({ sessions: ['one', 'two', 'three'].map((name) => snapshotOf(name)) });
  await expect.element(tab('one')).toHaveAttribute('aria-selected', 'true');
  const { x, y } = await dragOntoTerminal('three');
  at('pointerup', tab('three').element(), x, y);
  await expect.element(tab('three')).toHaveAccessibleName(/^three, 2 panes/);
  const split = { kind: 'split', axis: 'column', share: 0.5, first: pane('one'), second: pane('three') };
  await expect.poll(arranged).toEqual([split, pane('two')]);
});

it('a drag that Escape ends, and one of the tab in front, join nothing', async () => {
  app = await setUpApp({ sessions: ['one', 'two'].map((name) => snapshotOf(name)) });
  const { x, y } = await dragOntoTerminal('two');
  await userEvent.keyboard('{Escape}');
  at('pointerup', tab('two').element(), x, y);
  const place = await dragOntoTerminal('one');
  at('pointerup', tab('one').element(), place.x, place.y);
  await userEvent.keyboard('{Control>}{Shift>}p{/Shift}{/Control}');
  await userEvent.keyboard('bring two');
  expect(app.commands.filter(({ name }) => name === 'tabs.move')).toHaveLength(1);
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(arranged)
    .toEqual([{ kind: 'split', axis: 'row', share: 0.5, first: pane('one'), second: pane('two') }]);
});
