import type { Profile } from '#contract/profile/profile.ts';
import type { TerminalPart } from '../terminal-parts.ts';

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Hides the mouse pointer over a terminal from a key until the mouse moves, where the profile says so. */
export function hidePointer(element: HTMLElement, profile: Profile): TerminalPart {
  let isWanted = profile.hidePointer;
  const undo = new AbortController();
  const options = { capture: true, signal: undo.signal };
  const show = () => element.classList.remove('pointer-hidden');
  const handleKey = ({ key }: KeyboardEvent) => {
    if (isWanted && !modifiers.has(key)) element.classList.add('pointer-hidden');
  };
  element.addEventListener('keydown', handleKey, options);
  element.addEventListener('mousemove', show, options);
  return {
    apply: (next) => {
      isWanted = next.hidePointer;
      if (!isWanted) show();
    },
    dispose: () => undo.abort(),
  };
}
