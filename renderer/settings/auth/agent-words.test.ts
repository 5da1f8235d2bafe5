import { expect, it } from 'vitest';
import { agentWords } from './agent-words.ts';

const key = { type: 'ssh-ed25519', fingerprint: 'SHA256:x', comment: '' };
const words = (...agents: Parameters<typeof agentWords>[0]['agents']) => agentWords({ agents, keptPassphrases: 0 });

it('says that there is no agent, or that none answers', () => {
  expect(words()).toEqual(['There is no agent: neither these settings nor the system name one.']);
  expect(words({ place: '/run/a', keys: null })).toEqual(['No agent answers at /run/a.']);
});

it('says of an agent that is empty that it may be locked', () => {
  expect(words({ place: '/run/a', keys: [] })).toEqual(['The agent at /run/a holds no keys, or is locked.']);
});

it('says nothing of one that has keys, nor of another place where nobody is', () => {
  expect(words({ place: 'one', keys: null }, { place: 'two', keys: [key] })).toEqual([]);
});
