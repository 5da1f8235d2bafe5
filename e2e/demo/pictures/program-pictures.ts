import { join } from 'node:path';
import { startSshd } from '../../lab/sshd.ts';
import { launchApp } from '../../specs/harness/launch.ts';
import { realPrograms } from '../../steps/real-programs.ts';
import { fillHome } from '../../steps/real-programs-home.ts';
import { expectPrompt, pressKeys, startProgram } from '../../steps/run-real-program.ts';
import { openOnSshd } from '../../steps/sessions.ts';
import { expectTerminal, typeLine } from '../../steps/terminal.ts';
import type { Camera } from './camera.ts';

/** A machine of its own: top shows what runs in it alone, tmux its name, and all of it ends with its first process. */
const ownMachine = "exec unshare --pid --fork --mount-proc --uts sh -c 'hostname shell; exec bash --norc --noprofile'";
const atWork = 'gzip -9 < /dev/zero > /dev/null &';

/** The real programs that take the whole screen, one picture for each. */
export async function takeProgramPictures({ shoot }: Camera): Promise<void> {
  const sshd = await startSshd();
  const app = await launchApp({ size: { width: 760, height: 480 } });
  try {
    fillHome(join(sshd.folder, 'home'));
    await openOnSshd(app, sshd, sshd.port);
    const isRoot = process.getuid?.() === 0;
    for (const line of ['export LANG=C.UTF-8', ...(isRoot ? [ownMachine, atWork] : []), 'clear']) {
      await typeLine(app.page, line);
      await expectPrompt(app);
    }
    for (const [name, program] of Object.entries(realPrograms)) {
      await startProgram(app, program);
      // Its second look at the processors is the first that it can show.
      if (program === realPrograms.htop && isRoot) await expectTerminal(app, /\|100\.0%\]/, 30_000);
      await shoot(`program-${name}`, app.page);
      await pressKeys(app, ...program.leave);
    }
  } finally {
    await app.stop();
    await sshd.stop();
  }
}
