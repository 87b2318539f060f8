import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { InputError } from "./input_error.ts";
import { blockCode, blockTarget, parseBlock, type SessionBlock } from "./training_session.ts";

Deno.test("parseBlock() reads what coaches write", () => {
  const forms: [text: string, code: string][] = [
    ["10x400 105%", "10x400@105"],
    ["10 × 400 m à 105 % VMA", "10x400@105"],
    ["10*400m @ 105", "10x400@105"],
    ["3 x 2 km 90 % r 2'", "3x2000@90r120"],
    ["3x1000 à 100% de la VMA, récup 1'30", "3x1000@100r90"],
    [`15x30" 105%`, "15x30s@105"],
    ["15 x 30’’ à 105 %", "15x30s@105"],
    ["6x3' 95", "6x180s@95"],
    ["5x3 min à 97,5 %", "5x180s@97.5"],
    ["2000 m at 85% rec 60", "1x2000@85r60"],
  ];
  for (const [text, code] of forms) assertEquals(blockCode(parseBlock(text)), code, text);
});

Deno.test("parseBlock() refuses what is no block, and what nobody runs", () => {
  const reason = (text: string) => assertThrows(() => parseBlock(text), InputError).reason;
  for (const text of ["", "footing", "10x400", "10x 105%", "x400 105%", "9".repeat(90)]) {
    assertEquals(reason(text), "unreadable", text);
  }
  for (
    const text of ["99x400 105%", "10x10 105%", "10x400 300%", "0x400 100%", "10x400 105% r 1"]
  ) {
    assertEquals(reason(text), "out-of-range", text);
  }
});

Deno.test("parseBlock() reads back what blockCode() writes", () => {
  const block: fc.Arbitrary<SessionBlock> = fc.record({
    repetitions: fc.integer({ min: 1, max: 60 }),
    timed: fc.boolean(),
    distance: fc.integer({ min: 50, max: 20_000 }),
    time: fc.integer({ min: 10, max: 3600 }),
    percent: fc.integer({ min: 400, max: 1600 }).map((tenths) => tenths / 10),
    recovery: fc.option(fc.integer({ min: 5, max: 1800 })),
  }).map(({ timed, distance, time, ...rest }) => ({
    ...rest,
    distance: timed ? null : distance,
    time: timed ? time : null,
  }));
  fc.assert(fc.property(block, (block) => assertEquals(parseBlock(blockCode(block)), block)));
});

Deno.test("parseBlock() answers any text with a block or a refusal", () => {
  fc.assert(fc.property(fc.string(), (text) => {
    try {
      parseBlock(text);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }));
});

Deno.test("blockTarget() gives time, distance and lap", () => {
  // 1000 m at a VMA of 18 km/h: 3'20", 80 s a lap.
  const kilometer = blockTarget(parseBlock("3x1000 100%"), 18);
  assertAlmostEquals(kilometer.time, 200, 1e-9);
  assertAlmostEquals(kilometer.lap ?? NaN, 80, 1e-9);
  // 30 s at 16 km/h: 133 m.
  const half = blockTarget(parseBlock(`15x30" 100%`), 16);
  assertAlmostEquals(half.distance, 133.333, 0.001);
  assertEquals([half.time, half.lap], [30, null]);
});
