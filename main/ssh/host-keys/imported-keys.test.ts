import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashedName } from './host-pattern.ts';
import { createImportedKeys } from './imported-keys.ts';
import { knownHostsLine } from './known-hosts.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'holdfast-imported-keys-'));
  mkdirSync(join(home, '.ssh'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const blobOf = (keyType: string, letter: string) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(keyType.length);
  return Buffer.concat([length, Buffer.from(keyType), Buffer.from(letter)]);
};
const line = (host: string, letter: string, keyType = 'ssh-ed25519') =>
  knownHostsLine(host, { keyType, blob: blobOf(keyType, letter) });
const know = (...lines: readonly string[]) => writeFileSync(join(home, '.ssh', 'known_hosts'), `${lines.join('\n')}\n`);
const imported = () => createImportedKeys({ homeDir: home, folder: home });

it('adds a key of a host, or of a type, that is not known', () => {
  know(line('known', 'a', 'ssh-rsa'));
  const lines = [line('new', 'b'), line('known', 'c')];
  expect(imported().judge(lines)).toEqual({ fresh: lines, known: 0, conflicting: [] });
});

it('passes over a key that is known, also under a hashed name', () => {
  know(line('known', 'a'), `${hashedName('hashed')} ${line('x', 'b').split(' ').slice(1).join(' ')}`);
  expect(imported().judge([line('known', 'a'), line('hashed', 'b')])).toMatchObject({ fresh: [], known: 2 });
});

it('leaves a host alone that is known by another key of the type, or whose key is revoked', () => {
  know(line('known', 'a'), `@revoked * ${line('x', 'r').slice(2)}`);
  expect(imported().judge([line('known', 'b'), line('other', 'r')])).toEqual({
    fresh: [],
    known: 0,
    conflicting: ['known', 'other'],
  });
});

it('takes one key of two that contradict each other', () => {
  const [first, second] = [line('new', 'a'), line('new', 'b')];
  expect(imported().judge([first, second, first])).toEqual({ fresh: [first], known: 1, conflicting: ['new'] });
});

it('appends to the own file alone', async () => {
  know(line('known', 'a'));
  const before = readFileSync(join(home, '.ssh', 'known_hosts'), 'utf8');
  writeFileSync(join(home, 'known_hosts'), `${line('mine', 'm')}\n`);
  const lines = [line('new', 'b'), line('newer', 'c')];
  expect(await imported().add(lines)).toMatchObject({ ok: true });
  expect(readFileSync(join(home, 'known_hosts'), 'utf8').trim().split('\n')).toEqual([line('mine', 'm'), ...lines]);
  expect(readFileSync(join(home, '.ssh', 'known_hosts'), 'utf8')).toBe(before);
  expect(imported().judge(lines)).toMatchObject({ fresh: [], known: 2 });
});

it('takes from a known_hosts file what records a key, and neither authorities nor revocations', () => {
  const good = line('host', 'a');
  const text = ['# mine', `@cert-authority ${good}`, `@revoked ${good}`, good, 'rubbish'].join('\r\n');
  expect(imported().linesIn(text)).toEqual([good]);
});
