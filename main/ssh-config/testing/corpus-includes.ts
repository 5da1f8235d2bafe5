import type { Sample } from './corpus.ts';

const web = [['web']] as const;

/** Files that include others. */
export const includeCorpus: readonly Sample[] = [
  { name: 'a file beside', files: { config: 'Include more\nUser late\n', more: 'Host web\n  User ada\n' }, asked: web },
  { name: 'a file of a home path', files: { config: 'Include ~/.ssh/more\n', more: 'User ada\n' }, asked: web },
  {
    name: 'files by pattern, in order',
    files: {
      config: 'Include conf.d/*.conf\n',
      'conf.d/b.conf': 'User b\nPort 2\n',
      'conf.d/a.conf': 'User a\n',
      'conf.d/c': 'Port 9\n',
    },
    asked: web,
  },
  {
    name: 'folders by pattern',
    files: {
      config: 'Include */c?.conf\n',
      'one/c1.conf': 'User a\n',
      'two/c22.conf': 'Port 2\n',
      'two/c3.conf': 'Port 3\n',
    },
    asked: web,
  },
  {
    name: 'hidden files',
    files: { config: 'Include conf.d/*\n', 'conf.d/.hidden': 'User a\n', 'conf.d/shown': 'Port 2\n' },
    asked: web,
  },
  {
    name: 'several at once',
    files: { config: 'Include a "b c"\n', a: 'User a\n', 'b c': 'User b\nPort 2\n' },
    asked: web,
  },
  { name: 'one that is not there', files: { config: 'Include nowhere none/*\nUser ada\n' }, asked: web },
  {
    name: 'within a Host block',
    files: {
      config: 'Host web\n  Include more\nHost db\n  Include more\n  Port 2\n',
      more: 'User ada\nHost *\n  Compression yes\n',
    },
    asked: [['web'], ['db'], ['mail']],
  },
  {
    name: 'a block that ends with its file',
    files: { config: 'Host web\n  Include more\n  Port 2\n', more: 'Host db\n  User bob\n' },
    asked: [['web'], ['db']],
  },
  {
    name: 'a block within a file within a block',
    files: { config: 'Host w*\n  Include more\n', more: 'Host web\n  User ada\nMatch host db\n  User bob\n' },
    asked: [['web'], ['db'], ['wob']],
  },
  {
    name: 'one file after another in one block',
    files: { config: 'Host web\n  Include a b\n', a: 'Host other\n  User x\n', b: 'User ada\n' },
    asked: web,
  },
  {
    name: 'files in files',
    files: { config: 'Include a\n', a: 'Include b\nPort 2\n', b: 'Include c\nUser ada\n', c: 'Host web\n  Port 1\n' },
    asked: [['web'], ['db']],
  },
];
