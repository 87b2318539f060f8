import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { HARD_NAMES } from "@mypacer/shared/testing/hard_names.ts";
import { matchName } from "./match.ts";
import { nameWords } from "./name_words.ts";
import { parseSearchText, QueryError } from "./query.ts";
import { spellingDistance } from "./index/edit_distance.ts";

Deno.test("spellingDistance() counts letters put in, left out, changed and swapped", () => {
  assertEquals(spellingDistance("lefevre", "lefevre"), 0);
  assertEquals(spellingDistance("lefevre", "lefebvre"), 1);
  assertEquals(spellingDistance("martin", "marin"), 1);
  assertEquals(spellingDistance("martin", "martyn"), 1);
  assertEquals(spellingDistance("martin", "matrin"), 1);
  assertEquals(spellingDistance("", "abc"), 3);
  assertEquals(spellingDistance("jean", "paul"), 4);
});

Deno.test("nameWords() makes the words of normalizeName() of names as they are written", () => {
  for (const name of HARD_NAMES.map(([name]) => name)) {
    const words = nameWords(name);
    assertEquals(words.map(({ text }) => text).join(" "), normalizeName(name), name);
    for (const { text, starts, ends } of words) {
      assertEquals([starts.length, ends.length], [text.length, text.length]);
    }
  }
});

Deno.test("nameWords() gives positions inside the name, whatever the name", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => {
    for (const { starts, ends } of nameWords(name)) {
      for (const [index, start] of starts.entries()) {
        const end = ends[index] ?? -1;
        assert(start >= 0 && end > start && end <= name.length);
      }
    }
  }));
});

Deno.test("matchName() lets each word of the name match once", () => {
  assertEquals(matchName(["jean", "martin"], "MARTIN Jean"), {
    closeness: 1,
    spans: [{ start: 0, end: 6 }, { start: 7, end: 11 }],
  });
  assertEquals(matchName(["jean", "jean"], "MARTIN Jean").closeness, 0.5);
  assertEquals(matchName(["xyz"], "MARTIN Jean"), { closeness: 0, spans: [] });
});

Deno.test("matchName() marks accents with their letters", () => {
  const name = "LEFE\u0300VRE Zoé";
  const { spans } = matchName(["lefe"], name);
  assertEquals(spans.map(({ start, end }) => name.slice(start, end)), ["LEFE\u0300"]);
});

Deno.test("parseSearchText() tells words, birth year and numbers apart", () => {
  assertEquals(parseSearchText("Lefèvre 1990 075999 jean", { minLetters: 2 }), {
    words: ["lefevre", "jean"],
    birthYear: 1990,
    numbers: ["075999"],
    unsearchableScript: false,
  });
  assertEquals(parseSearchText("1990", { minLetters: 2 }), {
    words: [],
    birthYear: null,
    numbers: ["1990"],
    unsearchableScript: false,
  });
  for (const text of ["🏃🏃", "Иван", "ж"]) {
    assertEquals(parseSearchText(text, { minLetters: 2 }), {
      words: [],
      birthYear: null,
      numbers: [],
      unsearchableScript: true,
    });
  }
  for (const text of ["", " ", "%", "é", "a\u0000b", "a b c d e f g h i"]) {
    assertThrows(() => parseSearchText(text, { minLetters: 2 }), QueryError);
  }
});
