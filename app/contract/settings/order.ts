/** Names at most in an order that is read: more than SSH has algorithms of any kind. */
const maxNames = 100;

/** Whether this can be read as an order: a list of short names. */
export const isNameList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= maxNames &&
  value.every((name) => typeof name === 'string' && name.length > 0 && name.length <= 128);

/**
 * An order of another version, or of another program, made one of this: names that are not known are dropped, and each
 * that is missing goes behind the one that it follows in `standard`, as in PuTTY.
 */
export function completeOrder(standard: readonly string[], given: readonly string[]): readonly string[] {
  const order = [...new Set(given)].filter((name) => standard.includes(name));
  for (const [index, name] of standard.entries()) {
    if (order.includes(name)) continue;
    const before = standard[index - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  }
  return order;
}
