import { describe, expect, it } from 'vitest';
import { type AgentSurroundings, agentPlaces } from './places.ts';

const linux: AgentSurroundings = {
  platform: 'linux',
  environment: { SSH_AUTH_SOCK: '/run/agent', MY_AGENT: '/run/mine' },
  homeDir: '/home/ada',
  userName: 'ada',
  listPipes: async () => [],
};
const windows: AgentSurroundings = {
  ...linux,
  platform: 'win32',
  environment: {},
  userName: 'Ada',
  listPipes: async () => ['pageant.ada.0f3c', 'pageant.bob.11aa', 'openssh-ssh-agent', 'pageant.adam.1'],
};

describe('the places of agents', () => {
  it('are SSH_AUTH_SOCK, or on Windows the pipes of OpenSSH and of the Pageant of this user', async () => {
    expect(await agentPlaces('', linux)).toEqual(['/run/agent']);
    expect(await agentPlaces('', { ...linux, environment: {} })).toEqual([]);
    expect(await agentPlaces('', windows)).toEqual([
      String.raw`\\.\pipe\openssh-ssh-agent`,
      String.raw`\\.\pipe\pageant.ada.0f3c`,
    ]);
  });

  it.each([
    ['none', []],
    ['SSH_AUTH_SOCK', ['/run/agent']],
    ['$MY_AGENT', ['/run/mine']],
    [`\${MY_AGENT}`, ['/run/mine']],
    ['$NOT_SET', []],
    ['~/.1password/agent.sock', ['/home/ada/.1password/agent.sock']],
    ['/tmp/agent', ['/tmp/agent']],
  ])('are, for the setting %s, as for IdentityAgent of ssh_config', async (setting, places) => {
    expect(await agentPlaces(setting, linux)).toEqual(places);
  });
});
