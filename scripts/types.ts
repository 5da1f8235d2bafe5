import { spawnSync } from 'node:child_process';

/** Each layer with the libraries that it may use, then everything, tests included. */
const projects = ['app/contract', 'app/preload', 'main', 'renderer', '.'];

let failures = 0;
for (const project of projects) {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
    stdio: 'inherit',
  });
  if (status !== 0) failures += 1;
}
process.exitCode = failures === 0 ? 0 : 1;
