import { type Setting, warnBelow } from './definition.ts';

const trustGroup = 'Host keys that are not known';

/** PuTTY's Connection/SSH/Host keys panel, and what ssh_config says of known hosts. */
export const hostKeySettings = {
  hostKeyOrder: {
    type: 'order',
    label: 'Algorithm selection policy: host keys',
    category: 'Connection/SSH/Host keys',
    group: 'Host key algorithm preference',
    help:
      'The first one that the server has a key for is used. Below the line: before it is used, you are warned and can ' +
      'cancel. ssh-rsa signs with SHA-1; the same RSA key signs better by rsa-sha2.',
    default: [
      'ssh-ed25519',
      'ecdsa-sha2-nistp256',
      'ecdsa-sha2-nistp384',
      'ecdsa-sha2-nistp521',
      'rsa-sha2-512',
      'rsa-sha2-256',
      warnBelow,
      'ssh-rsa',
    ],
    items: [
      { value: 'ssh-ed25519', label: 'Ed25519' },
      { value: 'ecdsa-sha2-nistp256', label: 'ECDSA, NIST P-256' },
      { value: 'ecdsa-sha2-nistp384', label: 'ECDSA, NIST P-384' },
      { value: 'ecdsa-sha2-nistp521', label: 'ECDSA, NIST P-521' },
      { value: 'rsa-sha2-512', label: 'RSA, SHA-512' },
      { value: 'rsa-sha2-256', label: 'RSA, SHA-256' },
      { value: 'ssh-rsa', label: 'RSA, SHA-1' },
    ],
    midSession: false,
    putty: 'HostKey',
    sshConfig: 'HostKeyAlgorithms',
    teraTerm: '[TTSSH] HostKeyOrder',
  },
  preferKnownHostKeys: {
    type: 'toggle',
    label: 'Prefer algorithms for which a host key is known',
    category: 'Connection/SSH/Host keys',
    group: 'Host key algorithm preference',
    help: 'A server with several keys shows the one that is recorded for it, so that you are not asked again.',
    default: true,
    midSession: false,
    putty: 'PreferKnownHostKeys',
    sshConfig: null,
    teraTerm: null,
  },
  hostKeyChecking: {
    type: 'choice',
    label: 'When a host key is not known',
    category: 'Connection/SSH/Host keys',
    group: trustGroup,
    help: 'A key that has changed, or was revoked, is refused in any case.',
    default: 'ask',
    control: 'select',
    choices: [
      { value: 'ask', label: 'Ask' },
      { value: 'accept-new', label: 'Accept and save it' },
      { value: 'yes', label: 'Refuse it' },
    ],
    midSession: false,
    putty: null,
    sshConfig: 'StrictHostKeyChecking',
    teraTerm: null,
  },
  updateHostKeys: {
    type: 'choice',
    label: 'When a known host has other keys too',
    category: 'Connection/SSH/Host keys',
    group: trustGroup,
    help:
      'OpenSSH servers tell of all their keys after the login, and prove that they hold them. Saved, a key that takes ' +
      'the place of the known one later is known too.',
    default: 'ask',
    control: 'select',
    choices: [
      { value: 'ask', label: 'Ask whether to save them' },
      { value: 'yes', label: 'Save them' },
      { value: 'no', label: 'Do nothing' },
    ],
    midSession: false,
    putty: null,
    sshConfig: 'UpdateHostKeys',
    teraTerm: '[TTSSH] UpdateHostkeys',
  },
  knownHostsFile: {
    type: 'text',
    label: 'Read known hosts from (empty: ~/.ssh/known_hosts)',
    category: 'Connection/SSH/Host keys',
    group: trustGroup,
    help: "Only read, beside Holdfast's own file, which keeps the keys that you accept.",
    default: '',
    maxLength: 4096,
    control: 'text',
    midSession: false,
    putty: null,
    sshConfig: 'UserKnownHostsFile',
    teraTerm: null,
  },
  manualHostKeys: {
    type: 'text',
    label: 'Host keys or fingerprints to accept for this connection',
    category: 'Connection/SSH/Host keys',
    group: 'Manually configure host keys for this connection',
    help:
      'Fingerprints (SHA256:… or MD5 in hexadecimal) or whole public keys in base64, separated by commas. If there is ' +
      'one, only these are accepted, without a question, and known hosts are not looked at.',
    default: '',
    maxLength: 4096,
    control: 'text',
    midSession: false,
    putty: 'SSHManualHostKeys',
    sshConfig: null,
    teraTerm: null,
  },
} as const satisfies Record<string, Setting>;
