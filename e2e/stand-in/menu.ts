import type * as Electron from 'electron';
import { BrowserWindowStandIn } from './browser-window.ts';
import type { MenuFormItem } from './link/wire.ts';
import { displayAccelerator, displayLabel } from './menu-text.ts';
import { windowList } from './window-list.ts';

type Options = Electron.MenuItemConstructorOptions;

interface PopupOptions {
  readonly window?: BrowserWindowStandIn;
  readonly x?: number;
  readonly y?: number;
  readonly callback?: () => void;
}

let lastCommandId = 0;

/** One line of a menu. Roles are labels here: they belong to menu bars, which the stand-in draws none of. */
export class MenuItemStandIn {
  readonly commandId: number;
  readonly type: NonNullable<Options['type']>;
  readonly id: string | undefined;
  readonly accelerator: string;
  readonly submenu: MenuStandIn | null;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Options['click'];

  constructor(options: Options) {
    lastCommandId += 1;
    this.commandId = lastCommandId;
    this.submenu = Array.isArray(options.submenu) ? MenuStandIn.buildFromTemplate(options.submenu) : null;
    this.type = options.type ?? (this.submenu === null ? 'normal' : 'submenu');
    this.id = options.id;
    this.label = options.label ?? options.role ?? '';
    this.accelerator = String(options.accelerator ?? '');
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click;
  }

  click(window: BrowserWindowStandIn | null): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    this.#click?.(this as unknown as Electron.MenuItem, window as unknown as Electron.BaseWindow, {});
  }
}

/** A menu, drawn in the page when it pops up. */
export class MenuStandIn {
  static #application: MenuStandIn | null = null;
  static getApplicationMenu = (): MenuStandIn | null => MenuStandIn.#application;
  static buildFromTemplate(template: readonly Options[]): MenuStandIn {
    const menu = new MenuStandIn();
    for (const options of template) menu.append(new MenuItemStandIn(options));
    return menu;
  }

  /** Kept, and not shown: windows have no menu bar here. */
  static setApplicationMenu(menu: MenuStandIn | null): void {
    MenuStandIn.#application = menu;
  }

  readonly items: MenuItemStandIn[] = [];

  append(item: MenuItemStandIn): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItemStandIn | null {
    return this.#all().find((item) => item.id === id) ?? null;
  }

  popup({ window = windowForMenu(), x, y, callback }: PopupOptions = {}): void {
    const at = x === undefined || y === undefined ? null : { x, y };
    const shown = window?.webContents.overlays.showMenu({ items: formOf(this.items), at }) ?? Promise.resolve(null);
    void shown.then((choice) => {
      this.#all()
        .find((item) => item.commandId === choice)
        ?.click(window ?? null);
      callback?.();
    });
  }

  closePopup(window: BrowserWindowStandIn | undefined = windowForMenu()): void {
    window?.webContents.overlays.dismiss();
  }

  #all(): readonly MenuItemStandIn[] {
    return this.items.flatMap((item) => [item, ...(item.submenu === null ? [] : item.submenu.#all())]);
  }
}

const windowForMenu = (): BrowserWindowStandIn | undefined =>
  BrowserWindowStandIn.getFocusedWindow() ?? windowList.all().at(-1);

const formOf = (items: readonly MenuItemStandIn[]): readonly MenuFormItem[] =>
  items.filter((item) => item.visible).map(formItemOf);

function formItemOf(item: MenuItemStandIn): MenuFormItem {
  const { type, enabled, submenu } = item;
  if (type === 'separator') return { kind: 'separator' };
  const label = displayLabel(item.label);
  if (submenu !== null) return { kind: 'submenu', label, enabled, items: formOf(submenu.items) };
  const checked = type === 'checkbox' || type === 'radio' ? item.checked : null;
  return {
    kind: 'item',
    choice: item.commandId,
    label,
    enabled,
    checked,
    accelerator: displayAccelerator(item.accelerator),
  };
}
