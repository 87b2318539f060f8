import { assertAlmostEquals, assertEquals } from "@std/assert";
import { readCalculation } from "./calculation.ts";

const race = (distance: number, seconds: number) =>
  ({ kind: "race", distance, time: seconds * 100 }) as const;

Deno.test("readCalculation() reads a race in either order, with words between", () => {
  for (
    const [text, distance, seconds] of [
      ["10 km en 42'30", 10_000, 2550],
      ["10km 42:30", 10_000, 2550],
      ["42'30 au 10 km", 10_000, 2550],
      ["10k in 42:30", 10_000, 2550],
      ["marathon 3h15", 42_195, 11_700],
      ["Marathon : 3:15", 42_195, 11_700],
      ["semi 1h29'50\"", 21_097.5, 5390],
      ["1h29 semi", 21_097.5, 5340],
      ["5000 m 17'21", 5000, 1041],
      ["10 km en 45", 10_000, 2700],
    ] as const
  ) assertEquals(readCalculation(text), race(distance, seconds), text);
});

Deno.test("readCalculation() reads a distance and the pace or speed it is run at", () => {
  for (
    const [text, distance, seconds] of [
      ["10 km à 15 km/h", 10_000, 2400],
      ["10km at 15km/h", 10_000, 2400],
      ["marathon à 5'00/km", 42_195, 12_658.5],
      ["5 km @ 4:30/km", 5000, 1350],
      ["5k@4:30/km", 5000, 1350],
      ["4'15 au km sur 10 km", 10_000, 2550],
      ["10 miles at 7:00 per mile", 16_093.44, 4200],
      ["12 km/h sur marathon", 42_195, 12_658.5],
    ] as const
  ) assertEquals(readCalculation(text), race(distance, seconds), text);
});

Deno.test("readCalculation() reads paces and speeds that say what they are", () => {
  for (
    const [text, pace] of [
      ["4'15/km", 255],
      ["4:15 /km", 255],
      ["4'15", 255],
      ["4:15", 255],
      ["16 km/h", 225],
      ["16,5 km/h", 3600 / 16.5],
      ["10 mph", 3600 / 16.09344],
      ["7:15/mi", 435 / 1.609344],
      ["7:15 per mile", 435 / 1.609344],
      ["4'15 par km", 255],
    ] as const
  ) {
    const read = readCalculation(text);
    assertEquals(read?.kind, "pace", text);
    if (read?.kind === "pace") assertAlmostEquals(read.pace, pace, 1e-9);
  }
});

Deno.test("readCalculation() reads distances by unit and name", () => {
  for (
    const [text, distance] of [
      ["semi", 21_097.5],
      ["Marathon", 42_195],
      ["10 km", 10_000],
      ["5000m", 5000],
      ["mile", 1609.344],
      ["10 miles", 16_093.44],
      ["half marathon", 21_097.5],
    ] as const
  ) assertEquals(readCalculation(text), { kind: "distance", distance }, text);
});

Deno.test("readCalculation() leaves names, years, numbers and impossible races to the search", () => {
  for (
    const text of [
      "",
      "lefevr jean batiste",
      "martin 1990",
      "Miles Davis",
      "Halfon Marc",
      "Marathon Club 1990",
      "1990",
      "77913158",
      "075999",
      "16",
      "4.30",
      "dupont 10",
      "marathon 1h30",
      "10 km en 5h",
      "10 km en 2'",
      "https://www.athle.fr/athletes/70001989",
      "4'75/km",
      "10 km à 40 km/h",
      "martin à 15 km/h",
      "x".repeat(60),
    ]
  ) assertEquals(readCalculation(text), null, text);
});
