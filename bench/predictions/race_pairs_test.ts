import { assertEquals, assertThrows } from "@std/assert";
import { PairFileError, parseRacePairs } from "./race_pairs.ts";

const HEADER = "sex,age,distance_m,time_s,first_distance_m,first_time_s,first_days_before," +
  "second_distance_m,second_time_s,second_days_before";

Deno.test("parseRacePairs() reads a race with its two results", () => {
  const text = `\uFEFF${HEADER}\r\nF,38,42195,13000,21097.5,6000,28,10000,2700,63\r\n`;
  assertEquals(parseRacePairs(text, "races.csv"), [{
    sex: "F",
    age: 38,
    race: { distance: 42_195, time: 13_000 },
    first: { distance: 21_097.5, time: 6000 },
    second: { distance: 10_000, time: 2700 },
  }]);
});

Deno.test("parseRacePairs() reads columns in any order, and takes no sex and no age for unknown", () => {
  const text = "time_s,distance_m,second_time_s,second_distance_m,first_time_s,first_distance_m," +
    "age,sex\n13000,42195,2700,10000,6000,21097.5,,\n";
  const [pair] = parseRacePairs(text, "races.csv");
  assertEquals([pair?.sex, pair?.age, pair?.race.time, pair?.second.distance], [
    null,
    null,
    13_000,
    10_000,
  ]);
});

const good = "M,40,42195,13000,21097.5,6000,28,10000,2700,63";
for (
  const [what, text, message] of [
    ["an empty file", "", "races.csv, line 1: missing: sex, age, distance_m"],
    ["a missing column", HEADER.replace("age,", ""), "races.csv, line 1: missing: age"],
    ["no race", `${HEADER}\n\n`, "races.csv: no race"],
    ["a short line", `${HEADER}\n${good}\nM,40\n`, "races.csv, line 3: 2 values for 10 columns"],
    [
      "a time of 0",
      `${HEADER}\n${good.replace("13000", "0")}`,
      'line 2: time_s is "0"; accepted: a number above 0',
    ],
    ["a time as text", `${HEADER}\n${good.replace("13000", "3:36:40")}`, 'time_s is "3:36:40"'],
    ["a missing time", `${HEADER}\n${good.replace("13000", "")}`, 'time_s is ""'],
    ["an unknown sex", `${HEADER}\n${good.replace("M", "H")}`, 'line 2: sex is "H"; accepted'],
  ] as const
) {
  Deno.test(`parseRacePairs() names the line of ${what}`, () => {
    assertThrows(() => parseRacePairs(text, "races.csv"), PairFileError, message);
  });
}
