/** Names of keys where Electron's accelerators, and the keys' own labels, have others. */
const shown: Readonly<Record<string, string>> = {
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  meta: 'Cmd',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  '+': 'Plus',
};

/** `ctrl+shift+t` as it is shown, and as Electron's menus want it: `Ctrl+Shift+T`. */
export function acceleratorOf(key: string): string {
  const parts = key.endsWith('++') ? [...key.slice(0, -2).split('+'), '+'] : key.split('+');
  return parts.map((part) => shown[part] ?? part.charAt(0).toUpperCase() + part.slice(1)).join('+');
}
