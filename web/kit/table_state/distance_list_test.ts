import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { distancesCode } from "../forms/distance_code.ts";
import { readColumns, readDistances } from "./distance_list.ts";
import type { Field } from "../forms/field.ts";

/** What was refused, and why; null when nothing was. */
function refusal({ problem }: Field<unknown>) {
  return problem === undefined ? null : [problem.code, problem.typed];
}

/** How a text was read, as it is written in French; nothing when as anybody expects. */
function note({ note }: Field<unknown>) {
  return note?.as.map((value) => writeInput(value, "fr"));
}

Deno.test("readDistances() takes a comma between digits for a decimal one where kilometers come of it", () => {
  const typed: [text: string, meters: number[], note: string[]][] = [
    ["42,195", [42_195], ["marathon"]],
    ["21,097", [21_097.5], ["semi"]],
    ["21,0975", [21_097.5], ["semi"]],
    ["12,400", [12_400], ["12,4 km"]],
    ["21,1", [21_100], ["21,1 km"]],
    ["42.195", [42_195], ["marathon"]],
    ["12,400 ; 42,195", [12_400, 42_195], ["12,4 km", "marathon"]],
    ["42,195, 12,4", [42_195, 12_400], ["marathon", "12,4 km"]],
  ];
  for (const [text, meters, as] of typed) {
    assertEquals(readDistances(text).value, meters, text);
    assertEquals(note(readDistances(text)), as, text);
  }
});

Deno.test("readDistances() reads what addresses hold, old ones included", () => {
  const addresses: [code: string, meters: number[]][] = [
    ["400,1000", [400, 1000]],
    ["7000,12000", [7000, 12_000]],
    ["1500,800", [1500, 800]],
    ["400,800,1200", [400, 800, 1200]],
    ["1609.344,5000", [1609.344, 5000]],
    ["402.336,805", [402.34, 805]],
    ["100m,400m", [100, 400]],
    ["402.34m", [402.34]],
  ];
  for (const [code, meters] of addresses) {
    assertEquals(readDistances(code), { value: meters }, code);
  }
  // Two short lengths in an old address: they are two, and the page says so.
  assertEquals(readDistances("100,400").value, [100, 400]);
  assertEquals(note(readDistances("100,400")), ["100 m", "400 m"]);
});

Deno.test("distancesCode() is read back as it was meant, and never in doubt", () => {
  const meters = fc.oneof(
    fc.integer({ min: 10, max: 1_000_000 }),
    fc.integer({ min: 10, max: 999 }),
    fc.integer({ min: 1000, max: 99_999 }).map((centimeters) => centimeters / 100),
    fc.integer({ min: 1_000_000, max: 9_999_999 }).map((millimeters) => millimeters / 1000),
    fc.constantFrom(21_097.5, 1609.344, 42_195),
  ).filter((length) => ![1609, 1609.3, 1609.34, 21_097].includes(length));
  fc.assert(fc.property(fc.uniqueArray(meters, { maxLength: 20 }), (distances) => {
    assertEquals(readDistances(distancesCode(distances)), { value: distances });
  }));
  assertEquals(distancesCode([7000, 12_000]), "7000,12000");
  assertEquals(distancesCode([60]), "60m");
});

Deno.test("readDistances() parts a list at signs, words and units", () => {
  const lists: [text: string, meters: number[]][] = [
    ["7,5 km ; 3200 m", [7500, 3200]],
    ["7 km, 12 km", [7000, 12_000]],
    ["7 km et 12 km", [7000, 12_000]],
    ["7 km / 12 km", [7000, 12_000]],
    ["semi, marathon", [21_097.5, 42_195]],
    ["semi,marathon", [21_097.5, 42_195]],
    ["7 km; 7000", [7000]],
    ["7000, ;12000,", [7000, 12_000]],
    [" ; ,; ", []],
  ];
  for (const [text, meters] of lists) assertEquals(readDistances(text).value, meters, text);
});

Deno.test("readDistances() names the distance that it refuses", () => {
  assertEquals(refusal(readDistances("7 km; blah")), ["distance", "blah"]);
  assertEquals(refusal(readDistances("7 km; 160,9")), ["ambiguous", "160,9"]);
  assertEquals(refusal(readDistances("0")), ["range", "0"]);
  assertEquals(refusal(readDistances("9 m")), ["range", "9 m"]);
  assertEquals(refusal(readDistances("9000 km")), ["range", "9000 km"]);
  const many = Array.from({ length: 21 }, (_, index) => 1000 + index).join(",");
  assertEquals(refusal(readDistances(many)), ["distances-many", "21"]);
});

Deno.test("readColumns() knows the official distances, by their short forms as well", () => {
  assertEquals(readColumns("400,1609,21097").value, [400, 1609.344, 21_097.5]);
  assertEquals(refusal(readColumns("400,123")), ["choice", "123"]);
});
