import type { MenuItemConstructorOptions } from 'electron';
import { keyOf } from '#contract/keys/key-bindings.ts';
import { acceleratorOf } from '#contract/keys/key-names.ts';
import type { BoundAction, KeyTable } from '#contract/keys/key-presets.ts';
import { t } from '#contract/language/language.ts';
import { actionLabels, type MenuAction, type menuActions } from '#contract/menu.ts';

type SimpleKind = (typeof menuActions)[number];

/** Makes the entries of a menu. */
export interface MenuEntries {
  /** With its key, or that of another action that does the same. */
  readonly entry: (kind: SimpleKind, enabled?: boolean, same?: BoundAction) => MenuItemConstructorOptions;
  /** One that acts as it says, and has no key. */
  readonly item: (label: string, action: MenuAction, enabled?: boolean) => MenuItemConstructorOptions;
}

export const separator: MenuItemConstructorOptions = { type: 'separator' };

export function createMenuEntries(keys: KeyTable, onAction: (action: MenuAction) => void): MenuEntries {
  return {
    entry: (kind, enabled = true, same = kind) => {
      const key = keyOf(keys, kind) ?? keyOf(keys, same);
      return {
        label: t(actionLabels[kind]),
        enabled,
        // The page handles the keys, so that a key reaches the session where the menu does not want it.
        ...(key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
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
