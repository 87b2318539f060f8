import { assertEquals, assertStrictEquals } from "@std/assert";
import { stateSearch } from "./table_fields.ts";
import {
  columns,
  DEFAULT_STATE,
  withAthlete,
  withAthleteShown,
  withoutAthlete,
  withRows,
} from "./table_state.ts";
import { durationText } from "./row_texts.ts";

Deno.test("stateSearch() is empty for the first table and writes only what differs", () => {
  assertEquals(stateSearch(DEFAULT_STATE), "");
  assertEquals(
    stateSearch({ ...DEFAULT_STATE, fastest: 200, custom: [7000, 3200], athletes: ["12", "3"] }),
    "?fast=3:20&d=7000,3200&athletes=12,3",
  );
});

Deno.test("durationText() writes what a field reads again, below a minute and above an hour", () => {
  assertEquals([180, 270.5, 59.96, 4.5, 28, 3600, 12_600].map(durationText), [
    "3:00",
    "4:30.5",
    "0:59.96",
    "0:04.5",
    "0:28",
    "1:00:00",
    "3:30:00",
  ]);
});

Deno.test("stateSearch() names the kind of rows, and its bounds only where they are not the usual ones", () => {
  assertEquals(stateSearch(withRows(DEFAULT_STATE, "speed", DEFAULT_STATE.over)), "?by=speed");
  assertEquals(stateSearch(withRows(DEFAULT_STATE, "time", 10_000)), "?by=time&over=10000");
  const marathon = withRows(DEFAULT_STATE, "time", 42_195);
  assertEquals([marathon.slowest, marathon.fastest, marathon.step], [16_200, 7800, 300]);
  assertEquals(stateSearch({ ...marathon, slowest: 14_400 }), "?by=time&slow=4:00:00");
});

Deno.test("withAthleteShown() hides and shows again, in the order of the athletes", () => {
  const two = { ...DEFAULT_STATE, athletes: ["2", "1"] };
  const hidden = withAthleteShown(withAthleteShown(two, "1", false), "2", false);
  assertEquals(stateSearch(hidden), "?athletes=2,1&off=2,1");
  assertEquals(withAthleteShown(hidden, "2", true).hidden, ["1"]);
  assertEquals(withoutAthlete(hidden, "1").hidden, ["2"]);
});

Deno.test("columns() sorts, and shows no distance twice under two lengths", () => {
  const lengths = columns({ shown: null, custom: [7000, 21_097, 1609.34, 7000, 50] });
  assertEquals(lengths, [...lengths].sort((a, b) => a - b));
  assertEquals(lengths.filter((meters) => meters === 7000).length, 1);
  assertEquals(lengths.filter((meters) => meters > 21_000 && meters < 21_200), [21_097.5]);
  assertEquals(lengths.filter((meters) => meters > 1600 && meters < 1610), [1609.344]);
  assertEquals(lengths[0], 50);
});

Deno.test("withAthlete() adds once, last; withoutAthlete() takes off", () => {
  const two = withAthlete(withAthlete(DEFAULT_STATE, "2"), "1");
  assertEquals(two.athletes, ["2", "1"]);
  assertStrictEquals(withAthlete(two, "2"), two);
  assertEquals(withoutAthlete(two, "2").athletes, ["1"]);
});
