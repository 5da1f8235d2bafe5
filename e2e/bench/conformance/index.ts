import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../../lab/provision.ts';
import { machineName, packageVersions } from '../machine.ts';
import { screensOfHoldfast } from './holdfast.ts';
import { isUnexpected, jsonOf, type Outcome, pageOf } from './report.ts';
import type { Scene } from './scene.ts';
import { differenceOf } from './screen.ts';
import { sequenceScenes } from './sequence-scenes.ts';
import { terminfoScenes } from './terminfo-scenes.ts';
import { screensOfXterm } from './xterm.ts';

/** `npm run conformance`: what sequences do in Holdfast's terminal, with xterm beside it. */

const page = fileURLToPath(new URL('../../../docs/conformance.md', import.meta.url));

async function compare(scenes: readonly Scene[]): Promise<readonly Outcome[]> {
  const [ours, theirs] = await Promise.all([screensOfHoldfast(scenes), screensOfXterm(scenes)]);
  return scenes.map((scene, index) => {
    const [own, other] = [ours[index], theirs[index]];
    return { scene, difference: own && other ? differenceOf(own, other) : 'not shown' };
  });
}

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, write: { type: 'boolean' } } });
  ensureInstalled(['xterm', 'xvfb', 'xauth']);
  const terminfo = await compare(terminfoScenes());
  const sequences = await compare(sequenceScenes);
  const outcomes = [...terminfo, ...sequences];
  for (const { scene, difference } of outcomes) if (difference !== null) console.log(`${scene.name}: ${difference}`);
  const unexpected = outcomes.filter(isUnexpected);
  const alike = outcomes.filter(({ difference }) => difference === null).length;
  console.log(`\n${alike} of ${outcomes.length} as xterm.`);
  console.log(
    unexpected.length === 0
      ? 'All as expected.'
      : `NOT as expected: ${unexpected.map(({ scene }) => scene.name).join(', ')}.`,
  );
  if (values.write) {
    const command = ['npm run conformance --', ...process.argv.slice(2)].join(' ');
    const versions = packageVersions(['xterm', 'ncurses-bin']);
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(page, pageOf(terminfo, sequences, { machine: machineName(), versions, command, date }));
  }
  if (values.json) console.log(JSON.stringify(jsonOf(outcomes)));
  process.exitCode = unexpected.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
