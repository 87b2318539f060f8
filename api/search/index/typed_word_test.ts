import { assertEquals } from "@std/assert";
import { PENALTY } from "./penalties.ts";
import { type Stage, TypedWord } from "./typed_word.ts";
import { indexOf, wordBytes, wordText } from "./testing/made_index.ts";

const index = indexOf(
  ["MARTIN", "MARTINEAU", "MARTTIN", "MARTEN", "NARTIN", "SMARTING", "MORTON", "ROUX"]
    .map((name) => ({ name, club: 12 })),
);

/** What answers a word up to a stage, and at what cost. */
function answers(
  letters: string,
  { stage, open = false, glued = 0 }: { stage: Stage; open?: boolean; glued?: 0 | 1 },
): Record<string, number> {
  const costs = new Uint8Array(index.vocabulary.size);
  const word = new TypedWord(index, { word: wordBytes(letters), open, glued, costs });
  word.reach(stage, { alone: true });
  const found: Record<string, number> = {};
  for (let id = 0; id < index.vocabulary.size; id++) {
    const cost = word.costOf(id);
    if (cost !== 0) found[wordText(index.vocabulary.word(id))] = cost - 1;
  }
  word.clear();
  assertEquals(costs.some((cost) => cost !== 0), false);
  return found;
}

Deno.test("TypedWord is answered by the very word, and by its continuations while it may go on", () => {
  assertEquals(answers("martin", { stage: 0 }), { martin: PENALTY.exact });
  assertEquals(answers("martin", { stage: 0, open: true }), {
    martin: PENALTY.exact,
    martineau: PENALTY.unfinished,
  });
});

Deno.test("TypedWord costs one more when it was put together or taken apart", () => {
  assertEquals(answers("martin", { stage: 0, glued: 1 }), { martin: PENALTY.exact + 1 });
});

Deno.test("TypedWord is answered at the second stage by slips, sounds and abbreviations", () => {
  assertEquals(answers("martin", { stage: 1 }), {
    martin: PENALTY.exact,
    martineau: PENALTY.abbreviated,
    // A doubled letter is not heard.
    marttin: PENALTY.silentSlip,
    marten: PENALTY.slip,
    nartin: PENALTY.firstLetterSlip,
  });
  assertEquals(answers("rou", { stage: 1 }), { roux: PENALTY.silentEnd });
});

Deno.test("TypedWord is answered at the third stage by pieces, the dearer the more is missing", () => {
  const found = answers("martin", { stage: 2 });
  assertEquals(found["smarting"], PENALTY.fragment + 2);
  // Two slips are forgiven from eight letters.
  assertEquals(found["morton"], undefined);
  assertEquals(answers("martenau", { stage: 2 })["martineau"], PENALTY.twoSlips);
});

Deno.test("TypedWord counts the athletes who answer, and the members of clubs of that name", () => {
  const word = new TypedWord(index, {
    word: wordBytes("clermontois"),
    open: false,
    glued: 0,
    costs: new Uint8Array(index.vocabulary.size),
  });
  word.reach(0, { alone: true });
  assertEquals([word.postings, word.clubMembers, [...word.clubs]], [0, 8, [[2, PENALTY.club + 1]]]);
});
