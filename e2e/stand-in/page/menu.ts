import type { MenuForm, MenuFormItem } from '../link/wire.ts';
import type { Overlay } from './overlay.ts';

/** Draws a menu with the WAI-ARIA menu pattern's roles and keys, and answers with the choice, or null. */
export function showMenu(
  overlay: Overlay,
  form: MenuForm,
  pointer: DOMPointReadOnly,
  answer: (choice: number | null) => void,
) {
  const finish = (choice: number | null) => {
    overlay.close();
    answer(choice);
  };
  const itemOf = (target: Element) => target.closest<HTMLElement>('[role^=menuitem]');
  const itemsOf = (menu: Element) =>
    [...menu.children].filter((child): child is HTMLElement => child.matches('[role^=menuitem]'));
  const menuOf = (item: Element) => item.parentElement as HTMLElement;
  const submenuOf = (item: Element) => item.querySelector<HTMLElement>(':scope > [role=menu]');

  const focusItem = (item: HTMLElement | undefined) => {
    if (item === undefined) return;
    for (const open of menuOf(item).querySelectorAll('[aria-expanded=true]')) {
      if (open !== item && !open.contains(item)) open.setAttribute('aria-expanded', 'false');
    }
    item.focus();
  };
  const expand = (item: HTMLElement, withFocus: boolean) => {
    const submenu = submenuOf(item);
    if (submenu === null || item.ariaDisabled === 'true') return;
    item.setAttribute('aria-expanded', 'true');
    placeMenu(submenu, item.getBoundingClientRect(), 'beside');
    if (withFocus) focusItem(itemsOf(submenu)[0]);
  };
  const activate = (item: HTMLElement) => {
    if (item.ariaDisabled === 'true') return;
    if (submenuOf(item) !== null) expand(item, true);
    else finish(Number(item.dataset.choice));
  };

  const onKey = (event: KeyboardEvent) => {
    const item = itemOf(event.target === null ? menu : ((overlay.root.activeElement ?? menu) as Element));
    const items = itemsOf(item === null ? menu : menuOf(item));
    const index = item === null ? -1 : items.indexOf(item);
    const parent = item === null ? null : itemOf(menuOf(item));
    event.preventDefault();
    if (event.key === 'ArrowDown') focusItem(items[(index + 1) % items.length]);
    else if (event.key === 'ArrowUp') focusItem(items.at(index <= 0 ? -1 : index - 1));
    else if (event.key === 'Home') focusItem(items[0]);
    else if (event.key === 'End') focusItem(items.at(-1));
    else if (event.key === 'ArrowRight' && item) expand(item, true);
    else if (event.key === 'ArrowLeft' && parent) focusItem(parent);
    else if (event.key === 'Escape' || event.key === 'Tab') parent ? focusItem(parent) : finish(null);
    else if (event.key === 'Enter' || event.key === ' ') item && activate(item);
    else if (event.key.length === 1) {
      const rest = [...items.slice(index + 1), ...items.slice(0, index + 1)];
      focusItem(rest.find((other) => other.textContent?.toLowerCase().startsWith(event.key.toLowerCase())));
    }
  };

  const menu = drawMenu(form.items, 'Menu');
  overlay.open(menu, {
    onKey,
    onClick: (target) => {
      const item = itemOf(target);
      if (item) activate(item);
    },
    onHover: (target) => {
      const item = itemOf(target);
      if (item === null) return;
      focusItem(item);
      expand(item, false);
    },
    onOutside: () => finish(null),
  });
  const { x, y } = form.at ?? pointer;
  placeMenu(menu, new DOMRect(x, y, 0, 0), 'below');
  menu.focus();
}

/** The elements of one menu and of its submenus. */
export function drawMenu(items: readonly MenuFormItem[], label: string): HTMLElement {
  const menu = document.createElement('div');
  menu.role = 'menu';
  menu.ariaLabel = label;
  menu.tabIndex = -1;
  for (const item of items) {
    const element = document.createElement('div');
    menu.append(element);
    if (item.kind === 'separator') {
      element.role = 'separator';
      continue;
    }
    element.role = 'menuitem';
    element.tabIndex = -1;
    element.ariaDisabled = item.enabled ? null : 'true';
    const text = document.createElement('span');
    text.textContent = item.label;
    element.append(text);
    // The name is the label alone, not the key beside it.
    element.ariaLabel = item.label;
    if (item.kind === 'submenu') {
      element.ariaHasPopup = 'menu';
      element.ariaExpanded = 'false';
      element.append(drawMenu(item.items, item.label));
      continue;
    }
    element.dataset.choice = String(item.choice);
    if (item.checked !== null) {
      element.role = 'menuitemcheckbox';
      element.ariaChecked = String(item.checked);
    }
    const keys = document.createElement('kbd');
    keys.textContent = item.accelerator;
    element.append(keys);
  }
  return menu;
}

/** Puts a menu next to a place, moved or turned so that it stays within the window. */
export function placeMenu(menu: HTMLElement, anchor: DOMRect, side: 'below' | 'beside'): void {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const right = side === 'beside' ? anchor.right : anchor.left;
  const left = right + width <= innerWidth ? right : (side === 'beside' ? anchor.left : innerWidth) - width;
  const top = side === 'beside' ? anchor.top : anchor.bottom;
  menu.style.left = `${Math.max(0, left)}px`;
  menu.style.top = `${Math.max(0, Math.min(top, innerHeight - height))}px`;
}
