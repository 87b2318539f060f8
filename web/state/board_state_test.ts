import { assertEquals, assertStrictEquals } from "@std/assert";
import {
  columns,
  DEFAULT_STATE,
  paceText,
  stateSearch,
  withAthlete,
  withoutAthlete,
} from "./board_state.ts";

Deno.test("stateSearch() is empty for the first table and writes only what differs", () => {
  assertEquals(stateSearch(DEFAULT_STATE), "");
  assertEquals(
    stateSearch({ ...DEFAULT_STATE, fastest: 200, custom: [7000, 3200], athletes: ["12", "3"] }),
    "?fast=3:20&d=7000,3200&athletes=12,3",
  );
});

Deno.test("paceText() carries to the minute", () => {
  assertEquals([180, 270.5, 59.96, 3600].map(paceText), ["3:00", "4:30.5", "1:00", "60:00"]);
});

Deno.test("columns() sorts, and shows no distance twice under two lengths", () => {
  const lengths = columns({ custom: [7000, 21_097, 1609.34, 7000, 50] });
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
