import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { saveAs, savedBox, savedName, userDataIn } from '../steps/saved.ts';
import { expect, test } from '../steps/user.ts';

test('a damaged file is set aside, and its newest backup restored with a notice', async ({ user, launch }) => {
  const home = await user.folder();
  const folder = userDataIn(home);
  const file = join(folder, 'saved-sessions.json');
  const first = await launch({ home });
  for (const name of ['one', 'two', 'three']) {
    await first.page.getByLabel('Host Name (or IP address)').fill(`${name}.example.com`);
    await saveAs(first.page, name);
  }
  await first.kill();
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, good.slice(0, good.length / 2));

  const { page } = await launch({ home });
  await expect(page.getByText(/^The file of saved sessions was damaged and is kept as/)).toBeVisible();
  await expect(savedBox(page).getByRole('row')).toHaveText(['Default Settings', 'one', 'two']);
  const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('saved-sessions.json.corrupt-'));
  await expect(page.getByText(aside)).toBeVisible();
  expect(readFileSync(join(folder, aside), 'utf8')).toBe(good.slice(0, good.length / 2));
});

test('a file of a newer version is neither used nor written over, and the user is told', async ({ user, launch }) => {
  const home = await user.folder();
  const earlier = await launch({ home });
  await earlier.page.getByLabel('Host Name (or IP address)').fill('one.example.com');
  await saveAs(earlier.page, 'one');
  await earlier.kill();
  const file = join(userDataIn(home), 'saved-sessions.json');
  const later = JSON.stringify({ schemaVersion: 99, everything: 'else' });
  writeFileSync(file, later);

  const { page } = await launch({ home });
  await expect(page.getByText(/written by a newer version of Holdfast/)).toBeVisible();
  await expect(savedName(page, 'one')).toHaveCount(0);
  await page.getByLabel('Host Name (or IP address)').fill('two.example.com');
  await savedBox(page).getByRole('textbox').fill('two');
  await savedBox(page).getByRole('button', { name: 'Save' }).click();
  await expect(savedBox(page).getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  expect(readFileSync(file, 'utf8')).toBe(later);
});
