import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives a home folder what real programs show: text of several scripts, drawn boxes, a source, a coloured log. */
export function fillHome(home: string): void {
  for (const folder of ['backups', 'projects']) mkdirSync(join(home, folder));
  writeFileSync(join(home, 'notes.txt'), notes);
  writeFileSync(join(home, '議事録.txt'), notes);
  writeFileSync(join(home, 'pinger.c'), source);
  writeFileSync(join(home, 'deploy.sh'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(home, 'access.log'), log);
}

const notes = `Grüße, naïve café, Ελληνικά, кириллица
会議は十時から。 한국어 문서
combining: e\u0301, n\u0303

┌───────┬──────╮  ╔═══╦═══╗
│ box   │ 漢字 │  ║ a ║ b ║
├───────┼──────┤  ╠═══╬═══╣
└───────┴──────╯  ╚═══╩═══╝
▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉█ ░▒▓█ ⣀⣄⣤⣦⣶⣷⣿
`;

const source = `#include <stdio.h>

/* Sends a null packet when nothing was sent for a minute. */
int main(int argc, char **argv)
{
\tfor (int seconds = 0; seconds < 60; seconds++)
\t\tprintf("%d s of silence\\n", seconds);
\treturn argc > 1 ? 1 : 0;
}
`;

const paths = ['/', '/文書/一覧', '/images/logo.png', '/api/sessions'];

const log = Array.from({ length: 300 }, (_, index) => {
  const [status, colour] = index % 7 === 3 ? [404, 31] : index % 5 === 1 ? [301, 33] : [200, 32];
  const time = `10:${String(index % 60).padStart(2, '0')}`;
  const took = `${(index * 37) % 900} ms`;
  return `\u001b[2m${time}\u001b[0m \u001b[${colour};1m${status}\u001b[0m GET ${paths[index % 4]} \u001b[36m${took}\u001b[0m\n`;
}).join('');
