import type { KeyboardEvent } from 'react';

/** A label whose access key is underlined: the first such letter in it, in either case; behind it where it has none. */
export function AccessKeyLabel({ text, letter }: { readonly text: string; readonly letter: string }) {
  const at = text.toLowerCase().indexOf(letter);
  if (at === -1) {
    return (
      <span>
        {text}(<u>{letter.toUpperCase()}</u>)
      </span>
    );
  }
  return (
    <span>
      {text.slice(0, at)}
      <u>{text[at]}</u>
      {text.slice(at + 1)}
    </span>
  );
}

/** On macOS, Option and a letter types a character: there are no access keys. */
const hasAccessKeys = !navigator.platform.startsWith('Mac');

/**
 * Alt and a letter presses the button, or focuses the field, that has it as `data-access-key`. Belongs on the element
 * around them, as `onKeyDown`.
 */
export function pressAccessKey(event: KeyboardEvent<HTMLElement>): void {
  if (!hasAccessKeys || !event.altKey || event.ctrlKey || event.metaKey || !/^Key[A-Z]$/.test(event.code)) return;
  const letter = event.code.slice(-1).toLowerCase();
  const target = event.currentTarget.querySelector<HTMLElement>(`[data-access-key="${letter}"]`);
  if (target === null) return;
  event.preventDefault();
  if (target instanceof HTMLButtonElement) target.click();
  else if (target.tabIndex === 0) target.focus();
  else target.querySelector<HTMLElement>('input, [tabindex="0"]')?.focus();
}
