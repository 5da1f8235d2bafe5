/** Three numbers from 0 to 255, as `187,0,0`, as a colour; null if they are not. */
export function colourOf(numbers: string): string | null {
  const parts = numbers.split(',').map((part) => (/^\s*\d{1,3}\s*$/.test(part) ? Number(part) : Number.NaN));
  const isColour = parts.length === 3 && parts.every((part) => part <= 255);
  return isColour ? `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}` : null;
}
