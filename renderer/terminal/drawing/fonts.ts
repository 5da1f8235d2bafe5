import '@fontsource-variable/jetbrains-mono/wght.css';
import '@fontsource-variable/jetbrains-mono/wght-italic.css';

/** The name that the bundled font has in CSS, and the one that people know it by. */
const bundledFamily = 'JetBrains Mono Variable';
const bundledName = 'JetBrains Mono';

/** The CSS font list for a profile's font: the font itself, then the bundled one, which has every cell the same width. */
export function fontList(family: string): string {
  const name = family.replace(/["\\]/g, '').trim();
  const own = name === '' || name === bundledName ? [] : [`"${name}"`];
  return [...own, `"${bundledFamily}"`, 'monospace'].join(', ');
}

/** Loads the bundled font. xterm.js measures its cells when it opens, so the font has to be there by then. */
export async function loadFonts(): Promise<void> {
  const faces = ['400', '700', 'italic 400', 'italic 700'].map((style) =>
    document.fonts.load(`${style} 14px "${bundledFamily}"`),
  );
  // A font that fails to load is replaced by the next in the list; the terminal works all the same.
  await Promise.allSettled(faces);
}
