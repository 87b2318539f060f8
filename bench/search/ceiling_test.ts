import { assertEquals } from "@std/assert";
import { Census, measureCeiling } from "./ceiling.ts";
import type { Question } from "./kinds.ts";

const question = (kind: string, text: string): Question => ({
  kind,
  text,
  target: { ffaId: "1", surname: "", given: "", birthYear: 2000, club: null },
});

/** Twelve names that begin alike, of one person each but the last, which twenty have. */
const census = new Census([
  ...Array.from({ length: 11 }, (_, at) => ({
    name: `martin j${"abcdefghijk"[at]}`,
    people: 1,
  })),
  { name: "martin jean", people: 20 },
  { name: "martinot zoe", people: 1 },
]);

Deno.test("measureCeiling() shares ten places among all who may be meant", () => {
  // 31 people are called MARTIN J…; the ten most frequent of the twelve names have 29 of them.
  const ceiling = measureCeiling(census, [question("unfinished_name", "martin j")]);
  assertEquals(ceiling, {
    recall10: { unfinished_name: 0.9355 },
    person10: { unfinished_name: 0.3226 },
  });
});

Deno.test("Census.peopleMeant() holds beginnings and pieces apart", () => {
  assertEquals(census.peopleMeant(question("unfinished_surname", "martino")), [1]);
  assertEquals(census.peopleMeant(question("unfinished_name", "martin je")), [20, 1]);
  assertEquals(census.peopleMeant(question("fragments", "rtino z")), [1]);
  assertEquals(census.peopleMeant(question("fragments", "martino z")), [], "from inside only");
  assertEquals(census.peopleMeant(question("exact", "martin jean")), []);
});
