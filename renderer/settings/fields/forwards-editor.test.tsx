import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Forward } from '#contract/forwards/forward.ts';
import { puttyText } from '#contract/forwards/forward-notation.ts';
import '../../ui/theme.css';
import { ForwardsEditor } from './forwards-editor.tsx';

let current: readonly Forward[] = [];

function Editor() {
  const [forwards, setForwards] = useState<readonly Forward[]>([]);
  current = forwards;
  return <ForwardsEditor label="Forwarded ports" forwards={forwards} onChange={setForwards} error={null} />;
}

const source = () => page.getByRole('textbox', { name: 'Source port' });
const destination = () => page.getByRole('textbox', { name: 'Destination' });

it('takes all three kinds on each protocol version, and removes one after the other', async () => {
  await render(<Editor />);
  await source().fill('8080');
  await expect.element(page.getByText('Press Add to put it on the list.')).toBeVisible();
  await destination().fill('web:80');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByLabelText('Remote', { exact: true }).click();
  await page.getByLabelText('IPv6').click();
  await source().fill('0');
  await destination().fill('[::1]:22');
  await userEvent.keyboard('{Enter}');
  await page.getByLabelText('Dynamic', { exact: true }).click();
  await expect.element(destination()).toBeDisabled();
  await source().fill('127.0.0.1:1080');
  await userEvent.keyboard('{Enter}');
  expect(current.map(puttyText)).toEqual(['L8080 web:80', '6R0 [::1]:22', '6D127.0.0.1:1080']);

  await expect.element(page.getByRole('button', { name: 'Remove' })).toBeDisabled();
  await page.getByRole('option', { name: 'L8080 web:80' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  expect(current.map(puttyText)).toEqual(['6D127.0.0.1:1080']);
});

it('says beside the field what is wrong, until it is changed', async () => {
  await render(<Editor />);
  await source().fill('70000');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Enter a port from 1 to 65535.')).toBeVisible();
  expect(current).toEqual([]);
  await source().fill('7000');
  expect(page.getByText('Enter a port from 1 to 65535.').elements()).toEqual([]);
});
