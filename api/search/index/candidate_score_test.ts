import { assertEquals } from "@std/assert";
import { scoreCandidate, type WordMatch } from "./candidate_score.ts";
import { orderOf, PENALTY } from "./penalties.ts";
import { makeCosts, TypedWord } from "./typed_word.ts";
import { indexOf, wordBytes } from "./testing/made_index.ts";

const index = indexOf([
  { name: "LE GOFF Anne", club: 12 },
  { name: "MARTIN Martine", club: 11 },
]);

/** Words of a query, each with all that may match it. */
const typed = (...words: string[]) =>
  words.map((letters, at) => {
    const word = new TypedWord(index, {
      word: wordBytes(letters),
      unfinished: at === words.length - 1,
      joinedOrSplit: 0,
      costs: makeCosts(index),
    });
    word.findMatches(2, { alone: words.length === 1 });
    return word;
  });

Deno.test("scoreCandidate() gives 0 to the very name, and counts what is left over", () => {
  const all = { leftOver: 0, startsElsewhere: false, rareness: 0 };
  assertEquals(
    scoreCandidate(index, 0, { typed: typed("goff", "anne", "le"), missing: 0 }),
    orderOf(0, all),
  );
  assertEquals(
    scoreCandidate(index, 0, { typed: typed("goff", "anne"), missing: 0 }),
    orderOf(0, { leftOver: 1, startsElsewhere: true, rareness: 0 }),
  );
});

Deno.test("scoreCandidate() lets each word of the name match one typed word", () => {
  assertEquals(scoreCandidate(index, 0, { typed: typed("anne", "anne"), missing: 0 }), -1);
  // The second `martin` is matched by the beginning of the given name.
  assertEquals(
    scoreCandidate(index, 1, { typed: typed("martin", "martin"), missing: 0 }),
    orderOf(PENALTY.unfinished, { leftOver: 0, startsElsewhere: false, rareness: 0 }),
  );
});

Deno.test("scoreCandidate() takes the club's name where the athlete's does not match", () => {
  const matches: WordMatch[] = [];
  const order = scoreCandidate(index, 0, {
    typed: typed("clermontois", "goff"),
    missing: 0,
    matches,
  });
  assertEquals(order, orderOf(PENALTY.club, { leftOver: 2, startsElsewhere: true, rareness: 0 }));
  assertEquals(matches.map(({ word, places }) => [word === null, places]), [[true, 0], [false, 2]]);
});

Deno.test("scoreCandidate() lets as many words be missing as it is told, at their cost", () => {
  const words = typed("goff", "quelconque");
  assertEquals(scoreCandidate(index, 0, { typed: words, missing: 0 }), -1);
  assertEquals(
    scoreCandidate(index, 0, { typed: words, missing: 1 }),
    orderOf(PENALTY.missing, { leftOver: 2, startsElsewhere: true, rareness: 0 }),
  );
});

Deno.test("scoreCandidate() adds how rare the words are that are not as typed", () => {
  assertEquals(
    scoreCandidate(index, 0, { typed: typed("gofff", "le", "anne"), missing: 0 }),
    orderOf(PENALTY.silentTypo, { leftOver: 0, startsElsewhere: false, rareness: 15 }),
  );
});
