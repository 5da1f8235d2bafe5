import { expect, it } from 'vitest';
import { commandSchemas } from './schemas.ts';

it('takes the longest name that a tab has without the help of its user', () => {
  const title = `${'u'.repeat(255)}@${'h'.repeat(255)}`;
  expect(commandSchemas['window.title'].safeParse({ title, iconTitle: title }).success).toBe(true);
});
