import { assertEquals } from "@std/assert";
import { MAX_READINGS } from "./best_rows.ts";
import { type MakeWord, Readings } from "./readings.ts";
import { makeCosts, TypedWord } from "./typed_word.ts";
import { indexOf, wordBytes, wordText } from "./testing/made_index.ts";

/**
 * Reads a query; a reading is written as its words, `…` behind one that may go on, `+` before one
 * put together.
 */
function readingsOf(query: string, names: readonly string[]) {
  const index = indexOf(names.map((name) => ({ name })));
  const makeWord: MakeWord = (letters, { unfinished, joinedOrSplit }) =>
    new TypedWord(index, {
      word: wordBytes(letters),
      unfinished,
      joinedOrSplit,
      costs: makeCosts(index),
    });
  const readings = new Readings(query.split(" "), { index, makeWord });
  return {
    readings,
    written: () =>
      readings.all.map((words) =>
        words.map(({ word, unfinished, joinedOrSplit }) =>
          `${joinedOrSplit === 1 ? "+" : ""}${wordText(word)}${unfinished ? "…" : ""}`
        ).join(" ")
      ),
  };
}

Deno.test("Readings begins with the words as typed, the last of which may go on", () => {
  assertEquals(readingsOf("le goff yann", ["LE GOFF Yann"]).written(), ["le goff yann…"]);
});

Deno.test("Readings.join() reads neighbours as one word where the directory has it", () => {
  const { readings, written } = readingsOf("le goff anne marie", ["LEGOFF Annemarie"]);
  readings.join(0);
  assertEquals(written(), [
    "le goff anne marie…",
    "+legoff anne marie…",
    "le goff +annemarie",
    "+legoff +annemarie",
  ]);
});

Deno.test("Readings.join() lets two words go on that begin with a short one", () => {
  const { readings, written } = readingsOf("le gof", ["LEGOFF Yann"]);
  readings.join(0);
  assertEquals(written(), ["le gof…", "+legof…"]);
});

Deno.test("Readings.split() takes a word apart that is none, and two letters into initials", () => {
  const names = ["MARTIN Jean", "MARTINE Zoe", "JEANNE Tin", "MARC Martinjeanne"];
  const split = (query: string) => {
    const { readings, written } = readingsOf(query, names);
    readings.split();
    return written();
  };
  assertEquals(split("martinjean"), ["martinjean…", "+martin +jean…"]);
  assertEquals(split("jb martin"), ["jb martin…", "+j +b martin…"]);
  // A word of the directory is taken as it is.
  assertEquals(split("martinjeanne"), ["martinjeanne…"]);
});

Deno.test("Readings stops at as many as a found row can name", () => {
  const words = Array.from({ length: 40 }, () => "jb").join(" ");
  const { readings } = readingsOf(words, ["MARTIN Jean"]);
  readings.split();
  assertEquals(readings.all.length, MAX_READINGS);
});
