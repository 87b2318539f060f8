import { assertEquals } from "@std/assert";
import { countBits, letterBits } from "./bits.ts";
import { wordBytes } from "./testing/made_index.ts";

Deno.test("countBits() counts none, all, the highest and the lowest", () => {
  assertEquals([0, 1, 0x80000000, 0xffffffff, 0b1011].map(countBits), [0, 1, 1, 32, 3]);
});

Deno.test("letterBits() has one bit for each letter, however often it stands in the word", () => {
  // a = 97 = 3 * 32 + 1, and so on.
  assertEquals(letterBits(wordBytes("abba")), 0b110);
  assertEquals(letterBits(wordBytes("xabx"), 1, 3), 0b110);
});
