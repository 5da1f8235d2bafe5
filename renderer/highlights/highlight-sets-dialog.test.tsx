import axe from 'axe-core';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { success } from '#contract/failure.ts';
import '../ui/theme.css';
import type { HighlightSet } from '#contract/highlights/highlight-set.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { HighlightSetsDialog } from './highlight-sets-dialog.tsx';
import { HighlightSetsField } from './highlight-sets-field.tsx';
import { followHighlights } from './library.ts';

const cisco: HighlightSet = { id: 'cisco', name: 'Cisco errors', highlights: [{ pattern: 'down', colour: 'red' }] };

const setUp = () => {
  const fake = createFakeBridge({
    'highlights.list': () => success([cisco]),
    'highlights.change': ({ changed }) => success(changed),
  });
  const kept = () => fake.requests.findLast(({ name }) => name === 'highlights.change')?.payload;
  return { library: followHighlights(fake.bridge), kept };
};

const button = (name: string) => page.getByRole('button', { name, exact: true });
const option = (name: string) => page.getByRole('option', { name, exact: true });

it('makes, copies and removes sets, which are kept once that is confirmed', async () => {
  const { library, kept } = setUp();
  await expect.poll(() => library.store.getState()).toEqual([cisco]);
  let closed = 0;
  await render(<HighlightSetsDialog library={library} onClose={() => (closed += 1)} />);

  await button('New Set').click();
  await expect.element(page.getByLabelText('Name')).toHaveFocus();
  await page.getByLabelText('Name').fill('Builds');
  await page.getByLabelText('Pattern 1', { exact: true }).fill('BUILD \\w+');
  await page.getByLabelText('Colour 1', { exact: true }).selectOptions('green');
  await option('Log levels').click();
  await expect.element(page.getByLabelText('Pattern 1', { exact: true })).toHaveAttribute('readonly');
  await expect.element(button('Delete')).toBeDisabled();
  const { violations } = await axe.run('[role=dialog]');
  expect(violations.map(({ id }) => id)).toEqual([]);
  await button('Copy').click();
  await expect.element(option('Copy of Log levels')).toHaveAttribute('aria-selected', 'true');
  await option('Cisco errors').click();
  await button('Delete').click();

  await page.getByLabelText('Name').fill(' ');
  await button('Save').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Give the set a name.');
  await page.getByLabelText('Name').fill('Builds');
  await button('Save').click();
  await expect.poll(() => closed).toBe(1);
  expect(kept()).toMatchObject({
    changed: [
      { name: 'Builds', highlights: [{ pattern: 'BUILD \\w+', colour: 'green' }] },
      { name: 'Copy of Log levels', highlights: { length: 4 } },
    ],
    removed: ['cisco'],
  });
});

it('has a tick for each set, in one order whichever was ticked first, and leaves alone what is not here', async () => {
  const { library } = setUp();
  let ids: readonly string[] = [];
  function Field() {
    const [value, setValue] = useState<readonly string[]>(['elsewhere']);
    ids = value;
    const props = { label: 'Highlight sets', help: '', library, value, onChange: setValue, onEdit: () => undefined };
    return <HighlightSetsField {...props} />;
  }
  await render(<Field />);
  await page.getByLabelText('IP addresses').click();
  await page.getByLabelText('Cisco errors').click();
  await page.getByLabelText('Log levels').click();
  expect(ids).toEqual(['cisco', 'log-levels', 'addresses', 'elsewhere']);
  await page.getByLabelText('Cisco errors').click();
  expect(ids).toEqual(['log-levels', 'addresses', 'elsewhere']);
});
