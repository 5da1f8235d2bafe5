import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../../scripts/build.ts';
import { ensureInstalled } from '../lab/provision.ts';
import { isAsExpected, runDemo } from './run-demo.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const folder = resolve('out/demo');

try {
  ensureInstalled(['chromium']);
  buildIfNeeded();
  mkdirSync(folder, { recursive: true });
  const result = await runDemo(resolve(folder, 'window.png'), (line) => console.log(line));
  for (const session of result.sessions) console.log(closingLine(session));
  console.log(`A picture of the window: ${result.screenshot}`);
  if (values.json) console.log(JSON.stringify(result));
  process.exitCode = isAsExpected(result) ? 0 : 1;
} catch (error) {
  console.error(`The demo could not run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function closingLine(session: Awaited<ReturnType<typeof runDemo>>['sessions'][number]): string {
  const setting = `${session.keepaliveSeconds} s between keepalives`;
  return session.outcome === 'cut'
    ? `${setting}: cut after ${session.afterSeconds} s. ${session.message.replaceAll(/\s+/g, ' ')}`
    : `${setting}: alive after ${session.idleSeconds} s idle, ${session.nullPackets} null packets, echo ${session.echoOk ? 'came back' : 'did not come back'}.`;
}
