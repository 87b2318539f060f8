import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  AGE_CATEGORIES,
  birthYearRange,
  categoryLabel,
  categoryOf,
  MAX_AGE,
  narrowBirthYears,
  parseCategory,
} from "./category.ts";

const AGES: [code: string, youngest: number, oldest: number][] = [
  ["BB", 0, 6],
  ["EA", 7, 9],
  ["PO", 10, 11],
  ["BE", 12, 13],
  ["MI", 14, 15],
  ["CA", 16, 17],
  ["JU", 18, 19],
  ["ES", 20, 22],
  ["SE", 23, 34],
  ["M0", 35, 39],
  ["M1", 40, 44],
  ["M2", 45, 49],
  ["M3", 50, 54],
  ["M4", 55, 59],
  ["M5", 60, 64],
  ["M6", 65, 69],
  ["M7", 70, 74],
  ["M8", 75, 79],
  ["M9", 80, 84],
  ["M10", 85, 120],
];

Deno.test("categoryOf() follows the federation's ages at both ends of each category", () => {
  assertEquals(AGE_CATEGORIES.length, AGES.length);
  for (const [code, youngest, oldest] of AGES) {
    assertEquals(categoryOf(2026 - youngest, 2026), code, `${code} at ${youngest}`);
    assertEquals(categoryOf(2026 - oldest, 2026), code, `${code} at ${oldest}`);
  }
});

Deno.test("categoryOf() refuses ages nobody has", () => {
  for (const year of [2027, 2026 - MAX_AGE - 1, NaN, 1990.5]) {
    assertThrows(() => categoryOf(year, 2026), RangeError, `birth year ${year} in season 2026`);
  }
});

Deno.test("birthYearRange() gives the years of a category", () => {
  assertEquals(birthYearRange("ES", 2026), { min: 2004, max: 2006 });
  assertEquals(birthYearRange("SE", 2026), { min: 1992, max: 2003 });
  assertEquals(birthYearRange("M0", 2026), { min: 1987, max: 1991 });
  assertEquals(birthYearRange("M10", 2026), { min: 1906, max: 1941 });
  assertEquals(birthYearRange("MA", 2026), { min: 1906, max: 1991 });
  assertEquals(birthYearRange("V1", 2019), { min: 1970, max: 1979 });
  assertThrows(() => birthYearRange("XX", 2026), RangeError, "category XX in season 2026");
  assertThrows(() => birthYearRange("TC", 2026), RangeError);
});

Deno.test("birthYearRange() reaches to 39 for seniors before there were masters of 35", () => {
  assertEquals(birthYearRange("SE", 2019), { min: 1980, max: 1996 });
  assertEquals(birthYearRange("SE", 2020), { min: 1986, max: 1997 });
});

Deno.test("birthYearRange() holds the birth year categoryOf() was given", () => {
  const season = fc.integer({ min: 2004, max: 2100 });
  fc.assert(fc.property(season, fc.integer({ min: 0, max: MAX_AGE }), (season, age) => {
    const { min, max } = birthYearRange(categoryOf(season - age, season), season);
    assertEquals(min <= season - age && season - age <= max, true);
  }));
});

Deno.test("narrowBirthYears() keeps what both seasons allow", () => {
  const junior2025 = birthYearRange("JU", 2025);
  const espoir2026 = birthYearRange("ES", 2026);
  assertEquals(narrowBirthYears(junior2025, espoir2026), { min: 2006, max: 2006 });
  assertEquals(narrowBirthYears(junior2025, null), junior2025);
  assertEquals(narrowBirthYears(null, junior2025), junior2025);
  assertEquals(narrowBirthYears(null, null), null);
  // A junior cannot be a master a year later.
  assertEquals(narrowBirthYears(junior2025, birthYearRange("M0", 2026)), null);
});

Deno.test("narrowBirthYears() never loses the true year over the seasons, in any order", () => {
  const seasons = fc.uniqueArray(fc.integer({ min: 2004, max: 2026 }), { minLength: 1 });
  fc.assert(fc.property(fc.integer({ min: 1920, max: 2003 }), seasons, (birthYear, seasons) => {
    const ranges = seasons.map((season) => birthYearRange(categoryOf(birthYear, season), season));
    const narrow = (list: typeof ranges) => list.reduce(narrowBirthYears, null);
    const range = narrow(ranges);
    assertEquals(range !== null && range.min <= birthYear && birthYear <= range.max, true);
    assertEquals(narrow(ranges.toReversed()), range);
  }));
});

Deno.test("parseCategory() reads code and sex in every published form", () => {
  const forms: [text: string, code: string, sex: "M" | "F" | null][] = [
    ["SEM", "SE", "M"],
    ["ESF", "ES", "F"],
    ["M0M", "M0", "M"],
    ["M10F", "M10", "F"],
    ["MIM", "MI", "M"],
    ["MIF", "MI", "F"],
    ["MAM", "MA", "M"],
    ["ES/F", "ES", "F"],
    ["ES / F", "ES", "F"],
    ["M3/M", "M3", "M"],
    ["CA", "CA", null],
    ["M0", "M0", null],
    ["MA (M0)", "M0", null],
    ["V2M", "V2", "M"],
    ["SEX", "SE", null],
    [" sem\u00a0", "SE", "M"],
  ];
  for (const [text, code, sex] of forms) assertEquals(parseCategory(text), { code, sex }, text);
});

Deno.test("parseCategory() gives null where there is no single category", () => {
  for (const text of ["", " ", "-", "TC", "TCM", "TCX"]) assertEquals(parseCategory(text), null);
});

Deno.test("parseCategory() refuses unknown categories", () => {
  for (const text of ["XX", "M11M", "SEMI", "S", "2004", "ES/F/04", "M".repeat(5000)]) {
    assertThrows(() => parseCategory(text), SyntaxError, "Cannot read category", text);
  }
});

Deno.test("categoryLabel() names categories in both languages", () => {
  assertEquals(categoryLabel("SE", "fr"), "Seniors");
  assertEquals(categoryLabel("JU", "fr"), "Juniors");
  assertEquals(categoryLabel("JU", "en"), "Under 20");
  assertEquals(categoryLabel("M0", "fr"), "Masters 0 (35-39\u00a0ans)");
  assertEquals(categoryLabel("M10", "en"), "Masters 85+");
  assertEquals(categoryLabel("XX", "fr"), "XX");
});
