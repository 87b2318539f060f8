import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { formatMark, type Mark, type MarkKind, type MarkUnit } from "./mark.ts";
import { parseMark } from "./mark_text.ts";

function mark(unit: MarkUnit, value: number, more: Partial<Mark> = {}): Mark {
  return { unit, value, handTimed: false, wind: null, chipTime: null, flags: [], ...more };
}
const time = (value: number, more?: Partial<Mark>) => mark("hundredths", value, more);
const length = (value: number, more?: Partial<Mark>) => mark("centimeters", value, more);

const PUBLISHED: [text: string, expected: Mark][] = [
  ["28''15", time(2815)],
  ["61''61", time(6161)],
  ["7''8", time(780, { handTimed: true })],
  ["10''9", time(1090, { handTimed: true })],
  ["2'23''17", time(14317)],
  ["18'14''6", time(109460, { handTimed: true })],
  ["18'58''", time(113800)],
  ["40'03''", time(240300)],
  ["40'03", time(240300)],
  ["1h12'05''", time(432500)],
  ["2h45'30''", time(993000)],
  ["2h45'", time(990000)],
  ["2h45", time(990000)],
  ["1h 12' 05''", time(432500)],
  ["1:17:31", time(465100)],
  ["34:02", time(204200)],
  ["13:13.66", time(79366)],
  ["13:13.6", time(79360, { handTimed: true })],
  ["5m12", length(512)],
  ["53m02", length(5302)],
  ["5 m 12", length(512)],
  ["5,12 m", length(512)],
  ["6m", length(600)],
  ["203,450 km", length(20345000)],
  ["203.45 km", length(20345000)],
  ["203 km 450", length(20345000)],
  ["203km450 m", length(20345000)],
  ["203 450 m", length(20345000)],
  ["1 147 pts", mark("points", 1147)],
  ["8 309 pts", mark("points", 8309)],
  ["1\u202f147\u00a0pts", mark("points", 1147)],
  ["1,147 pts", mark("points", 1147)],
  ["812 pts", mark("points", 812)],
  ["1 pt", mark("points", 1)],
  ["28''15 (-2.7)", time(2815, { wind: -2.7 })],
  ["28''15 (−2,7)", time(2815, { wind: -2.7 })],
  ["28''15 (+ 1.7)", time(2815, { wind: 1.7 })],
  ["28''15 (0.0)", time(2815, { wind: 0 })],
  ["28''15 (-0.0)", time(2815, { wind: 0 })],
  ["1m40 (-0.4)", length(140, { wind: -0.4 })],
  ["28''15(+1.7)", time(2815, { wind: 1.7 })],
  ["38'31'' (38'27'')", time(231100, { chipTime: 230700 })],
  ["38:31 (38:27)", time(231100, { chipTime: 230700 })],
  ["2h45'30'' (2h45'02'')", time(993000, { chipTime: 990200 })],
  ["4'29''10 (RP)", time(26910, { flags: ["RP"] })],
  ["4'29''10 (i)", time(26910, { flags: ["i"] })],
  ["4'29''10 (F)", time(26910, { flags: ["F"] })],
  ["4'29''10 Q", time(26910, { flags: ["Q"] })],
  ["4'29''10 qe", time(26910, { flags: ["qe"] })],
  ["7''85 q (0.123)", time(785, { flags: ["q", "0.123"] })],
  ["7''85 (+0.4) (RP)", time(785, { wind: 0.4, flags: ["RP"] })],
  ["7''85 ()", time(785)],
  ["28’’15", time(2815)],
  ["2’19”40", time(13940)],
  ["2′19″40", time(13940)],
  ["\u00a02'19''40\u202f", time(13940)],
  // A third digit goes to the next longer hundredth.
  ["7''851", time(786)],
  ["7''850", time(785)],
];

Deno.test("parseMark() reads every published form", () => {
  for (const [text, expected] of PUBLISHED) assertEquals(parseMark(text), expected, text);
});

Deno.test("parseMark() reads every published form when the kind of event is known", () => {
  const kinds: Record<MarkUnit, MarkKind> = {
    hundredths: "time",
    centimeters: "length",
    points: "points",
  };
  for (const [text, expected] of PUBLISHED) {
    assertEquals(parseMark(text, kinds[expected.unit]), expected, text);
  }
});

Deno.test("parseMark() reads plain decimals by the kind of event, and refuses to guess it", () => {
  assertEquals(parseMark("5.12", "length"), length(512));
  assertEquals(parseMark("5,12", "length"), length(512));
  assertEquals(parseMark("5.1", "length"), length(510));
  assertEquals(parseMark("28.15", "time"), time(2815));
  assertEquals(parseMark("7.8", "time"), time(780, { handTimed: true }));
  assertEquals(parseMark("1147", "points"), mark("points", 1147));
  for (const text of ["5.12", "5,12", "1147"]) assertThrows(() => parseMark(text), SyntaxError);
});

Deno.test("parseMark() gives null where there is no mark", () => {
  const codes = "DNF DNS DQ DSQ AB ABD NP NM NC NCL NQ PM X EL - – — dnf Dns".split(" ");
  for (const text of [...codes, "", " ", "\u00a0", "DQ (R17)", "(+1.7)"]) {
    assertEquals(parseMark(text), null, text);
    assertEquals(parseMark(text, "time"), null, text);
  }
});

Deno.test("parseMark() refuses what is neither mark nor code", () => {
  const wrong = [
    "abc",
    "12",
    "4'75''",
    "1h60'00''",
    "1h12'61''",
    "0''00",
    "0m00",
    "0 pts",
    "5m1",
    "5m123",
    "-28''15",
    "28''15''10",
    "28''1555",
    "DNF2",
    "4. 4'29''10",
    "38'31'' (38'99'')",
    "38'31'' (38'27''1 2)",
    "x".repeat(5000),
    "1 ".repeat(49),
  ];
  for (const text of wrong) assertThrows(() => parseMark(text), SyntaxError, "Cannot read", text);
});

Deno.test("parseMark() refuses a mark of another kind of event", () => {
  assertThrows(() => parseMark("5m12", "time"), SyntaxError, 'Cannot read mark "5m12" as time');
  assertThrows(() => parseMark("28''15", "length"), SyntaxError, "as length");
  assertThrows(() => parseMark("28''15", "points"), SyntaxError, "as points");
});

Deno.test("formatMark() writes three notations", () => {
  const all = (text: string, kind?: MarkKind) => {
    const mark = parseMark(text, kind);
    if (mark === null) throw new Error(`no mark in ${text}`);
    return (["french", "english", "federation"] as const).map((notation) =>
      formatMark(mark, notation)
    );
  };
  assertEquals(all("2'19''40"), [`2'19"40`, "2:19.40", "2'19''40"]);
  assertEquals(all("7''8"), [`7"8`, "7.8", "7''8"]);
  assertEquals(all("61''61"), [`1'01"61`, "1:01.61", "1'01''61"]);
  assertEquals(all("28''15 (-2.7)"), [`28"15 (-2,7)`, "28.15 (-2.7)", "28''15 (-2.7)"]);
  assertEquals(all("28''15 (0.0)"), [`28"15 (+0,0)`, "28.15 (+0.0)", "28''15 (+0.0)"]);
  assertEquals(all("38'31'' (38'27'')"), [
    `38'31" (38'27")`,
    "38:31 (38:27)",
    "38'31'' (38'27'')",
  ]);
  assertEquals(all("5m12"), ["5m12", "5.12 m", "5m12"]);
  assertEquals(all("1 147 pts"), ["1\u202f147\u00a0pts", "1,147 pts", "1\u202f147 pts"]);
  assertEquals(all("812 pts"), ["812\u00a0pts", "812 pts", "812 pts"]);
  assertEquals(all("203,450 km"), ["203,450 km", "203.450 km", "203.450 km"]);
  assertEquals(all("4'29''10 (RP)"), [`4'29"10`, "4:29.10", "4'29''10 (RP)"]);
});

Deno.test("formatMark() shows what is asked for below the second", () => {
  // Two minutes flat on the track are published with their hundredths, on the road without.
  assertEquals(formatMark(time(12000), "federation", "hundredths"), "2'00''00");
  assertEquals(formatMark(time(12000), "federation"), "2'00''");
  assertEquals(formatMark(time(5999), "french", "seconds"), `1'00"`);
});

Deno.test("formatMark() refuses what is no mark", () => {
  for (const value of [0, -1, 1.5, NaN]) {
    assertThrows(() => formatMark(time(value), "french"), RangeError, "must be a whole number");
  }
});

const wind = fc.option(fc.integer({ min: -99, max: 99 }).map((tenths) => tenths / 10 + 0));
const anyMark: fc.Arbitrary<[Mark, MarkKind]> = fc.oneof(
  fc.record({ value: fc.integer({ min: 1, max: 99 * 360_000 }), wind, chip: fc.boolean() }).map((
    { value, wind, chip },
  ): [Mark, MarkKind] => [
    // Only road races have a chip time, none of which is over within a minute.
    time(value, { wind, chipTime: chip && value >= 6000 ? value + 3 : null }),
    "time",
  ]),
  fc.record({ value: fc.integer({ min: 1, max: 3_600_000 }), wind }).map((
    { value, wind },
  ): [Mark, MarkKind] => [time(value * 10, { wind, handTimed: true }), "time"]),
  fc.record({ value: fc.integer({ min: 1, max: 40_000_000 }), wind }).map((
    { value, wind },
  ): [Mark, MarkKind] => [length(value, { wind }), "length"]),
  fc.integer({ min: 1, max: 99_999 }).map((value): [Mark, MarkKind] => [
    mark("points", value),
    "points",
  ]),
);

Deno.test("parseMark() reads back what formatMark() writes, in every notation", () => {
  fc.assert(
    fc.property(
      anyMark,
      fc.constantFrom("french", "english", "federation"),
      ([mark, kind], notation) => {
        assertEquals(parseMark(formatMark(mark, notation), kind), mark);
      },
    ),
    { numRuns: 1000 },
  );
});

Deno.test("parseMark() reads back the federation's notation without knowing the event, flags included", () => {
  const flags = fc.uniqueArray(fc.constantFrom("RP", "i", "F", "Q", "q", "0.123"), {
    maxLength: 2,
  });
  fc.assert(fc.property(anyMark, flags, ([mark], flags) => {
    const written = formatMark({ ...mark, flags }, "federation");
    assertEquals(parseMark(written), { ...mark, flags });
  }));
});

Deno.test("parseMark() answers any text with a mark, null or a SyntaxError, at once", () => {
  const piece = fc.constantFrom(..."0123456789'\":hmps(),.-+ ", "''", " pts", "(", ")", "km");
  fc.assert(fc.property(fc.string({ unit: piece, maxLength: 60 }), (text) => {
    try {
      const mark = parseMark(text);
      if (mark !== null) {
        assertEquals(Number.isSafeInteger(mark.value) && mark.value > 0, true, text);
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }));
});
