/** A file that breaks one rule: where it stands, what it says, which rule refuses it and with which words. */
export interface Plant {
  readonly path: string;
  readonly text: string;
  readonly rule: string;
  readonly message: string;
}

const restricted = 'lint/style/noRestrictedImports';
const nodeModules = 'lint/correctness/noNodejsModules';

/** `from` as an import that is used. */
export const importing = (from: string, name = 'thing') =>
  `import { ${name} } from '${from}';\nexport const used = ${name};\n`;

/** What each of these files imports is refused with the same words. */
const forbidden = (message: string, imports: Readonly<Record<string, string>>): readonly Plant[] =>
  Object.entries(imports).map(([path, from]) => ({ path, text: importing(from), rule: restricted, message }));

const ofNode = (path: string, from: string): Plant => ({
  path,
  text: importing(from),
  rule: nodeModules,
  message: 'This import references a Node.js builtin module.',
});

/** Each rule is broken at least once. */
export const plants: readonly Plant[] = [
  ...forbidden('The contract imports nothing but itself; app/contract/language alone imports i18next.', {
    'app/contract/a.ts': 'zod',
    'app/contract/b.ts': '../preload/index.ts',
    'app/contract/c.ts': '../../main/session/state.ts',
    'app/contract/settings/d.ts': '../../preload/index.ts',
    'app/contract/f.ts': 'i18next',
    'app/contract/settings/g.ts': 'i18next',
  }),
  ...forbidden('app/contract/language imports i18next and the contract.', {
    'app/contract/language/h.ts': 'zod',
  }),
  ...forbidden('The preload imports the contract and electron.', {
    'app/preload/a.ts': '../../main/ipc/router.ts',
    'app/preload/b.ts': 'zod',
  }),
  ...forbidden(
    'The renderer imports the contract, React and its own files; renderer/terminal alone imports xterm.js.',
    {
      'renderer/tabs/a.tsx': 'electron',
      'renderer/tabs/b.tsx': 'ssh2',
      'renderer/tabs/e.tsx': '@xterm/xterm',
      'renderer/g.tsx': '../main/session/state.ts',
    },
  ),
  ...forbidden('The renderer reaches main through its bridge alone.', {
    'renderer/tabs/c.tsx': '../../main/session/state.ts',
    'renderer/tabs/d.tsx': '../../app/preload/index.ts',
    'renderer/terminal/f.ts': '../../main/session/state.ts',
    'renderer/tabs/j.test.tsx': '../../main/session/state.ts',
    'renderer/tabs/k.test.tsx': '../../e2e/lab/sshd.ts',
  }),
  ...forbidden('renderer/ui imports no feature of the renderer, only React and the contract.', {
    'renderer/ui/h.tsx': '../window/state.ts',
    'renderer/ui/i.tsx': '@xterm/xterm',
    'renderer/ui/lists/j.tsx': '../../window/state.ts',
  }),
  ...forbidden('main/session imports the contract and main/keepalive alone: clock and transport are passed in.', {
    'main/session/a.ts': 'electron',
    'main/session/b.ts': 'ssh2',
    'main/session/c.ts': '../ssh/connect.ts',
    'main/session/d.ts': 'node:timers',
    'main/session/output/a.ts': '../../ssh/connect.ts',
    'main/session/health/a.ts': '../output/history.ts',
  }),
  ...forbidden('main/keepalive imports the contract alone: clock and transport are passed in.', {
    'main/keepalive/a.ts': '../session/state.ts',
    'main/keepalive/b.ts': 'node:timers/promises',
  }),
  ...forbidden('main/ssh imports the contract, ssh2, Node and the ports that it implements.', {
    'main/ssh/a.ts': 'electron',
    'main/ssh/b.ts': '../session/registry.ts',
    'main/ssh/c.ts': 'ssh2/lib/protocol/Protocol.js',
    'main/ssh/host-keys/c.ts': 'hash-wasm',
    'main/ssh/host-keys/d.ts': '../../profiles/saved-sessions.ts',
    'main/ssh/f.ts': '../../e2e/lab/sshd.ts',
  }),
  ...forbidden('main/ssh/keys imports the contract, ssh2, hash-wasm, Node and what is common to main/ssh.', {
    'main/ssh/keys/a.ts': '../login/login.ts',
  }),
  ...forbidden(
    'main/ssh/handshake and main/ssh/wire import the contract, ssh2, ML-KEM, Node and what is common to main/ssh.',
    {
      'main/ssh/handshake/a.ts': '../connection/connection.ts',
      'main/ssh/wire/a.ts': '../route/open-route.ts',
    },
  ),
  ...forbidden('main/profiles imports the contract, main/keepalive, Node, electron and electron-store.', {
    'main/profiles/a.ts': 'ssh2',
    'main/profiles/b.ts': '../session/registry.ts',
    'main/profiles/storage/a.ts': '../../session/registry.ts',
  }),
  ...forbidden('main/import imports the contract and Node alone.', {
    'main/import/a.ts': 'electron',
    'main/import/b.ts': '../ssh/host-keys/known-hosts.ts',
  }),
  ...forbidden(
    'A folder of main/import imports the contract, Node and what is common to main/import, none of its other folders.',
    {
      'main/import/putty/a.ts': 'electron',
      'main/import/putty/b.ts': '../tera-term/ini-file.ts',
    },
  ),
  ...forbidden('main/character-sets imports the contract, iconv-lite and the port that it implements.', {
    'main/character-sets/a.ts': 'electron',
    'main/character-sets/b.ts': '../session/registry.ts',
  }),
  ...forbidden('main/ssh-config imports the contract, Node and the wildcards of main/ssh.', {
    'main/ssh-config/a.ts': 'electron',
    'main/ssh-config/b.ts': '../ssh/connection.ts',
  }),
  ...forbidden('main/logs imports the contract, Node, the clock and the port that it implements.', {
    'main/logs/a.ts': '../session/session.ts',
    'main/logs/file/b.ts': 'electron',
  }),
  ...forbidden(
    'main/cli runs without a window: it imports the parts of main that need none, the contract and Node, never electron.',
    {
      'main/cli/a.ts': 'electron',
      'main/cli/b.ts': 'ssh2',
      'main/cli/c.ts': '../windows/main-window.ts',
      'main/cli/d.ts': '../ipc/router.ts',
    },
  ),
  ...forbidden(
    'main/zmodem imports the contract, Node, its ports, the clock, the sanitiser, and what main/files knows of local files; never electron.',
    {
      'main/zmodem/a.ts': 'electron',
      'main/zmodem/b.ts': '../files/transfers.ts',
    },
  ),
  ...forbidden(
    'main/files imports the contract, Node, the port for files, the clock and the sanitiser; never electron.',
    {
      'main/files/a.ts': 'electron',
      'main/files/b.ts': '../ssh/sftp/sftp-files.ts',
      'main/files/transfers/a.ts': '../../ssh/sftp/sftp-files.ts',
    },
  ),
  ...forbidden('main/windows imports the contract, Node, electron and main/ipc.', {
    'main/windows/a.ts': '../ssh/connect.ts',
  }),
  ...forbidden('main/ipc imports the contract, Node, electron, zod and what its routes lead to; never ssh2.', {
    'main/ipc/a.ts': '../ssh/connect.ts',
  }),
  ...forbidden(
    'Other folders of main import the contract, Node and electron; one that needs more has its rules in biome.boundaries.json.',
    {
      'main/command-line/a.ts': 'electron-store',
      'main/command-line/b.ts': '../session/registry.ts',
    },
  ),
  ...forbidden('main/index.ts wires the parts of main; libraries are theirs.', {
    'main/a.ts': 'ssh2',
    'main/b.ts': '../e2e/lab/sshd.ts',
  }),
  ...forbidden('main/program joins the parts of main; libraries are theirs.', {
    'main/program/a.ts': 'ssh2',
    'main/program/b.ts': '../../e2e/lab/sshd.ts',
  }),
  ...forbidden('Tests import nothing of e2e but the lab.', {
    'main/ssh/f.test.ts': '../../e2e/stand-in/app.ts',
  }),
  ...forbidden('main and renderer meet in the contract alone.', {
    'main/ssh/g.test.ts': '../../renderer/bridge.ts',
  }),
  ofNode('app/contract/e.ts', 'node:fs'),
  ofNode('renderer/status/l.ts', 'node:os'),
  {
    path: 'renderer/status/m.ts',
    text: 'export const bridge = window.holdfast;\n',
    rule: 'plugin',
    message: 'renderer/bridge.ts alone reads window.holdfast: import the bridge.',
  },
  {
    path: 'main/ssh/e.ts',
    text: 'export const read = (client: { _protocol: number }) => client._protocol;\n',
    rule: 'plugin',
    message: 'main/ssh/ssh2-internals alone touches private parts of a library: add a function there.',
  },
  {
    path: 'main/windows/b.ts',
    text: importing('electron', 'ipcMain'),
    rule: restricted,
    message: 'Raw IPC is for main/ipc and app/preload: declare a channel in app/contract/channels/channels.ts.',
  },
  {
    path: 'main/ssh/too-long.ts',
    text: `${Array.from({ length: 251 }, (_, index) => `export const a${index} = ${index};`).join('\n')}\n`,
    rule: 'lint/style/noExcessiveLinesPerFile',
    message: 'This file has too many lines (251). Maximum allowed is 250.',
  },
  {
    path: 'main/session/camelCase.ts',
    text: 'export const a = 1;\n',
    rule: 'lint/style/useFilenamingConvention',
    message: 'The filename should be in kebab-case.',
  },
  {
    path: 'main/session/default.ts',
    text: 'export default 1;\n',
    rule: 'lint/style/noDefaultExport',
    message: 'Avoid default exports.',
  },
  {
    path: 'main/session/enum.ts',
    text: 'export enum A {\n  B = 1,\n}\n',
    rule: 'lint/style/noEnum',
    message: "Don't use enum",
  },
  {
    path: 'main/session/any.ts',
    text: 'export const a: any = 1;\n',
    rule: 'lint/suspicious/noExplicitAny',
    message: 'Unexpected any. Specify a different type.',
  },
  {
    path: 'main/session/ring-one.ts',
    text: "import { two } from './ring-two.ts';\nexport const one = () => two;\n",
    rule: 'lint/suspicious/noImportCycles',
    message: 'This import is part of a cycle.',
  },
];
