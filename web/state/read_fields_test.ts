import { assertEquals } from "@std/assert";
import {
  type FieldProblem,
  readAthletes,
  readDistances,
  readPace,
  readStep,
  readUnit,
  readVma,
} from "./read_fields.ts";

/** What was refused, and why; null when nothing was. */
function refusal({ problem }: { problem?: FieldProblem | undefined }) {
  return problem === undefined ? null : [problem.code, problem.given];
}

Deno.test("readPace() reads every form of a pace", () => {
  for (const text of ["4'30", "4:30", "4’30”", "4'30\"", "270", "4'30/km", "13,3333 km/h"]) {
    assertEquals(Math.round(readPace(text).value ?? 0), 270, text);
  }
  assertEquals(readPace("15 km/h").value, 240);
  assertEquals(readPace("15,5 km/h").value, 3600 / 15.5);
});

Deno.test("readPace() says why it refuses, and what could be written", () => {
  assertEquals(refusal(readPace("abc")), ["pace", "abc"]);
  assertEquals(refusal(readPace("4.30")), ["pace-ambiguous", "4.30"]);
  assertEquals(readPace("4.30").problem?.suggestions, ["4'30", "4.30 km/h"]);
  assertEquals(readPace("5").problem?.suggestions, ["5'00", "5 km/h"]);
  assertEquals(refusal(readPace("4'75")), ["pace-seconds", "4'75"]);
  assertEquals(refusal(readPace("0:00")), ["pace-range", "0:00"]);
  assertEquals(refusal(readPace("0'10")), ["pace-range", "0'10"]);
  assertEquals(refusal(readPace("9999")), ["pace-range", "9999"]);
});

Deno.test("readStep() reads seconds within its limits", () => {
  assertEquals(readStep("2,5").value, 2.5);
  assertEquals(readStep("5 s").value, 5);
  for (const text of ["0", "-1", "0.4", "601", "NaN", "1e3", "0x10", "5 km", ""]) {
    assertEquals(refusal(readStep(text)), ["step", text]);
  }
});

Deno.test("readVma() reads km/h within its limits, and nothing from nothing", () => {
  assertEquals(readVma("").value, null);
  assertEquals(readVma("17,5 km/h").value, 17.5);
  for (const text of ["4.9", "30.1", "vite", "1e1"]) {
    assertEquals(refusal(readVma(text)), ["vma", text]);
  }
});

Deno.test("readDistances() tells decimal commas from separating ones", () => {
  assertEquals(readDistances("7000,12000").value, [7000, 12_000]);
  assertEquals(readDistances("7,5 km ; 3200 m").value, [7500, 3200]);
  assertEquals(readDistances("7 km, 12 km").value, [7000, 12_000]);
  assertEquals(readDistances("semi, marathon").value, [21_097.5, 42_195]);
  assertEquals(readDistances("semi,marathon").value, [21_097.5, 42_195]);
  assertEquals(readDistances("7 km; 7000").value, [7000]);
  assertEquals(readDistances("7000, ;12000,").value, [7000, 12_000]);
  assertEquals(readDistances(" ; ,; ").value, []);
});

Deno.test("readDistances() names the distance that it refuses", () => {
  assertEquals(refusal(readDistances("7 km; blah")), ["distance", "blah"]);
  assertEquals(refusal(readDistances("1,500 m")), ["distance-ambiguous", "1,500 m"]);
  assertEquals(refusal(readDistances("0")), ["distance-range", "0"]);
  assertEquals(refusal(readDistances("9 m")), ["distance-range", "9 m"]);
  assertEquals(refusal(readDistances("9000 km")), ["distance-range", "9000 km"]);
  const many = Array.from({ length: 21 }, (_, index) => 1000 + index).join(",");
  assertEquals(refusal(readDistances(many)), ["distances-many", "21"]);
});

Deno.test("readUnit() knows two units", () => {
  assertEquals([readUnit("").value, readUnit("km").value, readUnit("mi").value], [
    "km",
    "km",
    "mi",
  ]);
  assertEquals(refusal(readUnit("MI")), ["unit", "MI"]);
});

Deno.test("readAthletes() shows those it can, whatever else is wrong", () => {
  assertEquals(readAthletes("1, 2,,2").value, ["1", "2"]);
  assertEquals(readAthletes("1,x,2"), {
    value: ["1", "2"],
    problem: { code: "athlete", given: "x", suggestions: [] },
  });
  assertEquals(readAthletes("1234567890123").value, []);
  const nine = readAthletes("1,2,3,4,5,6,7,8,9");
  assertEquals(nine.value, ["1", "2", "3", "4", "5", "6", "7", "8"]);
  assertEquals(nine.problem?.code, "athletes-many");
});
