import { afterAll } from 'vitest';
import { type Sshd, startSshd } from '../../../e2e/lab/sshd.ts';
import { buildCli } from './built-cli.ts';
import { type CliRunner, createCliRunner } from './run-cli.ts';

interface CliAtSshd {
  /** The file that Node runs. */
  readonly entry: string;
  readonly runner: CliRunner;
  readonly sshd: Sshd;
}

/** The program without a window as it is now, and a server for it; both end with the test file that awaits them. */
export async function cliAtSshd(): Promise<CliAtSshd> {
  const [cli, sshd] = await Promise.all([buildCli(), startSshd()]);
  const runner = createCliRunner(cli.entry);
  afterAll(async () => {
    runner.dispose();
    cli.remove();
    await sshd.stop();
  });
  return { entry: cli.entry, runner, sshd };
}
