import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { usage } from './usage.ts';

it('is in docs/command-line.md as --help prints it', () => {
  expect(readFileSync('docs/command-line.md', 'utf8')).toContain(`\`\`\`\n${usage}\n\`\`\`\n`);
});
