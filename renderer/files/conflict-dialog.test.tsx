import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Button } from '../ui/button.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';

const facts = { size: 1, modifiedAt: 1 };

/** Asks about these files, one after the other. */
function Asking({ names }: { readonly names: readonly string[] }) {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [answers, setAnswers] = useState<readonly string[]>([]);
  const [name] = asked;
  return (
    <>
      <Button onPress={() => setAsked(names)}>Upload</Button>
      <output>{answers.join(', ')}</output>
      {name === undefined ? null : (
        <ConflictDialog
          question={{ questionId: name, name, from: facts, to: facts }}
          onAnswer={(choice, forAll) => {
            setAnswers([...answers, `${name}: ${choice}${forAll ? ' all' : ''}`]);
            setAsked(asked.slice(1));
          }}
        />
      )}
    </>
  );
}

it('asks of one file after the other, each anew, and gives the focus back after the last', async () => {
  await render(<Asking names={['a.txt', 'b.txt', 'c.txt']} />);
  const upload = page.getByRole('button', { name: 'Upload' });
  await upload.click();
  const [skip, forAll] = [page.getByRole('button', { name: 'Skip' }), page.getByRole('checkbox')];

  await expect.element(page.getByText('a.txt is there already.')).toBeVisible();
  await forAll.click({ force: true });
  await page.getByRole('button', { name: 'Keep Both' }).click();

  await expect.element(page.getByText('b.txt is there already.')).toBeVisible();
  await expect.element(forAll).not.toBeChecked();
  await expect.element(skip).toHaveFocus();
  await userEvent.keyboard('{Enter}');

  await expect.element(page.getByText('c.txt is there already.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
  await expect.element(upload).toHaveFocus();
  await expect.element(page.getByRole('status')).toHaveTextContent('a.txt: rename all, b.txt: skip, c.txt: skip');
});
