import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  canonicalDistance,
  DEFAULT_DISTANCES,
  distanceLabel,
  DISTANCES,
  HALF_MARATHON,
  LEGACY_DISTANCES,
  MARATHON,
  MILE,
  parseDistance,
  sameDistance,
} from "./distance.ts";
import { InputError } from "./input_error.ts";
import { writeInput } from "./write_input.ts";

Deno.test("lengths fixed by rule are exact", () => {
  assertEquals([MILE, HALF_MARATHON, MARATHON], [1609.344, 21097.5, 42195]);
  // A mile is 1760 yards of 0.9144 m.
  assertEquals(MILE, Number((1760 * 0.9144).toFixed(3)));
  assertEquals(HALF_MARATHON * 2, MARATHON);
});

Deno.test("LEGACY_DISTANCES are the 16 keys of the original service", () => {
  assertEquals(
    LEGACY_DISTANCES.map(String).join(" "),
    "100 200 300 400 500 600 800 1000 1500 1609.34 3000 5000 10000 20000 21097 42195",
  );
});

Deno.test("DISTANCES hold what a French runner expects, keys and labels unique", () => {
  const meters = (kind: string) =>
    DISTANCES.filter((distance) => distance.kind === kind).map(({ meters }) => meters);
  assertEquals(
    meters("track"),
    [100, 200, 300, 400, 500, 600, 800, 1000, 1500, 1609.344, 2000, 3000, 5000, 10000],
  );
  assertEquals(
    meters("road"),
    [5000, 10000, 15000, 20000, 21097.5, 25000, 30000, 42195, 50000, 100000],
  );
  for (const field of ["key", "fr", "en"] as const) {
    const values = DISTANCES.map(({ key, labels }) => field === "key" ? key : labels[field]);
    assertEquals(new Set(values).size, DISTANCES.length, field);
  }
  const labels = (key: string) => DISTANCES.find((distance) => distance.key === key)?.labels;
  assertEquals(labels("10000m"), { fr: "10\u202f000\u00a0m", en: "10,000\u00a0m" });
  assertEquals(labels("10km"), { fr: "10\u00a0km", en: "10\u00a0km" });
  assertEquals(labels("half"), { fr: "Semi", en: "Half" });
});

Deno.test("DEFAULT_DISTANCES go up, are exact, and hold all the original's", () => {
  assertEquals(DEFAULT_DISTANCES, [...DEFAULT_DISTANCES].sort((a, b) => a - b));
  for (const legacy of LEGACY_DISTANCES) {
    assert(DEFAULT_DISTANCES.some((meters) => sameDistance(meters, legacy)), String(legacy));
  }
  assertEquals(DEFAULT_DISTANCES.map(canonicalDistance), DEFAULT_DISTANCES);
});

Deno.test("canonicalDistance() knows the short forms, and only those", () => {
  assertEquals(canonicalDistance(21097), 21097.5);
  assertEquals(canonicalDistance(21097.5), 21097.5);
  assertEquals(canonicalDistance(1609.34), 1609.344);
  assertEquals(canonicalDistance(1609), 1609.344);
  assertEquals(canonicalDistance(42195), 42195);
  assertEquals(canonicalDistance(21100), 21100);
  assertEquals(canonicalDistance(1600), 1600);
});

Deno.test("sameDistance() tells short forms the same, near lengths apart", () => {
  assert(sameDistance(21097, 21097.5));
  assert(sameDistance(1609.344, 1609.34));
  assert(sameDistance(16093.44, 10 * MILE));
  assert(!sameDistance(1600, 1609.34));
  assert(!sameDistance(21000, 21097));
  assert(!sameDistance(5000, 5001));
});

Deno.test("distanceLabel() names distances in French and English", () => {
  const labels = (meters: number) => [distanceLabel(meters, "fr"), distanceLabel(meters, "en")];
  assertEquals(labels(400), ["400\u00a0m", "400\u00a0m"]);
  assertEquals(labels(1500), ["1\u202f500\u00a0m", "1500\u00a0m"]);
  assertEquals(labels(5000), ["5\u00a0km", "5\u00a0km"]);
  assertEquals(labels(7500), ["7,5\u00a0km", "7.5\u00a0km"]);
  assertEquals(labels(12345), ["12,345\u00a0km", "12.345\u00a0km"]);
  assertEquals(labels(250.5), ["250,5\u00a0m", "250.5\u00a0m"]);
  assertEquals(labels(21097.5), ["Semi", "Half"]);
  assertEquals(labels(21097), ["Semi", "Half"]);
  assertEquals(labels(42195), ["Marathon", "Marathon"]);
  assertEquals(labels(1609.34), ["Mile", "Mile"]);
  assertEquals(labels(16093.44), ["10\u00a0miles", "10\u00a0miles"]);
  assertEquals(labels(100000), ["100\u00a0km", "100\u00a0km"]);
  for (const meters of [0, -1, NaN, Infinity]) {
    assertThrows(() => distanceLabel(meters, "fr"), RangeError, "must be > 0");
  }
});

const TYPED: [text: string, meters: number][] = [
  ["400", 400],
  ["400m", 400],
  ["1500 m", 1500],
  ["1 500 m", 1500],
  ["1\u202f500\u00a0m", 1500],
  ["10 000", 10000],
  ["10 km", 10000],
  ["10km", 10000],
  ["10 KM", 10000],
  ["10k", 10000],
  ["7,5 km", 7500],
  ["7.5 km", 7500],
  ["21,0975 km", 21097.5],
  ["21.0975 km", 21097.5],
  ["42,195 km", 42195],
  ["0,4 km", 400],
  ["1609.34", 1609.34],
  ["1609,344 m", 1609.344],
  ["250,5 m", 250.5],
  ["semi", 21097.5],
  ["Semi-marathon", 21097.5],
  ["demi-marathon", 21097.5],
  ["half", 21097.5],
  ["Half Marathon", 21097.5],
  ["1/2 marathon", 21097.5],
  ["½ marathon", 21097.5],
  ["marathon", 42195],
  ["MARATHON", 42195],
  ["mile", 1609.344],
  ["1 mile", 1609.344],
  ["2 miles", 3218.688],
  ["10 mi", 16093.44],
  ["200 mètres", 200],
  ["200 metres", 200],
  ["10 kilomètres", 10_000],
  ["10 Kilometres", 10_000],
  ["10 kilometers", 10_000],
  ["1 kilomètre", 1000],
  ["10 kilométres", 10_000],
  ["42 km 195", 42_195],
  ["42km195", 42_195],
  ["42k195", 42_195],
  ["12 km 50 m", 12_050],
  ["21 km 97,5 m", 21_097.5],
  ["10 km route", 10_000],
  ["10 Km Route", 10_000],
  ["5 000 m (piste)", 5000],
  ["10 km sur route", 10_000],
  ["10 km,", 10_000],
  ["10 kms", 10_000],
  ["10 km.", 10_000],
  ["10 MILES", 16_093.44],
  // As they are said in miles: 13.1 and 26.2 stand for the exact lengths.
  ["13.1 miles", 21_097.5],
  ["26,2 mi", 42_195],
  ["Demi", 21_097.5],
  ["\u200e10\u200b km\ufeff", 10_000],
  ["１０ｋｍ", 10_000],
];

Deno.test("parseDistance() reads what visitors type", () => {
  for (const [text, meters] of TYPED) assertEquals(parseDistance(text), meters, text);
});

Deno.test("parseDistance() reads figures without a unit by what they can be", () => {
  const figures: [text: string, meters: number][] = [
    // A decimal comma or point in a small figure is a kilometer's.
    ["42,195", 42_195],
    ["42.195", 42_195],
    ["21,0975", 21_097.5],
    ["21,097", 21_097],
    ["21,1", 21_100],
    ["12,400", 12_400],
    ["1,5", 1500],
    // 1.500 km and 1 500 m are one length, and so on for every figure with three digits behind the
    // sign.
    ["1,500", 1500],
    ["10.000", 10_000],
    ["10,000", 10_000],
    // From a thousand on decimals are a meter's, as the address writes the mile.
    ["1609.344", 1609.344],
    ["1609,344", 1609.344],
    ["21097.5", 21_097.5],
  ];
  for (const [text, meters] of figures) assertEquals(parseDistance(text), meters, text);
});

Deno.test("parseDistance() reads thousands parted by a sign", () => {
  const figures: [text: string, meters: number][] = [
    ["1,500 m", 1500],
    ["1.500 m", 1500],
    ["42,195 m", 42_195],
    ["10,000 m", 10_000],
    ["1'500 m", 1500],
    ["10’000", 10_000],
    ["1.234,5 m", 1234.5],
    ["1,234.5 m", 1234.5],
  ];
  for (const [text, meters] of figures) assertEquals(parseDistance(text), meters, text);
});

Deno.test("parseDistance() refuses a length that could be two, and says which", () => {
  const two: [text: string, suggestions: string[]][] = [
    ["160,9", ["160,9 km", "160,9 m"]],
    ["402.34", ["402,34 km", "402,34 m"]],
    ["400,000 m", ["400 km", "400 m"]],
  ];
  for (const [text, suggestions] of two) {
    const error = assertThrows(() => parseDistance(text), InputError);
    assertEquals(error.reason, "ambiguous", text);
    assertEquals(error.suggestions.map((value) => writeInput(value, "fr")), suggestions, text);
  }
});

Deno.test("parseDistance() refuses what is no length above 0", () => {
  const wrong = [
    "",
    " ",
    "x",
    "-1000",
    "NaN",
    "Infinity",
    "1e3",
    "10 furlongs",
    "5constructor",
    "constructor",
    "__proto__",
    "10 km/h",
    "1 50 m",
    "9".repeat(5000),
  ];
  for (const text of wrong) {
    assertThrows(() => parseDistance(text), SyntaxError, "write for example", text.slice(0, 20));
  }
  for (const text of ["0", "0 km", "0,0 m"]) {
    assertThrows(() => parseDistance(text), SyntaxError, "must be above 0");
  }
});

Deno.test("parseDistance() reads back what distanceLabel() writes", () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.constantFrom("fr", "en"),
    (meters, language) => {
      assertEquals(parseDistance(distanceLabel(meters, language)), canonicalDistance(meters));
    },
  ));
});
