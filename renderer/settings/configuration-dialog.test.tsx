import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultProfile } from '#contract/profile/profile.ts';
import { categories } from '#contract/settings/definition.ts';
import { settingOf } from '#contract/settings/settings-table.ts';
import { category, saved, showDialog, shownKeys, web } from './dialog-harness.tsx';

const interval = page.getByRole('textbox', { name: 'Seconds between keepalives (0 to turn off)' });
const hostName = page.getByRole('textbox', { name: 'Host Name (or IP address)' });
const range = 'Enter a whole number from 0 to 86400.';

describe('a new session', () => {
  it('begins in the host name, with the values of Default Settings', async () => {
    const { screen } = await showDialog();
    await expect.element(hostName).toHaveFocus();
    await category('Window').click();
    await expect.element(screen.getByRole('textbox', { name: 'Columns' })).toHaveValue('100');
  });

  it('has a control with its label and its help for every setting of the table', async () => {
    await showDialog();
    for (const name of categories) {
      await category(name).click();
      for (const key of shownKeys.filter((candidate) => settingOf(candidate).category === name)) {
        const { label, help } = settingOf(key);
        const field = document.querySelector(`[data-setting="${key}"]`);
        expect(field, key).not.toBeNull();
        const named = page.elementLocator(field as Element).getByText(label, { exact: true });
        const labelled = field?.getAttribute('aria-label') === label || named.elements().length === 1;
        expect(labelled, `label of ${key}`).toBe(true);
        const described = [...(field?.querySelectorAll('[aria-describedby]') ?? []), field as Element];
        const descriptions = described.flatMap((element) => element.getAttribute('aria-describedby')?.split(' ') ?? []);
        expect(descriptions.map((id) => document.getElementById(id)?.textContent).join(), `help of ${key}`).toContain(
          help,
        );
      }
    }
  });

  it('opens on Enter in a text field, with user and port taken from the host name', async () => {
    const { onOpen } = await showDialog();
    await userEvent.keyboard('root@example.com:2222{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({
      profile: { ...saved.defaults, hostName: 'example.com', userName: 'root', portNumber: 2222 },
      savedAs: null,
      config: { host: 'example.com', own: { userName: 'root', portNumber: 2222 } },
    });
  });

  it('asks for a host name beside the field, from whichever panel it is opened', async () => {
    const { screen, onOpen } = await showDialog();
    await category('Colours').click();
    await screen.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.element(screen.getByText('Enter a host name.')).toBeVisible();
    await expect.element(hostName).toHaveFocus();
    await expect.element(hostName).toBeInvalid();
    expect(onOpen).not.toHaveBeenCalled();
  });

  it.each([
    ['a field', () => hostName.click()],
    ['the tree', () => category('Session').click()],
    ['the list', () => page.getByRole('row', { name: 'web', exact: true }).click()],
    ['a choice', () => page.getByRole('radio', { name: 'Never' }).click()],
  ])('is cancelled by Escape in %s', async (_where, goThere) => {
    const { onCancel } = await showDialog();
    await goThere();
    await userEvent.keyboard('{Escape}');
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('shows a session from the command line, and keeps the name that it is saved under', async () => {
    const { onOpen } = await showDialog({ initial: { profile: web, savedAs: 'web' } });
    await expect.element(hostName).toHaveValue('web.example.com');
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith({ profile: web, savedAs: 'web' });
  });
});

describe('a value that is refused', () => {
  it('is named beside its field with the range, as the description of the field, and nothing else moves or is lost', async () => {
    const { screen } = await showDialog();
    await hostName.fill('example.com');
    await category('Connection').click();
    const before = screen
      .getByRole('group', { name: 'Low-level TCP connection options' })
      .element()
      .getBoundingClientRect();
    await interval.fill('100000');
    await userEvent.tab();
    await expect.element(interval).toBeInvalid();
    await expect.element(interval).toHaveAccessibleDescription(expect.stringContaining(range));
    const after = screen
      .getByRole('group', { name: 'Low-level TCP connection options' })
      .element()
      .getBoundingClientRect();
    expect(after.top).toBe(before.top);

    await category('Session').click();
    await expect.element(hostName).toHaveValue('example.com');
    await category('Connection').click();
    await expect.element(interval).toHaveValue('100000');
    await expect.element(screen.getByText(range)).toBeVisible();
  });

  it('stops Open and Save, which go to its panel and focus it; mended, the session opens', async () => {
    const { screen, onOpen, savedActions } = await showDialog();
    await hostName.fill('example.com');
    await category('Connection').click();
    await interval.fill('soon');
    await category('Session').click();
    await screen.getByRole('textbox', { name: 'Saved Sessions' }).fill('new');
    await screen.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(interval).toHaveFocus();
    await category('Session').click();
    await screen.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.element(interval).toHaveFocus();
    expect(onOpen).not.toHaveBeenCalled();
    expect(savedActions.save).not.toHaveBeenCalled();

    await userEvent.keyboard('2{Enter}');
    const profile = { ...saved.defaults, hostName: 'example.com', keepaliveSeconds: 2 };
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ profile, savedAs: null }));
  });
});

describe('the panels', () => {
  it('say when no null packets will be sent', async () => {
    const { screen } = await showDialog();
    await category('Connection').click();
    await interval.fill('0');
    await expect.element(interval).toHaveAccessibleDescription(/Off: routers may forget the session/);
    await screen.getByRole('checkbox', { name: /^Server chokes/ }).click();
    await expect.element(interval).toHaveAccessibleDescription(/No null packets are sent/);
  });

  it('put the chosen key file into its field', async () => {
    const { screen } = await showDialog();
    await category('Credentials').click();
    await screen.getByRole('button', { name: /^Browse… Private key file/ }).click();
    await expect.element(screen.getByRole('textbox', { name: /^Private key file/ })).toHaveValue('/keys/id_ed25519');
  });

  it('leave the key file as it is when choosing one is cancelled', async () => {
    const { screen } = await showDialog({ chooseKeyFile: async () => null });
    await category('Credentials').click();
    await screen.getByRole('textbox', { name: /^Private key file/ }).fill('/mine');
    await screen.getByRole('button', { name: /^Browse… Private key file/ }).click();
    await expect.element(screen.getByRole('textbox', { name: /^Private key file/ })).toHaveValue('/mine');
  });

  it('show the help of the control that has the focus, with its names elsewhere', async () => {
    const { screen } = await showDialog();
    await category('Connection').click();
    await interval.click();
    await expect
      .element(screen.getByText(/\(PuTTY: PingIntervalSecs, Tera Term: \[TTSSH\] HeartBeat\)$/).last())
      .toBeVisible();
  });

  it('names what other programs call it in sight beside what keeps a session alive', async () => {
    const { screen } = await showDialog();
    for (const [panel, names] of [
      ['Connection', 'PuTTY: PingIntervalSecs · Tera Term: [TTSSH] HeartBeat'],
      ['Connection', 'PuTTY: TCPKeepalives · ssh_config: TCPKeepAlive'],
      ['Alive checks', 'ssh_config: ServerAliveInterval'],
      ['Alive checks', 'ssh_config: ServerAliveCountMax'],
    ] as const) {
      await category(panel).click();
      await expect.element(screen.getByText(names, { exact: true })).toBeVisible();
    }
  });
});

describe('a session that runs', () => {
  const mode = { kind: 'change', sessionName: 'web', profile: web, savedAs: 'web' } as const;

  it('shows only what can change, and not the host name; its settings can be saved, and none loaded', async () => {
    const { screen } = await showDialog({ mode, canCancel: true });
    await expect.element(screen.getByRole('dialog', { name: 'Change Settings: web' })).toBeVisible();
    await expect.element(screen.getByRole('radio', { name: 'Never' })).toBeVisible();
    expect(hostName.elements()).toEqual([]);
    expect(category('Data').elements()).toEqual([]);
    for (const name of ['Load', 'Delete']) expect(screen.getByRole('button', { name }).elements()).toEqual([]);
  });

  it('is saved with what was changed, and with what cannot be, under its name or another', async () => {
    const { screen, savedActions, onApply } = await showDialog({ mode, canCancel: true });
    await category('Connection').click();
    await interval.fill('2');
    await category('Session').click();
    const box = screen.getByRole('group', { name: 'Save the current session settings' });
    await expect.element(box.getByRole('textbox')).toHaveValue('web');
    await box.getByRole('button', { name: 'Save' }).click();
    await box.getByRole('textbox').fill('other');
    await box.getByRole('button', { name: 'Save' }).click();
    const saved = { profile: { ...web, keepaliveSeconds: 2 }, folder: '' };
    expect(savedActions.save.mock.calls).toEqual([[{ name: 'web', ...saved }], [{ name: 'other', ...saved }]]);
    expect(onApply).not.toHaveBeenCalled();
  });

  it('applies the differences alone', async () => {
    const { screen, onApply } = await showDialog({ mode, canCancel: true });
    await category('Connection').click();
    await interval.fill('2');
    await screen.getByRole('checkbox', { name: /^Disable Nagle/ }).click();
    await screen.getByRole('button', { name: 'Apply' }).click();
    expect(onApply).toHaveBeenCalledExactlyOnceWith({ keepaliveSeconds: 2, tcpNoDelay: !defaultProfile.tcpNoDelay });
  });
});
