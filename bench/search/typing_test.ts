import { assert, assertEquals } from "@std/assert";
import { Random } from "@mypacer/shared/testing/random.ts";
import { firstLetters, typeLetters } from "./typing.ts";

const target = { ffaId: "1", surname: "LE GOFF", given: "Anne", birthYear: 1990, club: null };

/** A source of chance that gives these numbers. */
function numbers(...values: number[]): Random {
  const random = new Random(0);
  random.next = () => values.shift() ?? 0;
  return random;
}

Deno.test("typeLetters() asks letter by letter from the third on, a space not at all", () => {
  // Surname first, typed whole, no slip.
  assertEquals(typeLetters(target, numbers(0, 0, 0.9)), [
    "le g",
    "le go",
    "le gof",
    "le goff",
    "le goff a",
    "le goff an",
    "le goff ann",
    "le goff anne",
  ]);
});

Deno.test("typeLetters() deletes a wrong key and what was typed behind it", () => {
  // Given name first, nothing of the surname; a slip at the last letter of ANNE, seen at once.
  assertEquals(typeLetters(target, numbers(0.9, 0.9, 0, 0, 0, 0, 0)), [
    "ann",
    "annz",
    "ann",
    "anne",
  ]);
});

Deno.test("firstLetters() is three letters of either name", () => {
  assertEquals(firstLetters(target, numbers(0)), "leg");
  assertEquals(firstLetters(target, numbers(0.9)), "ann");
  assertEquals(firstLetters({ ...target, given: "Jo" }, numbers(0.9)), null);
});

Deno.test("typeLetters() ends where the name stands", () => {
  const random = new Random(7);
  for (let times = 0; times < 200; times++) {
    const last = typeLetters(target, random).at(-1) ?? "";
    assert("le goff anne".startsWith(last) || "anne le goff".startsWith(last), last);
  }
});
