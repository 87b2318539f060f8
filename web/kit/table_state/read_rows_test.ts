import { assertEquals } from "@std/assert";
import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import type { Field } from "../forms/field.ts";
import { readBound, readRowStep } from "./read_rows.ts";

const PACE = { by: "pace" } as const;
const SPEED = { by: "speed" } as const;
const MARATHON = { by: "time", over: 42_195 } as const;

/** What was refused, and why; null when nothing was. */
function refusal({ problem }: Field<unknown>) {
  return problem === undefined ? null : [problem.code, problem.typed];
}

/** What a refused text could be instead, as it is written in French. */
function suggestions({ problem }: Field<unknown>) {
  return problem?.suggestions.map((value) => writeInput(value, "fr"));
}

/** How a text was read, as it is written in French; nothing when as anybody expects. */
function note({ note }: Field<unknown>) {
  return note?.as.map((value) => writeInput(value, "fr"));
}

Deno.test("readBound() reads every form of a pace", () => {
  for (const text of ["4'30", "4:30", "4’30”", "4'30\"", "270", "4'30/km", "13,3333 km/h"]) {
    assertEquals(Math.round(readBound(text, PACE).value ?? 0), 270, text);
  }
  assertEquals(readBound("15 km/h", PACE).value, 240);
  assertEquals(readBound("15,5 km/h", PACE).value, 232.3);
});

Deno.test("readBound() says why it refuses, and what could be written", () => {
  assertEquals(refusal(readBound("abc", PACE)), ["pace", "abc"]);
  assertEquals(refusal(readBound("4.30", PACE)), ["ambiguous", "4.30"]);
  assertEquals(suggestions(readBound("4.30", PACE)), ["4'30", "4,30 km/h"]);
  assertEquals(suggestions(readBound("4,5", PACE)), ["4'30", "4,5 km/h"]);
  assertEquals(suggestions(readBound("5", PACE)), ["5'00", "5 km/h"]);
  assertEquals(suggestions(readBound("430", PACE)), ["4'30", "7'10"]);
  assertEquals(refusal(readBound("4'75", PACE)), ["pace-overflow", "4'75"]);
  assertEquals(refusal(readBound("0:00", PACE)), ["pace-range", "0:00"]);
  assertEquals(refusal(readBound("0'10", PACE)), ["pace-range", "0'10"]);
  assertEquals(refusal(readBound("9999", PACE)), ["pace-range", "9999"]);
});

Deno.test("readBound() suggests only what it takes itself", () => {
  // 40'00 is slower than any row, 1 km/h as well, and nothing can be made of zero.
  assertEquals(suggestions(readBound("40", PACE)), ["40 km/h"]);
  assertEquals(suggestions(readBound("1", PACE)), ["1'00"]);
  assertEquals(refusal(readBound("0", PACE)), ["pace-range", "0"]);
});

Deno.test("readBound() reads a number alone that only one pace comes of, and says so", () => {
  // 3600 / 13.5 = 266.67.
  assertEquals(readBound("13,5", PACE).value, 266.7);
  assertEquals(note(readBound("13,5", PACE)), ["13,5 km/h"]);
  assertEquals(readBound("270", PACE).value, 270);
  assertEquals(note(readBound("270", PACE)), ["4'30"]);
  assertEquals(note(readBound("4'30", PACE)), undefined);
});

Deno.test("readRowStep() reads seconds within its limits", () => {
  assertEquals(readRowStep("2,5", PACE).value, 2.5);
  assertEquals(readRowStep("5 s", PACE).value, 5);
  for (const text of ["0", "-1", "0.4", "601", "NaN", "1e3", "0x10", "5 km", ""]) {
    assertEquals(refusal(readRowStep(text, PACE)), ["step", text]);
  }
});

Deno.test("readBound() reads speeds, and paces as speeds", () => {
  for (const text of ["13,5", "13.5", "13,5 km/h", "13.50km/h"]) {
    assertEquals(readBound(text, SPEED).value, 13.5, text);
  }
  assertEquals(readBound("4'00", SPEED).value, 15);
  assertEquals(readBound("4:30/km", SPEED).value, 13.33);
  assertEquals(refusal(readBound("vite", SPEED)), ["speed", "vite"]);
  assertEquals(refusal(readBound("1", SPEED)), ["range", "1"]);
  assertEquals(refusal(readBound("61", SPEED)), ["range", "61"]);
});

Deno.test("readBound() reads times over a distance", () => {
  for (const text of ["3h30", "3:30:00", "3h30'00", "210'", "12600"]) {
    assertEquals(readBound(text, MARATHON).value, 12_600, text);
  }
  assertEquals(refusal(readBound("3h75", MARATHON)), ["overflow", "3h75"]);
  assertEquals(refusal(readBound("hier", MARATHON)), ["time", "hier"]);
  assertEquals(refusal(readBound("30'00", MARATHON)), ["time-pace", "30'00"]);
});

Deno.test("readBound() reads a time by what the distance makes of it, and says so", () => {
  assertEquals(readBound("4:00", MARATHON).value, 14_400);
  assertEquals(note(readBound("4:00", MARATHON)), [`4h00'00"`]);
  assertEquals(note(readBound("3h30", MARATHON)), undefined);
});

Deno.test("readRowStep() reads what lies between two rows, by their kind", () => {
  assertEquals(readRowStep("0,5 km/h", SPEED).value, 0.5);
  assertEquals(readRowStep("5'00", MARATHON).value, 300);
  assertEquals(readRowStep("30", MARATHON).value, 30);
  assertEquals(refusal(readRowStep("0", SPEED)), ["step-speed", "0"]);
  assertEquals(refusal(readRowStep("3h", MARATHON)), ["step-time", "3h"]);
  assertEquals(refusal(readRowStep("souvent", MARATHON)), ["step-time", "souvent"]);
});

Deno.test("readBound() reads by the mile what has no unit, and converts what names another", () => {
  const miles = { by: "pace", per: "mi" } as const;
  for (const text of ["10'30", "10:30", "10'30/mi", "10:30 per mile"]) {
    assertEquals(readBound(text, miles).value, 630, text);
  }
  // 4'30/km are 434.5 s/mi, 6 mph 600 s/mi, 12 km/h 482.8 s/mi.
  assertEquals(readBound("4'30/km", miles).value, 434.5);
  assertEquals(readBound("6 mph", miles).value, 600);
  assertEquals(readBound("12 km/h", miles).value, 482.8);
  assertEquals(suggestions(readBound("8", miles)), ["8'00/mi", "8 mi/h"]);
  assertEquals(suggestions(readBound("830", miles)), ["8'30/mi", "13'50/mi"]);
  const { problem } = readBound("59'00", miles);
  assertEquals(problem?.limits?.map((limit) => writeInput(limit, "en")), ["1:00/mi", "48:00/mi"]);
  const mph = { by: "speed", per: "mi" } as const;
  for (const text of ["6,5", "6.5 mph", "6,5 mi/h", "6.5 miles per hour"]) {
    assertEquals(readBound(text, mph).value, 6.5, text);
  }
  assertEquals(readBound("10'00", mph).value, 6);
  assertEquals(note(readBound("10'00", mph)), ["6 mi/h"]);
  assertEquals(readBound("20 km/h", mph).value, 12.43);
});

Deno.test("readRowStep() reads the unit of a step, and converts one that is another's", () => {
  const miles = { by: "pace", per: "mi" } as const;
  const mph = { by: "speed", per: "mi" } as const;
  for (const text of ["0.5 mph", "0,5 mi/h", "0.5", "0.5 miles per hour"]) {
    assertEquals(readRowStep(text, mph).value, 0.5, text);
  }
  // 0.5 mph are 0.80 km/h, 1 km/h 0.62 mph; 5 s/km are 8.05 s/mi.
  assertEquals(readRowStep("0.5 mph", SPEED).value, 0.8);
  assertEquals(readRowStep("1 km/h", mph).value, 0.62);
  assertEquals(readRowStep("5 s/km", miles).value, 8.05);
  for (const text of ["10", "10 s", "10 s/mi", "10 sec per mile", '10"/mi']) {
    assertEquals(readRowStep(text, miles).value, 10, text);
  }
  assertEquals(refusal(readRowStep("0,5 km", SPEED)), ["step-speed", "0,5 km"]);
});
