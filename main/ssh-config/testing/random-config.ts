/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const blocks = [
  ...['Host web', 'Host *', 'Host !web *', 'Host db web', 'Host w?b', 'Host *.lan', 'Host "web" !db'],
  ...['Match host web', 'Match all', 'Match user ada', 'Match !user ada host w*', 'Match originalhost web,db'],
  ...['Match final', 'Match final host web.lan', 'Match !final all', 'Match localuser root', 'Match exec true'],
];

const options = [
  ...['User ada', 'User=bob', 'User "c d"', 'Port 2222', 'Port=1 # x', 'HostName %h.lan', 'HostName WEB.lan'],
  ...['IdentityFile ~/a', 'IdentityFile ~/b-%h', 'IdentityFile "x y"', 'CertificateFile %d/%n', 'Include more'],
  ...['SendEnv A B', 'SendEnv -A', 'SetEnv X=1 Y=2', 'SetEnv X=3', 'LocalForward 80 h:80', 'DynamicForward 1080'],
  ...['ProxyJump a,b', 'ProxyJump none', 'ProxyCommand nc %h %p', 'ProxyCommand none', 'Compression yes'],
  ...['ServerAliveInterval 1m', 'ServerAliveCountMax 9', 'ConnectTimeout 5', 'RequestTTY force', 'HostKeyAlias k'],
  ...['RemoteCommand echo %n %r', 'UserKnownHostsFile ~/k/%k', 'StrictHostKeyChecking no', 'RekeyLimit 1G 2h'],
];

const broken = [
  ...[
    'Match',
    'Match host',
    'Match exec "',
    'Host',
    'Host "',
    'Include',
    'Include config',
    'Include *',
    'Include /dev/null',
  ],
  ...['Port x', 'Port 99999', 'User "', 'HostName %z', 'IdentityFile ${', 'LocalForward x', 'SetEnv =', 'SendEnv a=b'],
  ...[
    'RekeyLimit 1',
    '= = =',
    '"',
    "'",
    '\\',
    '%',
    'ProxyJump ,',
    'Match bogus x',
    'ServerAliveInterval 1y',
    'Foo bar',
  ],
];

export const pieces = {
  sound: [...blocks, ...options, ...options],
  broken: [...blocks, ...options, ...broken, ...broken],
};

/** Some lines out of the pieces. */
export function randomConfig(seed: number, from: readonly string[]): string {
  const random = randomOf(seed);
  const lines = Array.from({ length: 3 + Math.floor(random() * 18) }, () => from[Math.floor(random() * from.length)]);
  // A file that includes itself is refused by ssh, and told of here.
  const isIncluded = seed > 1000 && seed < 1500;
  return `${(isIncluded ? lines.filter((line) => !line?.startsWith('Include')) : lines).join('\n')}\n`;
}
