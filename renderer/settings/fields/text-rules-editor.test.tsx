import { useState } from 'react';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import type { TextRule } from '#contract/settings/text-rule.ts';
import { TextRulesEditor } from './text-rules-editor.tsx';

let current: readonly TextRule[] = [];

function Editor() {
  const [rules, setRules] = useState<readonly TextRule[]>([]);
  current = rules;
  return (
    <TextRulesEditor label="Triggers" rules={rules} maxItems={3} snippets={['yes']} onChange={setRules} error={null} />
  );
}

it('takes a pattern and what to do, and says which pattern cannot be read', async () => {
  const screen = await render(<Editor />);
  await screen.getByLabelText('Pattern 1', { exact: true }).fill('error');
  await screen.getByLabelText('Colour 1', { exact: true }).selectOptions('red');
  await screen.getByLabelText('Notify 1', { exact: true }).click();
  await screen.getByLabelText('Snippet 1', { exact: true }).selectOptions('yes');
  expect(current).toEqual([{ pattern: 'error', colour: 'red', notify: true, snippet: 'yes' }]);

  await screen.getByRole('button', { name: 'Add' }).click();
  await screen.getByLabelText('Pattern 2', { exact: true }).fill('(unclosed');
  await expect.element(screen.getByText('This pattern cannot be read, and does nothing: (unclosed')).toBeVisible();
  await screen.getByRole('button', { name: 'Remove Pattern 2' }).click();
  await expect.element(screen.getByText(/cannot be read/)).not.toBeInTheDocument();
});
