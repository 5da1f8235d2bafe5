/** Does a piece of work for each item, so many at a time; results in the order of the items. */
export async function eachAtOnce<Item, Done>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Done>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  const waiting = [...items].entries();
  const run = async () => {
    for (const [index, item] of waiting) done[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return done;
}
