/** A prime above any number of questions of one kind. */
const STEP = 7919;

/** Questions that come kind by kind, in an order in which no kind follows itself. */
export function mixKinds<Item>(items: readonly Item[]): Item[] {
  return items.map((item, at) => ({ item, at: (at * STEP) % items.length }))
    .sort((a, b) => a.at - b.at).map(({ item }) => item);
}
