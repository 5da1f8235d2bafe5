/** The line that stands where something is missing; empty where nothing is. */
export const lostMark = (bytes: number) =>
  Buffer.from(bytes === 0 ? '' : `\n[Holdfast: ${bytes} bytes could not be written and are missing here.]\n`);
