import { assertEquals } from "@std/assert";
import { type Answer, weigh } from "./answers.ts";
import { orderOf, PENALTY, scoreOf } from "./penalties.ts";
import { TypedWord } from "./typed_word.ts";
import { indexOf, wordBytes } from "./testing/made_index.ts";

const index = indexOf([
  { name: "LE GOFF Anne", club: 12 },
  { name: "MARTIN Martine", club: 11 },
]);

/** Words of a query, each with all that may answer it. */
const typed = (...words: string[]) =>
  words.map((letters, at) => {
    const word = new TypedWord(index, {
      word: wordBytes(letters),
      open: at === words.length - 1,
      glued: 0,
      costs: new Uint8Array(index.vocabulary.size),
    });
    word.reach(2, { alone: words.length === 1 });
    return word;
  });

Deno.test("weigh() gives 0 to the very name, and counts what is left over", () => {
  const all = { leftOver: 0, startsElsewhere: false, rareness: 0 };
  assertEquals(
    weigh(index, 0, { typed: typed("goff", "anne", "le"), missing: 0 }),
    orderOf(0, all),
  );
  assertEquals(
    weigh(index, 0, { typed: typed("goff", "anne"), missing: 0 }),
    orderOf(0, { leftOver: 1, startsElsewhere: true, rareness: 0 }),
  );
});

Deno.test("weigh() lets each word of the name answer one typed word", () => {
  assertEquals(weigh(index, 0, { typed: typed("anne", "anne"), missing: 0 }), -1);
  // The second `martin` is answered by the beginning of the given name.
  assertEquals(
    weigh(index, 1, { typed: typed("martin", "martin"), missing: 0 }),
    orderOf(PENALTY.unfinished, { leftOver: 0, startsElsewhere: false, rareness: 0 }),
  );
});

Deno.test("weigh() takes the club's name where the athlete's does not answer", () => {
  const answers: Answer[] = [];
  const order = weigh(index, 0, { typed: typed("clermontois", "goff"), missing: 0, answers });
  assertEquals(order, orderOf(PENALTY.club, { leftOver: 2, startsElsewhere: true, rareness: 0 }));
  assertEquals(answers.map(({ word, places }) => [word === null, places]), [[true, 0], [false, 2]]);
});

Deno.test("weigh() lets as many words be missing as it is told, at their cost", () => {
  const words = typed("goff", "quelconque");
  assertEquals(weigh(index, 0, { typed: words, missing: 0 }), -1);
  assertEquals(
    weigh(index, 0, { typed: words, missing: 1 }),
    orderOf(PENALTY.missing, { leftOver: 2, startsElsewhere: true, rareness: 0 }),
  );
});

Deno.test("weigh() adds how rare the words are that are not as typed", () => {
  assertEquals(
    weigh(index, 0, { typed: typed("gofff", "le", "anne"), missing: 0 }),
    orderOf(PENALTY.silentSlip, { leftOver: 0, startsElsewhere: false, rareness: 15 }),
  );
});

Deno.test("orderOf() puts cost before what is left over, that before the first word, that before rareness", () => {
  const none = { leftOver: 0, startsElsewhere: false, rareness: 0 };
  const orders = [
    orderOf(0, none),
    orderOf(0, { ...none, rareness: 99 }),
    orderOf(0, { ...none, startsElsewhere: true }),
    orderOf(0, { ...none, leftOver: 1 }),
    orderOf(0, { leftOver: 99, startsElsewhere: true, rareness: 99 }),
    orderOf(1, none),
  ];
  assertEquals(orders, [0, 15, 16, 32, 511, 512]);
});

Deno.test("scoreOf() is 1 for the very name and half a little beyond one slip", () => {
  assertEquals([scoreOf(0), scoreOf(48_000), scoreOf(144_000)], [1, 0.5, 0.25]);
});
