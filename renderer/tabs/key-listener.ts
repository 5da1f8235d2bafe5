import type { AppInfo } from '#contract/channels.ts';
import { type KeyAction, keyAction } from './keys.ts';

/**
 * Performs the program's own keys, before the terminal could send them to the host; the returned function ends that.
 * In a text field, copying, pasting and the like stay the field's.
 */
export function listenForKeys(platform: AppInfo['platform'], perform: (action: KeyAction) => void): () => void {
  const handle = (event: KeyboardEvent) => {
    const action = keyAction(platform, event);
    if (action === null || (isTextAction(action) && isTextField(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    perform(action);
  };
  window.addEventListener('keydown', handle, { capture: true });
  return () => window.removeEventListener('keydown', handle, { capture: true });
}

const isTextAction = ({ kind }: KeyAction) => kind === 'copy' || kind === 'paste';

/** The terminal's own textarea is no text field of the program's. */
function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea') && target.closest('.terminal-view') === null
  );
}
