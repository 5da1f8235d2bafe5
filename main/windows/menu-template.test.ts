import { describe, expect, it, vi } from 'vitest';
import { keyPresets } from '#contract/keys/key-presets.ts';
import type { MenuContext } from '#contract/menu.ts';
import { menuContextOf } from '#contract/testing/menu-context.ts';
import { sessionMenu } from './menu-template.ts';

const build = (overrides: Partial<Parameters<typeof sessionMenu>[0]> = {}) =>
  sessionMenu({
    context: menuContextOf(),
    windows: [],
    savedSessions: [],
    keys: keyPresets.linux,
    platform: 'linux',
    language: 'system',
    onLanguage: () => undefined,
    followsLinks: false,
    onFollowLinks: () => undefined,
    onAction: () => undefined,
    ...overrides,
  });

const item = (label: string, overrides = {}) => build(overrides).find((entry) => entry.label === label);

describe('the session menu', () => {
  it('has the entries that PuTTY has', () => {
    const labels = build().map((entry) => entry.label);
    for (const label of ['New Session…', 'Duplicate Session', 'Saved Sessions', 'Change Settings…', 'Event Log']) {
      expect(labels).toContain(label);
    }
  });

  it('offers nothing that needs a session while there is none', () => {
    const enabled = build({ context: menuContextOf({ hasSession: false }) })
      .filter((entry) => entry.enabled === true)
      .map((entry) => entry.label);
    expect(enabled).toEqual([
      'New Session…',
      'Quick Connect…',
      'Import Sessions…',
      'Export Sessions…',
      'Command Palette…',
      'Full Screen',
      'Keyboard Shortcuts…',
      'About Holdfast',
    ]);
  });

  it('restarts only what has ended', () => {
    expect(item('Restart Session')?.enabled).toBe(false);
    const context = menuContextOf({ canRestart: true });
    expect(item('Restart Session', { context })?.enabled).toBe(true);
  });

  it('shows a saved name with an ampersand as it is and opens it by its name', () => {
    const onAction = vi.fn();
    const submenu = item('Saved Sessions', { savedSessions: ['R&D'], onAction })?.submenu as {
      label: string;
      click: () => void;
    }[];
    expect(submenu[0]?.label).toBe('R&&D');
    submenu[0]?.click();
    expect(onAction).toHaveBeenCalledWith({ kind: 'open-saved', name: 'R&D' });
  });

  it('shows each system its own keys', () => {
    expect(item('Full Screen', { keys: keyPresets.macos })?.accelerator).toBe('Ctrl+Cmd+F');
    expect(item('Full Screen', { keys: keyPresets.windows })?.accelerator).toBe('F11');
    expect(item('Close Tab', { keys: keyPresets.macos })?.accelerator).toBe('Cmd+W');
  });

  it('opens a saved session in a pane beside, and gives a tab a colour', () => {
    const onAction = vi.fn();
    const entryIn = (entries: unknown, label: string) =>
      (entries as { label?: string; submenu?: unknown; click: () => void }[]).find((entry) => entry.label === label);
    const panes = item('Panes', { savedSessions: ['lab'], onAction })?.submenu;
    entryIn(entryIn(panes, 'Open Saved Session Below')?.submenu, 'lab')?.click();
    expect(onAction).toHaveBeenLastCalledWith({ kind: 'open-saved', name: 'lab', side: 'below' });
    const tab = item('Tab', { onAction })?.submenu;
    entryIn(entryIn(tab, 'Tab Colour')?.submenu, 'Red')?.click();
    expect(onAction).toHaveBeenLastCalledWith({ kind: 'tab-colour', colour: 'red' });
  });

  it('of a tab has what is done to tabs alone', () => {
    const context = menuContextOf({ isSplit: true, of: 'tab' });
    const labels = build({ context }).map((entry) => entry.label);
    expect(labels).toContain('Close Other Tabs');
    expect(labels).not.toContain('Copy');
  });

  it('moves and closes only where there are other tabs', () => {
    const labels = [
      'Move Tab Left',
      'Move Tab Right',
      'Move Tab to New Window',
      'Close Other Tabs',
      'Close Tabs to the Right',
    ];
    const offered = (context: Partial<MenuContext>) =>
      build({ context: menuContextOf({ of: 'tab', ...context }) })
        .filter(({ label, enabled }) => enabled === true && labels.includes(label ?? ''))
        .map(({ label }) => label);
    expect(offered({})).toEqual([]);
    expect(offered({ hasTabsAtLeft: true })).toEqual(['Move Tab Left', 'Move Tab to New Window', 'Close Other Tabs']);
    expect(offered({ hasTabsAtLeft: true, hasTabsAtRight: true })).toEqual(labels);
  });

  it('moves a pane to its own tab where there are several, from the menu of the tab too', () => {
    const isOffered = (context: Partial<MenuContext>) =>
      build({ context: menuContextOf({ of: 'tab', ...context }) }).find(
        ({ label }) => label === 'Move Pane to Its Own Tab',
      )?.enabled;
    expect(isOffered({})).toBe(false);
    expect(isOffered({ isSplit: true })).toBe(true);
  });

  it('gives the key that closes to the pane where there are several', () => {
    const context = menuContextOf({ isSplit: true });
    expect(item('Close Tab')?.accelerator).toBe('Ctrl+Shift+W');
    expect(item('Close Tab', { context })?.accelerator).toBeUndefined();
  });
});
