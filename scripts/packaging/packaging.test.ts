import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Packed, pack } from './pack.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const requireBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const { getConfig, validateConfiguration } = requireBuilder('app-builder-lib/out/util/config/config');
const { DebugLogger } = requireBuilder('builder-util');

const configuration = () => getConfig(root, null, null);

describe('electron-builder.yml', () => {
  it('is valid by the builder’s own schema', async () => {
    await expect(validateConfiguration(await configuration(), new DebugLogger(false))).resolves.toBeUndefined();
  });

  it('would be refused for an option that the builder does not know', async () => {
    const wrong = { ...(await configuration()), electronFuze: {} };
    await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow('electronFuze');
  });

  it('names a package for each system', async () => {
    const { win, mac, linux, protocols } = await configuration();
    const targets = (system: { target: { target: string; arch: string[] }[] }) =>
      system.target.map(({ target, arch }) => `${target} ${arch.join(' ')}`);
    expect(targets(win)).toEqual(['nsis x64 arm64', 'portable x64 arm64']);
    expect(targets(mac)).toEqual(['dmg x64 arm64', 'zip x64 arm64']);
    expect(targets(linux)).toEqual(['AppImage x64 arm64', 'deb x64 arm64', 'rpm x64 arm64']);
    expect(protocols).toMatchObject([{ schemes: ['ssh'] }]);
  });

  it('names icons that are there', async () => {
    const { directories, win, mac, linux } = await configuration();
    for (const { icon } of [win, mac, linux])
      expect(existsSync(join(root, directories.buildResources, icon))).toBe(true);
  });

  it('finds in package.json what deb and rpm need', () => {
    const { homepage, author, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(homepage).toMatch(/^https:/);
    expect(author).toMatch(/<.+@.+>$/);
    expect(description).not.toBe('');
  });
});

describe('the package', () => {
  const built = [
    'out/main/index.js',
    'out/main/licences.txt',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/a.woff2',
  ];
  const foreign = [
    'out/main/index.js.map',
    'main/index.ts',
    'main/index.js',
    'e2e/lab/host_key',
    'scripts/a.js',
    'docs/a.html',
    'test-results/a.png',
    '.env',
    'id_ed25519',
    'saved-sessions.json',
  ];
  let folder: string;
  let packed: Packed;
  let paths: readonly string[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdfast-pack-'));
    packed = pack(folder, [...built, ...foreign]);
    paths = packed.files.map((file) => file.path);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what is built, package.json and the licence, and nothing else of this tree', () => {
    expect(paths.filter((path) => !path.startsWith('node_modules/')).sort()).toEqual(
      ['LICENSE', 'package.json', ...built].sort(),
    );
  });

  it('holds the dependencies without tools for development, and without what is in a bundle', () => {
    const names = new Set(paths.map((path) => /^node_modules\/([^@/][^/]*|@[^/]+\/[^/]+)/.exec(path)?.[1]));
    for (const name of ['ssh2', 'asn1', 'iconv-lite']) expect(names).toContain(name);
    for (const name of [
      'electron',
      'electron-store',
      'zod',
      'vite',
      'react',
      'playwright-core',
      'cpu-features',
      'nan',
    ]) {
      expect(names).not.toContain(name);
    }
  });

  it('holds scripts, data and licences of the dependencies, and no source, test, native code or program', () => {
    const odd = paths.filter(
      (path) => path.startsWith('node_modules/') && !/\.([cm]?js|json)$|\/licen[cs]e[^/]*$/i.test(path),
    );
    expect(odd).toEqual([]);
    expect(paths.filter((path) => /\/(test|tests|fixtures)\/|\.(test|spec)\./.test(path))).toEqual([]);
  });

  it('holds no private key', () => {
    const keys = packed.files.filter(({ bytes }) =>
      /^-----BEGIN [A-Z ]*PRIVATE KEY-----\r?$/m.test(Buffer.from(bytes).toString()),
    );
    expect(keys.map(({ path }) => path)).toEqual([]);
  });

  it('is complete: its dependencies load from what was packed alone', () => {
    const unpacked = join(folder, 'unpacked');
    for (const { path, bytes } of packed.files) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), bytes);
    }
    const code = "for (const name of ['ssh2', 'iconv-lite']) await import(name)";
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: unpacked });
  });

  it('has the fuses set: none lets in code or options from outside', () => {
    expect(packed.fuses).toBe(
      [
        '0', // RunAsNode
        '1', // EnableCookieEncryption
        '0', // EnableNodeOptionsEnvironmentVariable
        '0', // EnableNodeCliInspectArguments
        '1', // EnableEmbeddedAsarIntegrityValidation
        '1', // OnlyLoadAppFromAsar
        '1', // LoadBrowserProcessSpecificV8Snapshot, left as it was
        '1', // GrantFileProtocolExtraPrivileges
      ].join(''),
    );
  });
});
