import { assertEquals } from "@std/assert";
import { readAthletes, readSurfaces } from "./read_lists.ts";

Deno.test("readAthletes() shows those it can, whatever else is wrong", () => {
  assertEquals(readAthletes("1, 2,,2").value, ["1", "2"]);
  assertEquals(readAthletes("\u200e1,2\u200b;3").value, ["1", "2", "3"]);
  assertEquals(readAthletes("1,x,2"), {
    value: ["1", "2"],
    problem: { code: "athlete", typed: "x", suggestions: [] },
  });
  assertEquals(readAthletes("1234567890123").value, []);
  const nine = readAthletes("1,2,3,4,5,6,7,8,9");
  assertEquals(nine.value, ["1", "2", "3", "4", "5", "6", "7", "8"]);
  assertEquals(nine.problem?.code, "athletes-many");
});

Deno.test("readSurfaces() keeps their order and takes nothing for all", () => {
  assertEquals(readSurfaces("road,track").value, ["track", "road"]);
  assertEquals(readSurfaces("").value, ["track", "short-track", "road"]);
  assertEquals(readSurfaces("moon").problem?.code, "choice");
});
