const lineFeed = 0x0a;

/**
 * How many of these bytes go into a file of this size; what is left goes into the next one. Lines are kept whole but
 * for those that are longer than half a file. `limit`: bytes, many times a header's; 0: none.
 */
export function cutForRotation(bytes: Uint8Array, size: number, limit: number): number {
  if (limit === 0 || size + bytes.length <= limit) return bytes.length;
  const room = Math.max(0, limit - size);
  const lineEnd = room === 0 ? 0 : bytes.lastIndexOf(lineFeed, room - 1) + 1;
  if (lineEnd > 0) return lineEnd;
  return room >= limit / 2 ? room : 0;
}
