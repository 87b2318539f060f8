import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { editDistance, spellingDistance } from "./edit_distance.ts";

const encoder = new TextEncoder();

/** The definition itself, without a table: what the last letters cost, then the rest. */
function defined(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const changed = defined(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1);
  const least = Math.min(changed, defined(a.slice(0, -1), b) + 1, defined(a, b.slice(0, -1)) + 1);
  return a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
    ? Math.min(least, defined(a.slice(0, -2), b.slice(0, -2)) + 1)
    : least;
}

const word = fc.string({ unit: fc.constantFrom(..."abc"), maxLength: 6 });

Deno.test("spellingDistance() is the number that its definition gives", () => {
  fc.assert(
    fc.property(word, word, (a, b) => assertEquals(spellingDistance(a, b), defined(a, b))),
    { numRuns: 300 },
  );
});

Deno.test("editDistance() counts up to the most that is of interest, of any part of a text", () => {
  fc.assert(
    fc.property(word, word, fc.nat(3), (typed, meant, most) => {
      const text = encoder.encode(`xa${meant}bx`);
      assertEquals(
        editDistance(encoder.encode(typed), { text, from: 2, to: 2 + meant.length, most }),
        Math.min(most + 1, defined(typed, meant)),
      );
    }),
    { numRuns: 300 },
  );
});

Deno.test("editDistance() takes the best beginning of a text where more may follow", () => {
  fc.assert(
    fc.property(word, word, fc.nat(3), (typed, meant, most) => {
      const beginnings = Array.from({ length: meant.length + 1 }, (_, end) => meant.slice(0, end));
      const best = Math.min(...beginnings.map((beginning) => defined(typed, beginning)));
      assertEquals(
        editDistance(encoder.encode(typed), { text: encoder.encode(meant), most, begun: true }),
        Math.min(most + 1, best),
      );
    }),
    { numRuns: 300 },
  );
});

Deno.test("spellingDistance() has room for long texts", () => {
  assertEquals(spellingDistance("ab".repeat(200), "ba".repeat(200)), 2);
  assertEquals(spellingDistance("a".repeat(300), "b".repeat(300)), 300);
});
