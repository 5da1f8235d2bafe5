import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failed, success } from '#contract/failure.ts';
import type { ConfiguredHost, SshConfigList } from '#contract/saved/ssh-config.ts';
import { saved, showDialog } from '../dialog-harness.tsx';
import type { SshConfigActions } from './ssh-config-actions.ts';

const bastion: ConfiguredHost = {
  host: 'bastion',
  profile: { ...saved.defaults, hostName: '10.0.0.5', portNumber: 2222 },
  remarks: [{ file: '~/.ssh/config', line: 7, text: 'ControlMaster is not supported, and has no effect here.' }],
};

const listed: SshConfigList = { hosts: ['bastion', 'web'], remarks: [], matchExec: 'none' };

async function showHosts(given: Partial<SshConfigActions> = {}) {
  const sshConfig = {
    list: vi.fn(async () => success(listed)),
    configure: vi.fn<SshConfigActions['configure']>(async () => success(bastion)),
    runCommands: vi.fn<SshConfigActions['runCommands']>(async () => success({ ...listed, matchExec: 'on' })),
    ...given,
  };
  const shown = await showDialog({ sshConfig });
  return { ...shown, sshConfig };
}

const row = (name: string) =>
  page.getByRole('treegrid', { name: 'Saved Sessions' }).getByRole('row', { name, exact: true });
const host = () => page.getByLabelText('Host Name (or IP address)');

describe('the hosts of ~/.ssh/config in the dialog', () => {
  it('stand in a group of their own, beside a saved session of the same name', async () => {
    await showHosts();
    await expect.element(row('From ~/.ssh/config')).toHaveAttribute('aria-level', '1');
    await expect.element(row('bastion')).toHaveAttribute('aria-level', '2');
    await row('web').last().click();
    expect(page.getByRole('row', { name: 'web', exact: true, selected: true }).all()).toHaveLength(1);
  });

  it('are not there where the file has none', async () => {
    await showHosts({ list: async () => success({ ...listed, hosts: [] }) });
    await expect.element(row('blank')).toBeVisible();
    expect(page.getByText('From ~/.ssh/config').all()).toHaveLength(0);
  });

  it('fill the dialog, which then says what has no effect', async () => {
    await showHosts();
    await row('bastion').click();
    await page.getByRole('button', { name: 'Load' }).click();
    await expect.element(host()).toHaveValue('10.0.0.5');
    const notes = page.getByRole('region', { name: 'Not taken from ~/.ssh/config for bastion' });
    await expect.element(notes).toHaveTextContent('~/.ssh/config, line 7: ControlMaster is not supported');
  });

  it('open with a double click, as the file has them then', async () => {
    const { onOpen } = await showHosts();
    await row('bastion').dblClick();
    expect(onOpen).toHaveBeenCalledWith({
      profile: { ...saved.defaults, hostName: 'bastion' },
      savedAs: null,
      config: { host: 'bastion', own: {} },
    });
  });

  it('are opened with what was changed after loading', async () => {
    const { onOpen } = await showHosts();
    await row('bastion').click();
    await page.getByRole('button', { name: 'Load' }).click();
    await expect.element(host()).toHaveValue('10.0.0.5');
    await page.getByLabelText('Port', { exact: true }).fill('22');
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith(
      expect.objectContaining({ config: { host: 'bastion', own: { portNumber: 22 } } }),
    );
  });

  it('can be copied, and not be deleted', async () => {
    const { savedActions } = await showHosts();
    await row('bastion').click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect.element(page.getByText(/is in ~\/\.ssh\/config, which Holdfast only reads/)).toBeVisible();
    expect(savedActions.remove).not.toHaveBeenCalled();
    await page.getByRole('button', { name: 'Load' }).click();
    await expect.element(host()).toHaveValue('10.0.0.5');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(savedActions.save).toHaveBeenCalledWith({ name: 'bastion', folder: '', profile: bastion.profile });
  });

  it('say why one could not be loaded', async () => {
    const gone = { code: 'not-found', message: 'It is gone.', retryable: true } as const;
    await showHosts({ configure: async () => failed(gone) });
    await row('bastion').click();
    await page.getByRole('button', { name: 'Load' }).click();
    await expect.element(page.getByText('It is gone.')).toBeVisible();
  });

  it('run commands once the user lets them', async () => {
    const { sshConfig } = await showHosts({ list: async () => success({ ...listed, matchExec: 'off' }) });
    const choice = page.getByRole('checkbox', { name: 'Run the commands of Match exec in ~/.ssh/config' });
    await expect.element(choice).not.toBeChecked();
    await choice.click();
    await expect.element(choice).toBeChecked();
    expect(sshConfig.runCommands).toHaveBeenCalledWith(true);
  });

  it('are accessible, with what is told of them', async () => {
    await showHosts({ list: async () => success({ ...listed, matchExec: 'off' }) });
    await row('bastion').click();
    await page.getByRole('button', { name: 'Load' }).click();
    await expect.element(page.getByRole('region', { name: /Not taken/ })).toBeVisible();
    const { violations } = await axe.run(document.querySelector('[role=dialog]') ?? document.body);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it('tells what could not be read of the file', async () => {
    const remarks = [{ file: '~/.ssh/config', line: 0, text: 'It is not a text file.' }];
    await showHosts({ list: async () => success({ ...listed, remarks }) });
    await expect.element(page.getByText('~/.ssh/config: It is not a text file.')).toBeVisible();
  });
});
