/**
 * Questions that come kind by kind, one of each kind in turn, in the order of their kind: whoever
 * answers only the first of them was asked as many of each.
 */
export function mixKinds<Item extends { kind: string }>(questions: readonly Item[]): Item[] {
  const counts = new Map<string, number>();
  return questions.map((question) => {
    const round = counts.get(question.kind) ?? 0;
    counts.set(question.kind, round + 1);
    return { question, round };
  }).sort((a, b) => a.round - b.round).map(({ question }) => question);
}
