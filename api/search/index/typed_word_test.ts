import { assertEquals } from "@std/assert";
import { PENALTY } from "./penalties.ts";
import { makeCosts, type Stage, TypedWord } from "./typed_word.ts";
import { indexOf, wordBytes, wordText } from "./testing/made_index.ts";

const index = indexOf(
  ["MARTIN", "MARTINEAU", "MARTTIN", "MARTEN", "NARTIN", "SMARTING", "MORTON", "ROUX"]
    .map((name) => ({ name, club: 12 })),
);

/** What matches a word up to a stage, and at what cost. */
function matchesOf(
  letters: string,
  { stage, unfinished = false, joinedOrSplit = 0 }: {
    stage: Stage;
    unfinished?: boolean;
    joinedOrSplit?: 0 | 1;
  },
): Record<string, number> {
  const costs = makeCosts(index);
  const word = new TypedWord(index, { word: wordBytes(letters), unfinished, joinedOrSplit, costs });
  word.findMatches(stage, { alone: true });
  const found: Record<string, number> = {};
  for (let id = 0; id < index.vocabulary.size; id++) {
    const cost = word.costOf(id);
    if (cost !== 0) found[wordText(index.vocabulary.word(id))] = cost - 1;
  }
  word.clear();
  assertEquals([...costs.words, ...costs.clubs].some((cost) => cost !== 0), false);
  return found;
}

Deno.test("TypedWord is matched by the very word, and by its continuations while it may go on", () => {
  assertEquals(matchesOf("martin", { stage: 0 }), { martin: PENALTY.exact });
  assertEquals(matchesOf("martin", { stage: 0, unfinished: true }), {
    martin: PENALTY.exact,
    martineau: PENALTY.unfinished,
  });
});

Deno.test("TypedWord costs one more when it was joined or split", () => {
  assertEquals(matchesOf("martin", { stage: 0, joinedOrSplit: 1 }), { martin: PENALTY.exact + 1 });
});

Deno.test("TypedWord is matched at the second stage by typos, sounds and abbreviations", () => {
  assertEquals(matchesOf("martin", { stage: 1 }), {
    martin: PENALTY.exact,
    martineau: PENALTY.abbreviated,
    // A doubled letter changes nothing of the sound.
    marttin: PENALTY.silentTypo,
    marten: PENALTY.typo,
    nartin: PENALTY.firstLetterTypo,
  });
  assertEquals(matchesOf("rou", { stage: 1 }), { roux: PENALTY.silentEnd });
});

Deno.test("TypedWord is matched at the third stage by pieces, the dearer the more is missing", () => {
  const found = matchesOf("martin", { stage: 2 });
  assertEquals(found["smarting"], PENALTY.fragment + 2);
  // Two typos are forgiven from eight letters.
  assertEquals(found["morton"], undefined);
  assertEquals(matchesOf("martenau", { stage: 2 })["martineau"], PENALTY.twoTypos);
});

Deno.test("TypedWord counts the athletes with a match, and the members of clubs of that name", () => {
  const word = new TypedWord(index, {
    word: wordBytes("clermontois"),
    unfinished: false,
    joinedOrSplit: 0,
    costs: makeCosts(index),
  });
  word.findMatches(0, { alone: true });
  assertEquals([word.postings, word.clubMembers, word.matchedClubs], [0, 8, [2]]);
  assertEquals(word.clubCosts[2], PENALTY.club + 1);
});
