import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { InputError } from "./input_error.ts";
import { writeInput } from "./write_input.ts";
import { formatPace, paceOver, paceToSpeed, shareOfVma, speedToPace, timeOver } from "./pace.ts";
import { parsePace } from "./pace_text.ts";

Deno.test("paceToSpeed() and speedToPace() agree with hand-worked values", () => {
  assertEquals(paceToSpeed(240), 15);
  assertEquals(paceToSpeed(360), 10);
  assertEquals(paceToSpeed(270), 13.333333333333334);
  assertEquals(speedToPace(12), 300);
  assertEquals(speedToPace(16), 225);
});

Deno.test("paceToSpeed() refuses what is no pace, speedToPace() what is no speed", () => {
  for (const value of [0, -1, NaN, Infinity]) {
    assertThrows(() => paceToSpeed(value), RangeError, `pace to speed: ${value}: must be > 0`);
    assertThrows(() => speedToPace(value), RangeError, `speed to pace: ${value}: must be > 0`);
  }
});

Deno.test("speedToPace() undoes paceToSpeed()", () => {
  fc.assert(fc.property(fc.double({ min: 60, max: 1800, noNaN: true }), (pace) => {
    assertAlmostEquals(speedToPace(paceToSpeed(pace)), pace, 1e-9);
  }));
});

Deno.test("timeOver() gives the time over a distance", () => {
  assertEquals(timeOver(240, 400), 96);
  assertEquals(timeOver(300, 42195), 12658.5);
  assertEquals(timeOver(240, 21097.5), 5063.4);
  assertThrows(() => timeOver(0, 400), RangeError, "pace 0");
  assertThrows(() => timeOver(240, 0), RangeError, "distance 0");
});

Deno.test("paceOver() gives the pace of a time", () => {
  assertEquals(paceOver(10000, 2400), 240);
  assertEquals(paceOver(400, 96), 240);
  assertThrows(() => paceOver(400, -1), RangeError);
});

Deno.test("shareOfVma() is 1 at the VMA itself", () => {
  assertEquals(shareOfVma(225, 16), 1);
  // 10 km in 40'00 at a VMA of 17 km/h: 15 / 17.
  assertAlmostEquals(shareOfVma(240, 17), 0.88235, 1e-5);
  assertThrows(() => shareOfVma(240, 0), RangeError);
});

Deno.test("formatPace() rounds once and carries", () => {
  assertEquals(formatPace(270), `4'30"`);
  assertEquals(formatPace(299.6), `5'00"`);
  assertEquals(formatPace(299.4), `4'59"`);
  assertEquals(formatPace(59.5), `1'00"`);
  assertEquals(formatPace(299.6, { notation: "english" }), "5:00");
  assertEquals(formatPace(270, { notation: "federation" }), "4'30''");
  assertEquals(formatPace(277.5, { precision: "tenths" }), `4'37"5`);
});

Deno.test("formatPace() converts to the mile from the exact pace", () => {
  // 275 × 1.609344 = 442.5696 s.
  assertEquals(formatPace(275, { unit: "mi" }), `7'23"`);
  assertEquals(formatPace(275, { unit: "mi", precision: "hundredths" }), `7'22"57`);
  // 299.6 s/km is 482.16 s: by way of 5'00 it would be 482.80, written 8:03.
  assertEquals(formatPace(299.6, { unit: "mi", notation: "english" }), "8:02");
});

const TYPED: [text: string, pace: number][] = [
  ["4'30", 270],
  [`4'30"`, 270],
  ["4'30''", 270],
  ["4’30”", 270],
  ["4′30″", 270],
  ["4‘30", 270],
  ["4:30", 270],
  ["04:30", 270],
  ["4 ' 30", 270],
  ["\u00a04'30\u202f", 270],
  ["4'30/km", 270],
  [`4'30" / km`, 270],
  ["4:30 min/km", 270],
  ["4:30 par km", 270],
  ["4min30", 270],
  ["4 min 30 s", 270],
  ["4 mn 30", 270],
  ["4 min", 240],
  ["4'", 240],
  ["270", 270],
  ["270 s", 270],
  ["270.5", 270.5],
  ["4:37.5", 277.5],
  [`4'37"5`, 277.5],
  ["10'00", 600],
  ["15 km/h", 240],
  ["15km/h", 240],
  ["15 KM/H", 240],
  ["15 kmh", 240],
  ["12,5 km/h", 288],
  ["12.5 km/h", 288],
  ["15 km / h", 240],
  ["4m30", 270],
  ["4M30", 270],
  ["4 min 30 sec", 270],
  ["4'30 au km", 270],
  ["5'00 au km", 300],
  ["4'30 par kilomètre", 270],
  ["4:30 per kilometer", 270],
  ["4:30 mn/km", 270],
  ["4,5 min/km", 270],
  ["4,75 min/km", 285],
  ["4.30/km", 270],
  ["5/km", 300],
  ["5 min au km", 300],
  ["270 s/km", 270],
  ["4'30 km", 270],
  ["4:30km", 270],
  ["4 30", 270],
  ["4;30", 270],
  ["4'30.", 270],
  ["15 km.h-1", 240],
  ["15 km h", 240],
  ["15 km/heure", 240],
  ["15 km à l'heure", 240],
  ["15 à l’heure", 240],
  ["15 kilomètres/heure", 240],
  ["15 km par heure", 240],
  ["15 kph", 240],
  ["\u200e4’30\u200b", 270],
  ["\ufeff４：３０", 270],
];

Deno.test("parsePace() reads what visitors type", () => {
  for (const [text, pace] of TYPED) assertEquals(parsePace(text), pace, text);
});

Deno.test("parsePace() reads paces per mile and miles per hour", () => {
  // 7'15 per mile: 435 / 1.609344.
  assertAlmostEquals(parsePace("7'15/mi"), 270.29647, 1e-5);
  assertAlmostEquals(parsePace("7:15 /mile"), 270.29647, 1e-5);
  assertAlmostEquals(parsePace("7:15 per mile"), 270.29647, 1e-5);
  assertAlmostEquals(parsePace("7'15 au mile"), 270.29647, 1e-5);
  assertAlmostEquals(parsePace("7'15", { per: "mi" }), 270.29647, 1e-5);
  assertEquals(parsePace("4'30/km", { per: "mi" }), 270);
  // 10 mph: 16.09344 km/h.
  assertAlmostEquals(parsePace("10 mph"), 223.69363, 1e-5);
  assertAlmostEquals(parsePace("10 mi/h"), 223.69363, 1e-5);
  assertAlmostEquals(parsePace("10 miles per hour"), 223.69363, 1e-5);
});

Deno.test("parsePace() refuses a number alone that can be two paces, and says which", () => {
  const two: [text: string, suggestions: string[]][] = [
    ["4.30", ["4'30", "4,30 km/h"]],
    ["4,30", ["4'30", "4,30 km/h"]],
    // Half a minute is 30 s, three quarters are 45 s.
    ["4,5", ["4'30", "4,5 km/h"]],
    ["4.75", ["4'45", "4,75 km/h"]],
    ["4", ["4'00", "4 km/h"]],
    ["430", ["4'30", "7'10"]],
    ["500", ["5'00", "8'20"]],
  ];
  for (const [text, suggestions] of two) {
    const error = assertThrows(() => parsePace(text), InputError);
    assertEquals(error.reason, "ambiguous", text);
    assertEquals(error.suggestions.map((value) => writeInput(value, "fr")), suggestions, text);
    for (const suggestion of suggestions) parsePace(suggestion);
  }
});

Deno.test("parsePace() takes a number alone that can be one pace only", () => {
  // 13.5 km/h is 266.67 s/km, 13'30 would be a walk; 2'70 is no time, 270 s are 4'30; 1'20 outruns
  // anybody.
  assertAlmostEquals(parsePace("13,5"), 266.6667, 1e-4);
  assertEquals(parsePace("15"), 240);
  assertEquals(parsePace("270"), 270);
  assertEquals(parsePace("120"), 120);
});

Deno.test("parsePace() refuses seconds of 60 or more behind minutes", () => {
  for (const text of ["4'60", "4:75", "4'99\"", "4:60/mi"]) {
    assertThrows(() => parsePace(text), SyntaxError, "seconds go up to 59");
  }
});

Deno.test("parsePace() refuses what is no pace", () => {
  const wrong = [
    "",
    " ",
    "abc",
    "-4'30",
    "1h00",
    "1:00:00",
    "4'30/h",
    "km/h",
    "15 m/s",
    "NaN",
    "1e3",
    "4:3",
    "4'30/km/km/h",
    "4'".repeat(5000),
  ];
  for (const text of wrong) {
    assertThrows(() => parsePace(text), SyntaxError, "write for example 4'30", text.slice(0, 20));
  }
  for (const text of ["0 km/h", "0:00", "0'00/mi"]) {
    assertThrows(() => parsePace(text), SyntaxError, "must be above 0");
  }
});

Deno.test("parsePace() reads back what formatPace() writes", () => {
  fc.assert(fc.property(
    fc.integer({ min: 60, max: 1800 }),
    fc.constantFrom("french", "english", "federation"),
    (pace, notation) => {
      assertEquals(parsePace(formatPace(pace, { notation })), pace);
    },
  ));
});

Deno.test("parsePace() reads back paces per mile to half a second", () => {
  fc.assert(fc.property(fc.double({ min: 60, max: 1800, noNaN: true }), (pace) => {
    const read = parsePace(`${formatPace(pace, { unit: "mi", notation: "english" })}/mi`);
    assertAlmostEquals(read, pace, 0.5 / 1.609344 + 1e-6);
  }));
});

Deno.test("parsePace() answers any text with a pace above 0 or a SyntaxError", () => {
  const piece = fc.constantFrom(..."0123456789'\":hkmis/.,- ", "km/h", "/mi", "min");
  fc.assert(fc.property(fc.string({ unit: piece, maxLength: 20 }), (text) => {
    try {
      assertEquals(parsePace(text) > 0, true, text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }));
});
