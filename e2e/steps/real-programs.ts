import type { LabPackage } from '../lab/provision.ts';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A program of a real server that takes the whole screen. */
export interface RealProgram {
  readonly debian: LabPackage;
  /** Typed at the prompt of a shell in a home that `fillHome` has filled. */
  readonly command: string;
  /** In the terminal's text once all of it is drawn. */
  readonly drawn: RegExp;
  /** Whether what it has drawn, line by line, is made for a screen of this size. */
  readonly fits: (lines: readonly string[], size: Size) => boolean;
  /** Keys that leave it. */
  readonly leave: readonly string[];
}

export type ProgramName = 'vim' | 'tmux' | 'less' | 'htop' | 'mc' | 'nano' | 'dialog' | 'emacs' | 'top';

/** A line stands at its row, counted from 0. */
const standsAt =
  (line: RegExp, row: (rows: number) => number): RealProgram['fits'] =>
  (lines, { rows }) =>
    lines.findLastIndex((text) => line.test(text)) === row(rows);
const fromBottom = (lines: number) => (rows: number) => rows - lines;
const splits = 'split-window -h "PS1=\'$ \' sh" \\; split-window -v top';
const items = 'home "Home folder" on etc "Settings" on logs "Logs, ログ" off';
const checklistRows = 12;
const shadowRows = 1;

export const realPrograms: Readonly<Record<ProgramName, RealProgram>> = {
  vim: {
    debian: 'vim',
    command: "vim --clean -c 'set number splitright' -c 'vsplit notes.txt' pinger.c",
    drawn: /Grüße.*\n[\s\S]*pinger\.c +1,1/,
    fits: standsAt(/^pinger\.c +1,1/, fromBottom(2)),
    leave: [...':qa', 'Enter'],
  },
  tmux: {
    debian: 'tmux',
    command: `tmux -S tmux.sock -f /dev/null new -s work 'less notes.txt' \\; ${splits}`,
    drawn: /Grüße.*│\$[\s\S]*├─+[\s\S]*│ *PID USER[\s\S]*\[work\]/,
    fits: standsAt(/^\[work\]/, fromBottom(1)),
    leave: ['Control+b', ':', ...'kill-server', 'Enter'],
  },
  less: {
    debian: 'less',
    command: 'less -RN access.log',
    drawn: /^ +1 10:00 200 GET[\s\S]*^access\.log/m,
    fits: standsAt(/^(access\.log|:)/, fromBottom(1)),
    leave: ['q'],
  },
  htop: {
    debian: 'htop',
    command: 'htop',
    drawn: /Mem\[[\s\S]*PID[\s\S]*F1Help.*F9Kill/,
    fits: standsAt(/^F1Help/, fromBottom(1)),
    leave: ['F10'],
  },
  mc: {
    debian: 'mc',
    command: 'mc --nosubshell',
    drawn: /┌[\s\S]*notes\.txt[\s\S]*┘[\s\S]*1Help/,
    fits: standsAt(/^ 1Help/, fromBottom(1)),
    leave: ['F10'],
  },
  nano: {
    debian: 'nano',
    command: 'nano notes.txt',
    drawn: /GNU nano[\s\S]*漢字[\s\S]*\^X Exit/,
    fits: standsAt(/^\^X Exit/, fromBottom(1)),
    leave: ['Control+x'],
  },
  dialog: {
    debian: 'dialog',
    // Without --keep-tite it draws on the shell's own screen.
    command: `dialog --keep-tite --title Backup --checklist 'What is kept?' ${checklistRows} 44 4 ${items} 2> answer`,
    drawn: /┌─+Backup[\s\S]*logs[\s\S]*OK[\s\S]*┘/,
    fits: standsAt(/─Backup─/, (rows) => Math.floor((rows - checklistRows - shadowRows) / 2)),
    leave: ['Escape', 'Escape'],
  },
  emacs: {
    debian: 'emacs-nox',
    command: 'emacs -nw -Q pinger.c',
    drawn: /File Edit Options[\s\S]*#include[\s\S]*pinger\.c/,
    fits: standsAt(/F1 +pinger\.c/, fromBottom(2)),
    leave: ['Control+x', 'Control+c'],
  },
  top: {
    debian: 'procps',
    command: 'top',
    drawn: /load average[\s\S]*PID USER[\s\S]*\d:\d\d\.\d\d/,
    // It draws on the shell's own screen; the line above its table ends where that does, give or take a column of it.
    fits: (lines, { columns }) => {
      const { length } = lines.findLast((text) => /^ +PID USER/.test(text)) ?? '';
      return length <= columns && length > columns - 10;
    },
    leave: ['q'],
  },
};
