/** CSS pixels of a length in rem, for what reckons with heights that style sheets give. */
export const remToPixels = (rem: number): number =>
  rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
