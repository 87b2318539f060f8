import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { formatSeconds, formatTime, parseTime, roadTime, secondsToHundredths } from "./time.ts";
import { InputError } from "./input_error.ts";
import { timeReadings } from "./time_text.ts";

const french = (hundredths: number) => formatTime(hundredths, { notation: "french" });

Deno.test("secondsToHundredths() rounds halves up, once", () => {
  assertEquals(secondsToHundredths(28.15), 2815);
  assertEquals(secondsToHundredths(59.996), 6000);
  assertEquals(secondsToHundredths(59.994), 5999);
  assertEquals(secondsToHundredths(0), 0);
  // 1.005 × 100 is 100.49999999999999 in floating point.
  assertEquals(secondsToHundredths(1.005), 101);
  assertEquals(secondsToHundredths(8.125), 813);
  // 299.6 s/km over 100 m: 29.96 s.
  assertEquals(secondsToHundredths(299.6 * 0.1), 2996);
});

Deno.test("secondsToHundredths() loses none of the times from 9.00 to 59.99 s", () => {
  // Cutting the fraction off prints nearly half of these one hundredth too short.
  let cut = 0;
  for (let hundredths = 900; hundredths <= 5999; hundredths++) {
    const seconds = hundredths / 100;
    assertEquals(secondsToHundredths(seconds), hundredths);
    if (Math.floor((seconds - Math.floor(seconds)) * 100) !== hundredths % 100) cut++;
  }
  assertEquals(cut, 2434);
});

Deno.test("secondsToHundredths() refuses what is no duration", () => {
  for (const seconds of [-0.01, NaN, Infinity, -Infinity]) {
    assertThrows(() => secondsToHundredths(seconds), RangeError, "must be a number of 0 or more");
  }
});

Deno.test("formatTime() carries into minutes and hours", () => {
  assertEquals(french(secondsToHundredths(28.15)), `28"15`);
  assertEquals(french(secondsToHundredths(59.996)), `1'00"00`);
  assertEquals(french(secondsToHundredths(3599.996)), `1h00'00"00`);
  assertEquals(french(12550), `2'05"50`);
  assertEquals(french(0), `0"00`);
  assertEquals(formatTime(359950, { notation: "french", precision: "seconds" }), `1h00'00"`);
});

Deno.test("formatTime() writes three notations", () => {
  const all = (hundredths: number, precision: "hundredths" | "tenths" | "seconds" | "auto") =>
    (["french", "english", "federation"] as const).map((notation) =>
      formatTime(hundredths, { notation, precision })
    );
  assertEquals(all(13940, "auto"), [`2'19"40`, "2:19.40", "2'19''40"]);
  assertEquals(all(223200, "auto"), [`37'12"`, "37:12", "37'12''"]);
  assertEquals(all(502500, "seconds"), [`1h23'45"`, "1:23:45", "1h23'45''"]);
  assertEquals(all(2815, "auto"), [`28"15`, "28.15", "28''15"]);
  assertEquals(all(2800, "auto"), [`28"00`, "28.00", "28''00"]);
  assertEquals(all(780, "tenths"), [`7"8`, "7.8", "7''8"]);
  assertEquals(all(2815, "seconds"), [`28"`, "0:28", "28''"]);
  assertEquals(all(360005, "hundredths"), [`1h00'00"05`, "1:00:00.05", "1h00'00''05"]);
});

Deno.test("formatTime() refuses what is no whole time", () => {
  for (const hundredths of [-1, 0.5, NaN, 360_000_000]) {
    assertThrows(() => french(hundredths), RangeError, "must be a whole number");
  }
});

Deno.test("formatSeconds() rounds once, to what is shown", () => {
  const seconds = (value: number) =>
    formatSeconds(value, { notation: "french", precision: "seconds" });
  // Through hundredths (29.50) it would become 30.
  assertEquals(seconds(29.4951), `29"`);
  assertEquals(seconds(29.5), `30"`);
  assertEquals(seconds(269.6), `4'30"`);
  assertEquals(seconds(3599.5), `1h00'00"`);
  assertEquals(formatSeconds(59.996, { notation: "english" }), "1:00.00");
  assertEquals(formatSeconds(59.96, { notation: "french", precision: "tenths" }), `1'00"0`);
  assertEquals(formatSeconds(2311, { notation: "french", precision: "auto" }), `38'31"`);
  // 3h30'00" marathon at 30 km: 8958.41 s (30 000 / 42 195 of 12 600 s).
  assertEquals(seconds(12600 * 30000 / 42195), `2h29'18"`);
});

Deno.test("roadTime() goes to the next longer second", () => {
  assertEquals(roadTime(778430), 778500);
  assertEquals(roadTime(778400), 778400);
  assertEquals(roadTime(1), 100);
  assertThrows(() => roadTime(0.5), RangeError);
});

const TYPED: [text: string, hundredths: number][] = [
  ["1h23", 498000],
  ["1h23'45", 502500],
  [`1h23'45"`, 502500],
  ["1h23'45\"6", 502560],
  ["1h", 360000],
  ["83'45", 502500],
  [`83'45"`, 502500],
  ["40'", 240000],
  ["4:30", 27000],
  ["4:30.5", 27050],
  ["1:23:45", 502500],
  ["0:28", 2800],
  [`28"15`, 2815],
  ["28''15", 2815],
  ["28’’15", 2815],
  ["28”15", 2815],
  ["28″15", 2815],
  ["83’45”", 502500],
  ["12.5", 1250],
  ["12,5", 1250],
  ["28.15", 2815],
  ["270", 27000],
  [`2'05"50`, 12550],
  ["2'05.5", 12550],
  ["45 s", 4500],
  ["1 h 23 min", 498000],
  ["1 h 23 min 45 s", 502500],
  ["1h23m45s", 502500],
  ["37 mn 12", 223200],
  ["1H23", 498000],
  ["1,5h", 540000],
  ["1.5 h", 540000],
  ["1,75 heure", 630000],
  ["2,5 min", 15000],
  ["1h23:45", 502500],
  ["1:23'45", 502500],
  ["3:15 h", 1_170_000],
  ["1:23:45 h", 502500],
  ["45:30 min", 273000],
  ["90 min", 540000],
  ["90min", 540000],
  ["90 MIN.", 540000],
  ["24h", 8_640_000],
  ["1 heure 23 minutes 45 secondes", 502500],
  ["1hr 5", 390000],
  ["4m30", 27000],
  ["3h15.", 1_170_000],
  ["3h15,", 1_170_000],
  ["\u200b45:30\u200e", 273000],
  ["\ufeff45’30", 273000],
  ["٤٥:٣٠", 273000],
  ["  37'12\u00a0 ", 223200],
  // A third decimal is rounded, halves up.
  ["9.995", 1000],
  ["9.994", 999],
];

Deno.test("parseTime() reads what visitors type", () => {
  for (const [text, hundredths] of TYPED) assertEquals(parseTime(text), hundredths, text);
});

Deno.test("parseTime() refuses seconds and minutes of 60 or more behind a bigger unit", () => {
  for (const text of ["4:60", "4'75", "1:23:60", "1h23'60"]) {
    assertThrows(() => parseTime(text), SyntaxError, "seconds go up to 59");
  }
  for (const text of ["1h60", "1:60:00", "1h75'10"]) {
    assertThrows(() => parseTime(text), SyntaxError, "minutes go up to 59");
  }
  // Alone they may: 61''61 is 1'01"61.
  assertEquals(parseTime("61''61"), 6161);
  assertEquals(parseTime("90'"), 540000);
});

Deno.test("parseTime() refuses what is no time, and says what is", () => {
  const wrong = [
    "",
    " ",
    "abc",
    "-5",
    "4:5",
    "1:2:3:4",
    "4.30.2",
    "1h23.5",
    "1h2h",
    "--",
    "NaN",
    "1e9",
    "12.3456",
    ":30",
    "4:",
    "1".repeat(5000),
    "1 ".repeat(5000),
  ];
  for (const text of wrong) {
    assertThrows(() => parseTime(text), SyntaxError, "write for example", text.slice(0, 20));
  }
  for (const text of ["0", "0:00", `0"00`]) {
    assertThrows(() => parseTime(text), SyntaxError, "must be above 0");
  }
});

Deno.test("parseTime() refuses a time that could be two, and says which", () => {
  // 1.30 hours are 1 h 18 min; as a sign between units it is 1 h 30.
  const error = assertThrows(() => parseTime("1,30 h"), InputError);
  assertEquals(error.reason, "ambiguous");
  assertEquals(error.suggestions, [
    { kind: "time", hundredths: 540_000 },
    { kind: "time", hundredths: 468_000 },
  ]);
});

Deno.test("timeReadings() tells all that a text may mean, what it says first", () => {
  const values = (text: string) => timeReadings(text).map(({ value }) => value / 100);
  assertEquals(values("45"), [45, 2700, 162_000]);
  assertEquals(values("3:15"), [195, 11_700]);
  assertEquals(values("3'15"), [195, 11_700]);
  assertEquals(values("3'15\""), [195]);
  // Seconds, minutes, hours, 19'30 and 19h30.
  assertEquals(values("1930"), [1930, 115_800, 1170, 70_200]);
  assertEquals(values("45.30"), [45.3, 2730, 163_800]);
  assertEquals(values("3,5"), [3.5, 210, 12_600]);
  assertEquals(values("2:05:30"), [7530, 125.3]);
  assertEquals(values("1.23.45"), [5025, 83.45]);
  assertEquals(values("1 23 45"), [5025, 83.45]);
  assertEquals(values("3 15"), [195, 11_700]);
  assertEquals(values("45;30"), [2730, 163_800]);
});

Deno.test("parseTime() reads back what formatTime() writes", () => {
  const notation = fc.constantFrom("french", "english", "federation");
  const precision = fc.constantFrom("hundredths", "auto");
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 99 * 360_000 }),
    notation,
    precision,
    (hundredths, notation, precision) => {
      assertEquals(parseTime(formatTime(hundredths, { notation, precision })), hundredths);
    },
  ));
});

Deno.test("formatSeconds() is never further from the truth than half of what it shows", () => {
  fc.assert(fc.property(
    fc.double({ min: 0.1, max: 300_000, noNaN: true }),
    fc.constantFrom(["hundredths", 0.005], ["tenths", 0.05], ["seconds", 0.5]) as fc.Arbitrary<
      ["hundredths" | "tenths" | "seconds", number]
    >,
    (seconds, [precision, half]) => {
      const written = formatSeconds(seconds, { notation: "english", precision });
      const read = written.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
      assertEquals(Math.abs(read - seconds) <= half + 1e-7, true, `${seconds} as ${written}`);
    },
  ));
});
