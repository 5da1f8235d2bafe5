import { ImageAddon } from '@xterm/addon-image';
import type { Profile } from '#contract/profile/profile.ts';
import { maxImagePayload } from '../guards/payload-guards.ts';
import type { PartContext, TerminalPart } from '../terminal-parts.ts';

/** The largest image, pixels: 16 MB once it is decoded. What claims more is dropped before it is. */
const maxPixels = 2048 * 2048;

/** Decoded images of one terminal, MB; the oldest go first. */
const storageMegabytes = 16;

/** Sixel graphics and iTerm's inline images, which xterm.js' own addon decodes and draws. */
export function createImages({ terminal }: PartContext, { inlineImages }: Profile): TerminalPart {
  let addon: ImageAddon | null = null;
  const show = (on: boolean) => {
    if (on === (addon !== null)) return;
    addon?.dispose();
    addon = on ? new ImageAddon(limits) : null;
    if (addon === null) return;
    terminal.loadAddon(addon);
    ignoreDamagedImages(addon);
  };
  show(inlineImages);
  return { apply: (next) => show(next.inlineImages), dispose: () => show(false) };
}

interface Handlers {
  readonly _handlers: ReadonlyMap<string, { end: (success: boolean) => boolean | Promise<boolean> }>;
}

/** The addon lets the browser's refusal of a damaged image go by as an error of the page. It is just no image. */
function ignoreDamagedImages(addon: ImageAddon): void {
  const handler = (addon as unknown as Handlers)._handlers.get('iip');
  const end = handler?.end.bind(handler);
  if (handler === undefined || end === undefined) return;
  handler.end = (success) => {
    const ended = end(success);
    return typeof ended === 'boolean' ? ended : ended.catch(() => true);
  };
}

const limits = {
  pixelLimit: maxPixels,
  storageLimit: storageMegabytes,
  sixelSizeLimit: maxImagePayload,
  iipSizeLimit: maxImagePayload,
} as const;
