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

const forbidden = (path: string, from: string, message: string, name?: string): Plant => ({
  path,
  text: importing(from, name),
  rule: restricted,
  message,
});

const contract = 'The contract imports nothing but itself; app/contract/language alone imports i18next.';
const language = 'app/contract/language imports i18next and the contract.';
const preload = 'The preload imports the contract and electron.';
const renderer =
  'The renderer imports the contract, React and its own files; renderer/terminal alone imports xterm.js.';
const bridge = 'The renderer reaches main through its bridge alone.';
const ui = 'renderer/ui imports no feature of the renderer, only React and the contract.';
const session = 'main/session imports the contract and main/keepalive alone: clock and transport are passed in.';
const keepalive = 'main/keepalive imports the contract alone: clock and transport are passed in.';
const ssh = 'main/ssh imports the contract, ssh2, Node and the ports that it implements.';
const sshKeys = 'main/ssh/keys imports the contract, ssh2, hash-wasm, Node and what is common to main/ssh.';
const sshBase =
  'main/ssh/handshake and main/ssh/wire import the contract, ssh2, ML-KEM, Node and what is common to main/ssh.';
const profiles = 'main/profiles imports the contract, main/keepalive, Node, electron and electron-store.';
const imports = 'main/import imports the contract and Node alone.';
const importSources =
  'A folder of main/import imports the contract, Node and what is common to main/import, none of its other folders.';
const characterSets = 'main/character-sets imports the contract, iconv-lite and the port that it implements.';
const sshConfig = 'main/ssh-config imports the contract, Node and the wildcards of main/ssh.';
const logs = 'main/logs imports the contract, Node, the clock and the port that it implements.';
const cli =
  'main/cli runs without a window: it imports the parts of main that need none, the contract and Node, never electron.';
const zmodem =
  'main/zmodem imports the contract, Node, its ports, the clock, the sanitiser, and what main/files knows of local files; never electron.';
const files = 'main/files imports the contract, Node, the port for files, the clock and the sanitiser; never electron.';
const windows = 'main/windows imports the contract, Node, electron and main/ipc.';
const ipc = 'main/ipc imports the contract, Node, electron, zod and what its routes lead to; never ssh2.';
const others =
  'Other folders of main import the contract, Node and electron; one that needs more has its rules in biome.boundaries.json.';
const wiring = 'main/index.ts wires the parts of main; libraries are theirs.';
const program = 'main/program joins the parts of main; libraries are theirs.';
const rawIpc = 'Raw IPC is for main/ipc and app/preload: declare a channel in app/contract/channels.ts.';
const lab = 'Tests import nothing of e2e but the lab.';

/** Each rule is broken at least once. */
export const plants: readonly Plant[] = [
  forbidden('main/logs/a.ts', '../session/session.ts', logs),
  forbidden('main/logs/file/b.ts', 'electron', logs),
  forbidden('main/cli/a.ts', 'electron', cli),
  forbidden('main/cli/b.ts', 'ssh2', cli),
  forbidden('main/cli/c.ts', '../windows/main-window.ts', cli),
  forbidden('main/cli/d.ts', '../ipc/router.ts', cli),
  forbidden('app/contract/a.ts', 'zod', contract),
  forbidden('app/contract/b.ts', '../preload/index.ts', contract),
  forbidden('app/contract/c.ts', '../../main/session/state.ts', contract),
  forbidden('app/contract/settings/d.ts', '../../preload/index.ts', contract),
  forbidden('app/contract/f.ts', 'i18next', contract),
  forbidden('app/contract/settings/g.ts', 'i18next', contract),
  forbidden('app/contract/language/h.ts', 'zod', language),
  {
    path: 'app/contract/e.ts',
    text: importing('node:fs'),
    rule: nodeModules,
    message: 'This import references a Node.js builtin module.',
  },
  forbidden('app/preload/a.ts', '../../main/ipc/router.ts', preload),
  forbidden('app/preload/b.ts', 'zod', preload),
  forbidden('renderer/tabs/a.tsx', 'electron', renderer),
  forbidden('renderer/tabs/b.tsx', 'ssh2', renderer),
  forbidden('renderer/tabs/c.tsx', '../../main/session/state.ts', bridge),
  forbidden('renderer/tabs/d.tsx', '../../app/preload/index.ts', bridge),
  forbidden('renderer/tabs/e.tsx', '@xterm/xterm', renderer),
  forbidden('renderer/terminal/f.ts', '../../main/session/state.ts', bridge),
  forbidden('renderer/g.tsx', '../main/session/state.ts', renderer),
  forbidden('renderer/ui/h.tsx', '../window/state.ts', ui),
  forbidden('renderer/ui/i.tsx', '@xterm/xterm', ui),
  forbidden('renderer/tabs/j.test.tsx', '../../main/session/state.ts', bridge),
  forbidden('renderer/tabs/k.test.tsx', '../../e2e/lab/sshd.ts', bridge),
  {
    path: 'renderer/status/l.ts',
    text: importing('node:os'),
    rule: nodeModules,
    message: 'This import references a Node.js builtin module.',
  },
  {
    path: 'renderer/status/m.ts',
    text: 'export const bridge = window.holdfast;\n',
    rule: 'plugin',
    message: 'renderer/bridge.ts alone reads window.holdfast: import the bridge.',
  },
  forbidden('main/session/a.ts', 'electron', session),
  forbidden('main/session/b.ts', 'ssh2', session),
  forbidden('main/session/c.ts', '../ssh/connect.ts', session),
  forbidden('main/session/d.ts', 'node:timers', session),
  forbidden('main/session/output/a.ts', '../../ssh/connect.ts', session),
  forbidden('main/session/health/a.ts', '../output/history.ts', session),
  forbidden('main/keepalive/a.ts', '../session/state.ts', keepalive),
  forbidden('main/keepalive/b.ts', 'node:timers/promises', keepalive),
  forbidden('main/ssh/a.ts', 'electron', ssh),
  forbidden('main/ssh/b.ts', '../session/registry.ts', ssh),
  forbidden('main/ssh/c.ts', 'ssh2/lib/protocol/Protocol.js', ssh),
  forbidden('main/ssh/host-keys/c.ts', 'hash-wasm', ssh),
  forbidden('main/ssh/host-keys/d.ts', '../../profiles/saved-sessions.ts', ssh),
  forbidden('main/ssh/keys/a.ts', '../login/login.ts', sshKeys),
  forbidden('main/ssh/handshake/a.ts', '../connection/connection.ts', sshBase),
  forbidden('main/ssh/wire/a.ts', '../route/open-route.ts', sshBase),
  {
    path: 'main/ssh/e.ts',
    text: 'export const read = (client: { _protocol: number }) => client._protocol;\n',
    rule: 'plugin',
    message: 'main/ssh/ssh2-internals alone touches private parts of a library: add a function there.',
  },
  forbidden('main/profiles/a.ts', 'ssh2', profiles),
  forbidden('main/profiles/b.ts', '../session/registry.ts', profiles),
  forbidden('main/import/a.ts', 'electron', imports),
  forbidden('main/import/b.ts', '../ssh/host-keys/known-hosts.ts', imports),
  forbidden('main/import/putty/a.ts', 'electron', importSources),
  forbidden('main/import/putty/b.ts', '../tera-term/ini-file.ts', importSources),
  forbidden('main/character-sets/a.ts', 'electron', characterSets),
  forbidden('main/character-sets/b.ts', '../session/registry.ts', characterSets),
  forbidden('main/zmodem/a.ts', 'electron', zmodem),
  forbidden('main/zmodem/b.ts', '../files/transfers.ts', zmodem),
  forbidden('main/files/a.ts', 'electron', files),
  forbidden('main/files/b.ts', '../ssh/sftp/sftp-files.ts', files),
  forbidden('main/ssh-config/a.ts', 'electron', sshConfig),
  forbidden('main/ssh-config/b.ts', '../ssh/connection.ts', sshConfig),
  forbidden('main/windows/a.ts', '../ssh/connect.ts', windows),
  forbidden('main/windows/b.ts', 'electron', rawIpc, 'ipcMain'),
  forbidden('main/ipc/a.ts', '../ssh/connect.ts', ipc),
  forbidden('main/command-line/a.ts', 'electron-store', others),
  forbidden('main/command-line/b.ts', '../session/registry.ts', others),
  forbidden('main/a.ts', 'ssh2', wiring),
  forbidden('main/b.ts', '../e2e/lab/sshd.ts', wiring),
  forbidden('main/program/a.ts', 'ssh2', program),
  forbidden('main/program/b.ts', '../../e2e/lab/sshd.ts', program),
  forbidden('main/ssh/f.ts', '../../e2e/lab/sshd.ts', ssh),
  forbidden('main/ssh/f.test.ts', '../../e2e/stand-in/app.ts', lab),
  forbidden('main/ssh/g.test.ts', '../../renderer/bridge.ts', 'main and renderer meet in the contract alone.'),
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
