import type { DialogAnswer, DialogForm } from '../link/wire.ts';
import type { Overlay } from './overlay.ts';

/** Draws a modal dialog in place of a native one. */
export function showDialog(overlay: Overlay, form: DialogForm, answer: (answer: DialogAnswer) => void): void {
  const create = <K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  const labelled = (label: string, input: HTMLInputElement) => {
    const element = create('label', label);
    if (input.type === 'checkbox') element.prepend(input);
    else element.append(input);
    return element;
  };

  const backdrop = create('div');
  backdrop.className = 'backdrop';
  const dialog = create('div');
  dialog.role = 'dialog';
  dialog.ariaModal = 'true';
  dialog.ariaLabel = form.title || form.message;
  if (form.title !== '') dialog.append(create('h1', form.title));
  if (form.message !== '') dialog.append(create('p', form.message));
  if (form.detail !== '') dialog.append(create('p', form.detail));

  const path = create('input');
  path.value = form.path?.value ?? '';
  path.spellcheck = false;
  if (form.path) dialog.append(labelled(form.path.label, path));
  const checkbox = create('input');
  checkbox.type = 'checkbox';
  checkbox.checked = form.checkbox?.checked ?? false;
  if (form.checkbox) dialog.append(labelled(form.checkbox.label, checkbox));

  const buttons = form.buttons.map((label) => create('button', label));
  const row = create('footer');
  row.append(...buttons);
  dialog.append(row);
  backdrop.append(dialog);

  const finish = (button: number) => {
    const given = { button, path: path.value, checked: checkbox.checked };
    overlay.close();
    answer(given);
  };
  overlay.open(backdrop, {
    onKey: (event) => {
      if (event.key === 'Escape') finish(form.cancelButton);
      if (event.key === 'Enter' && !(overlay.root.activeElement instanceof HTMLButtonElement))
        finish(form.defaultButton);
      if (event.key === 'Tab') {
        event.preventDefault();
        const stops = [...dialog.querySelectorAll<HTMLElement>('input, button')];
        const at = stops.indexOf(overlay.root.activeElement as HTMLElement);
        stops.at((at + (event.shiftKey ? stops.length - 1 : 1)) % stops.length)?.focus();
      }
    },
    onClick: (target) => {
      const button = buttons.indexOf(target as HTMLButtonElement);
      if (button >= 0) finish(button);
    },
    onHover: () => undefined,
    onOutside: () => undefined,
  });
  (form.path ? path : (buttons[form.defaultButton] ?? dialog)).focus();
}
