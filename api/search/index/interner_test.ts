import { assertEquals } from "@std/assert";
import { Interner } from "./interner.ts";
import { wordBytes } from "./testing/made_index.ts";

Deno.test("Interner gives one number to one text, also after its table grew", () => {
  const interner = new Interner();
  const intern = (word: string) => {
    const text = wordBytes(`<${word}>`);
    return interner.intern(text, 1, text.length - 1);
  };
  const words = Array.from({ length: 40_000 }, (_, at) => `word${at}`);
  assertEquals(words.map(intern), words.map((_, at) => at));
  assertEquals(words.map(intern), words.map((_, at) => at));
  assertEquals([intern(""), intern(""), interner.size], [40_000, 40_000, 40_001]);
});
