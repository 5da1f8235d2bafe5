import type { Palette } from '#contract/settings/palette.ts';

/** The desktop's own colours, by CSS's names for them, as the page's colour scheme has them now. */
export function systemColours(): Palette & { readonly selection: string } {
  const probe = document.createElement('span');
  document.body.append(probe);
  const resolve = (name: string) => {
    probe.style.color = name;
    return hex(getComputedStyle(probe).color);
  };
  const [text, window] = [resolve('CanvasText'), resolve('Canvas')];
  const selection = resolve('Highlight');
  probe.remove();
  return {
    foreground: text,
    boldForeground: text,
    background: window,
    boldBackground: window,
    cursor: text,
    cursorText: window,
    selection,
  };
}

/** `rgb(1, 2, 3)` or with an alpha, as computed styles have it, as #rrggbb. */
const hex = (colour: string) =>
  `#${(colour.match(/\d+(\.\d+)?/g) ?? [])
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`;
