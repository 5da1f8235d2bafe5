import type { Bridge } from '#contract/channels/channels.ts';

declare global {
  interface Window {
    readonly holdfast: Bridge;
  }
}

/** The page's only way to main. Nothing else in the renderer reads `window.holdfast`. */
export const bridge: Bridge = window.holdfast;
