import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defaultProfile, type Profile } from '#contract/profile/profile.ts';
import { type AppHarness, setUpApp } from '../testing/app-harness.tsx';
import { snapshotOf } from '../testing/fake-bridge.ts';

let app: AppHarness;
afterEach(() => app.dispose());

const session = (name: string, changes: Partial<Profile>) =>
  snapshotOf(name, { profile: { ...defaultProfile, hostName: name, ...changes } });
const told = (name: string) => app.commands.filter((command) => command.name === name).map(({ payload }) => payload);
const terminal = () => document.querySelector<HTMLElement>('.xterm-helper-textarea');

const setUp = async (changes: Partial<Profile>, ...others: readonly ReturnType<typeof session>[]) => {
  app = await setUpApp({ sessions: [session('web', changes), ...others] });
  await expect.poll(() => document.activeElement === terminal()).toBe(true);
};

describe('the window', () => {
  it('is what the session in front wants it to be', async () => {
    await setUp({ alwaysOnTop: true }, session('db', { resizeEffect: 'forbid' }));
    expect(told('window.behaviour')).toEqual([{ isResizable: true, isAlwaysOnTop: true }]);
    await app.screen.getByRole('tab', { name: 'db' }).click();
    expect(told('window.behaviour').at(-1)).toEqual({ isResizable: false, isAlwaysOnTop: false });
    app.show(session('db', {}));
    expect(told('window.behaviour').at(-1)).toEqual({ isResizable: true, isAlwaysOnTop: false });
  });

  it('has the title of the settings until a program sets one, and its icon that of programs, if it is to', async () => {
    await setUp({ windowTitle: 'Production!', separateIconTitle: true });
    expect(told('window.title').at(-1)).toEqual({ title: 'Production!', iconTitle: 'Production!' });
    app.portOf(session('web', {}).id).sendText('\u001b]2;vim\u0007\u001b]1;edit\u0007');
    await expect.poll(() => told('window.title').at(-1)).toEqual({ title: 'vim', iconTitle: 'edit' });
  });

  it('closes with Alt+F4, or sends it to the session', async () => {
    await setUp({});
    await userEvent.keyboard('{Alt>}{F4}{/Alt}');
    expect(told('window.ask-close')).toHaveLength(1);
    app.show(session('web', { altF4: false }));
    await userEvent.keyboard('{Alt>}{F4}{/Alt}');
    await expect.poll(() => app.portOf(session('web', {}).id).typed()).toBe('\u001b[1;3S');
    expect(told('window.ask-close')).toHaveLength(1);
  });

  it('shows its menu with Alt+Space and with Alt alone, or sends the key to the session', async () => {
    await setUp({ altSpace: true });
    await userEvent.keyboard('{Alt>}[Space]{/Alt}');
    expect(told('menu.show')).toHaveLength(1);
    await userEvent.keyboard('{Alt}');
    expect(told('menu.show')).toHaveLength(1);
    app.show(session('web', { altOnly: true }));
    await userEvent.keyboard('{Alt}');
    expect(told('menu.show')).toHaveLength(2);
    await userEvent.keyboard('{Alt>}[Space]{/Alt}');
    await expect.poll(() => app.portOf(session('web', {}).id).typed()).toBe('\u001b ');
  });

  it('fills the screen with Alt+Enter, where that is wanted', async () => {
    await setUp({ fullScreenOnAltEnter: true });
    await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
    expect(told('window.full-screen')).toHaveLength(1);
    app.show(session('web', {}));
    await userEvent.keyboard('{Alt>}{Enter}{/Alt}');
    await expect.poll(() => app.portOf(session('web', {}).id).typed()).toBe('\u001b\r');
  });

  it('lets a tab close without a question, where none is wanted', async () => {
    await setUp({ warnOnClose: false });
    await userEvent.keyboard('{Control>}{Shift>}w{/Shift}{/Control}');
    expect(told('session.close')).toHaveLength(1);
  });
});
