import { assertEquals } from "@std/assert";
import {
  type FieldProblem,
  readAthletes,
  readDistances,
  readUnit,
  readVma,
} from "./read_fields.ts";

/** What was refused, and why; null when nothing was. */
function refusal({ problem }: { problem?: FieldProblem | undefined }) {
  return problem === undefined ? null : [problem.code, problem.given];
}

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
