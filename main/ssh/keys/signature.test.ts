import { expect, it } from 'vitest';
import { signatureAlgorithms } from './signature.ts';

const names = (type: string, serverTakes: readonly string[] | null) =>
  signatureAlgorithms(type, serverTakes).map(({ name, signature }) => [name, signature]);

it('an RSA key signs by what the server says that it takes, the strongest first', () => {
  expect(names('ssh-rsa', ['ssh-ed25519', 'rsa-sha2-256', 'rsa-sha2-512'])).toEqual([
    ['rsa-sha2-512', 'rsa-sha2-512'],
    ['rsa-sha2-256', 'rsa-sha2-256'],
  ]);
  expect(names('ssh-rsa', ['ssh-rsa'])).toEqual([['ssh-rsa', 'ssh-rsa']]);
  expect(names('ssh-rsa', ['ssh-ed25519'])).toEqual([]);
});

it('an RSA key signs with SHA-1 first where an old server says nothing', () => {
  expect(names('ssh-rsa', null).map(([name]) => name)).toEqual(['ssh-rsa', 'rsa-sha2-512']);
});

it('a certificate is named in the request, and its key in the signature', () => {
  expect(names('ssh-rsa-cert-v01@openssh.com', ['rsa-sha2-512'])).toEqual([
    ['rsa-sha2-512-cert-v01@openssh.com', 'rsa-sha2-512'],
  ]);
  expect(names('ssh-ed25519-cert-v01@openssh.com', null)).toEqual([
    ['ssh-ed25519-cert-v01@openssh.com', 'ssh-ed25519'],
  ]);
  expect(names('sk-ssh-ed25519-cert-v01@openssh.com', [])).toEqual([
    ['sk-ssh-ed25519-cert-v01@openssh.com', 'sk-ssh-ed25519@openssh.com'],
  ]);
});
