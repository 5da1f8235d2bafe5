import type { MenuItemConstructorOptions } from 'electron';
import { actionLabels, type MenuAction, type menuActions } from '#contract/menu.ts';

type SimpleKind = (typeof menuActions)[number];

/** Makes the entries of a menu for one system. */
export interface MenuEntries {
  /** Keys as Electron writes them: on macOS, and elsewhere; none where they are empty. */
  readonly entry: (kind: SimpleKind, enabled?: boolean, mac?: string, other?: string) => MenuItemConstructorOptions;
  /** One that acts as it says, and has no key. */
  readonly item: (label: string, action: MenuAction, enabled?: boolean) => MenuItemConstructorOptions;
}

export const separator: MenuItemConstructorOptions = { type: 'separator' };

export function createMenuEntries(platform: NodeJS.Platform, onAction: (action: MenuAction) => void): MenuEntries {
  return {
    entry: (kind, enabled = true, mac = '', other = '') => {
      const accelerator = platform === 'darwin' ? mac : other;
      return {
        label: actionLabels[kind],
        enabled,
        // The page handles the keys, so that a key reaches the session where the menu does not want it.
        ...(accelerator === '' ? {} : { accelerator, registerAccelerator: false }),
        click: () => onAction({ kind } as MenuAction),
      };
    },
    item: (label, action, enabled = true) => ({
      // An ampersand marks an access key in a label; doubled it is itself.
      label: label.replaceAll('&', '&&'),
      enabled,
      click: () => onAction(action),
    }),
  };
}
