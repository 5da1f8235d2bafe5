import type { Sample } from './corpus.ts';
import { sample } from './sample.ts';

/** How lines are written: blanks, quotes, "=", comments, order. */
export const lineCorpus: readonly Sample[] = [
  sample('a plain file', 'Host web\n  HostName web.example.com\n  User ada\n  Port 2222\n', 'web', 'other'),
  sample('no Host line at all', 'User ada\nPort 2200\n', 'web'),
  sample('keywords in any case', 'hOST web\n  hostname WEB.example.com\n  USER Ada\n', 'web', 'WEB'),
  sample('equals signs', 'Host=web\nPort=2222\nUser = ada\nHostName =web.example.com\nCompression= yes\n', 'web'),
  sample('tabs and trailing blanks', '\tHost\tweb  \n\t\tPort\t 2222\t \r\n  User ada\r\n', 'web'),
  sample('form feeds at the end', 'Host web\f\n  Port 2222 \f\n', 'web'),
  sample('comments', '# one\n   # two\nHost web # three\n  Port 2222 # four\n  User a#b\n', 'web', 'three'),
  sample('a hash in quotes', 'Host web\n  User "a # b"\n', 'web'),
  sample('double quotes', 'Host "web" "db"\n  User "ada lovelace"\n  IdentityFile "~/my keys/id"\n', 'web', 'db'),
  sample('single quotes', "Host 'web'\n  User 'ada lovelace'\n", 'web'),
  sample('quotes within a word', 'Host w"e"b\n  User a"d a"\n', 'web'),
  sample('escaped quotes', 'Host web\n  User a\\"b\n  IdentityFile "~/a\\"b"\n  HostKeyAlias a\\\\b\n', 'web'),
  sample('escaped blanks', 'Host web\n  IdentityFile ~/my\\ key\n  User "a\\ b"\n', 'web'),
  sample('backslashes that mean themselves', 'Host web\n  User CORP\\ada\n', 'web'),
  sample('a quoted keyword', '"Host" web\n"Port" 2222\n', 'web'),
  sample(
    'the first value counts',
    'Host web\n  Port 1\nHost *\n  Port 2\n  User ada\nHost web\n  User bob\n',
    'web',
    'db',
  ),
  sample('a general block before', 'Host *\n  User all\nHost web\n  User ada\n  Port 2222\n', 'web'),
  sample('options before any Host', 'User first\nHost web\n  User ada\n  Port 2222\n', 'web', 'db'),
  sample(
    'options of the command line',
    'Host web\n  User ada\n  Port 2222\n',
    '-l bob web',
    '-p 99 web',
    '-l b -p 9 web',
  ),
  sample('user@host', 'Host web\n  User ada\n  Port 2222\n', 'bob@web'),
  sample('an empty file', '', 'web'),
  sample('comments alone', '# nothing\n\n   \n\t\n', 'web'),
  sample('no newline at the end', 'Host web\n  Port 2222', 'web'),
  sample('IgnoreUnknown', 'IgnoreUnknown UseKeychain,Add*Agents\nHost web\n  UseKeychain yes\n  Port 2222\n', 'web'),
  sample('indented Host lines', '    Host web\n  Port 2222\n        Host db\nPort 3333\n', 'web', 'db'),
];
