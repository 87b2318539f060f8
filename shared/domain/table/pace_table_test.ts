import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { LEGACY_DISTANCES } from "../measure/distance.ts";
import { MAX_CELLS, nearestRow, paceTable, rowCount } from "./pace_table.ts";
import { paceOfRow, type RowScale, rowValue } from "./row_scale.ts";

Deno.test("rowCount() counts both ends", () => {
  assertEquals(rowCount({ slowest: 360, fastest: 120, step: 1 }), 241);
  assertEquals(rowCount({ slowest: 300, fastest: 300, step: 1 }), 1);
  assertEquals(rowCount({ slowest: 300, fastest: 240, step: 30 }), 3);
});

Deno.test("rowCount() stops before the fastest pace when the step does not divide the range", () => {
  assertEquals(rowCount({ slowest: 300, fastest: 280, step: 7 }), 3);
  assertEquals(rowCount({ slowest: 300, fastest: 299, step: 600 }), 1);
});

Deno.test("rowCount() is not misled by floating point", () => {
  // (300 - 299.7) / 0.1 and 0.3 / 0.1 lie on either side of 3.
  assertEquals(rowCount({ slowest: 300, fastest: 299.7, step: 0.1 }), 4);
  assertEquals(rowCount({ slowest: 60.3, fastest: 60, step: 0.1 }), 4);
  assertEquals(rowCount({ slowest: 390, fastest: 180, step: 0.1 }), 2101);
});

Deno.test("rowCount() refuses ranges that are none", () => {
  for (const value of [0, -1, NaN, Infinity]) {
    assertThrows(() => rowCount({ slowest: value, fastest: 120, step: 1 }), RangeError, "slowest");
    assertThrows(() => rowCount({ slowest: 360, fastest: value, step: 1 }), RangeError, "fastest");
    assertThrows(() => rowCount({ slowest: 360, fastest: 120, step: value }), RangeError, "step");
  }
  assertThrows(
    () => rowCount({ slowest: 120, fastest: 360, step: 1 }),
    RangeError,
    "the fastest pace must not be slower than the slowest",
  );
});

Deno.test("paceTable() makes the original service's default table", () => {
  const { paces, rows } = paceTable({
    slowest: 360,
    fastest: 120,
    step: 1,
    distances: LEGACY_DISTANCES,
  });
  assertEquals(rows.length, 241);
  assertEquals([paces[0], paces[1], paces.at(-1)], [360, 359, 120]);
  const first = rows[0];
  assertEquals(first?.speed, 10);
  assertEquals(first?.times.length, 16);
  // 6'00 per km: 36 s over 100 m, 579.3624 s over 1609.34 m, 7594.92 s over 21097 m.
  assertEquals(first?.times[0], 36);
  assertAlmostEquals(first?.times[9] ?? 0, 579.3624, 1e-9);
  assertAlmostEquals(first?.times[14] ?? 0, 7594.92, 1e-9);
  assertAlmostEquals(first?.times[15] ?? 0, 15190.2, 1e-9);
});

Deno.test("paceTable() falls on the original service's side where two decimals are a tie", () => {
  // 295 s/km over 21097 m is 6223.615 s and 139 s/km over 42195 m 5865.105 s; the original, which
  // multiplies kilometers by pace in the same floating point, answers 6223.62 and 5865.11.
  const time = (pace: number, distance: number) =>
    paceTable({ slowest: pace, fastest: pace, step: 1, distances: [distance] }).rows[0]?.times[0];
  assertEquals(time(295, 21097)?.toFixed(2), "6223.62");
  assertEquals(time(139, 42195)?.toFixed(2), "5865.11");
});

Deno.test("paceTable() keeps tenths exact over a thousand rows", () => {
  const { paces } = paceTable({ slowest: 390, fastest: 180, step: 0.1, distances: [1000] });
  assertEquals([paces[1], paces[3], paces[1000], paces[2100]], [389.9, 389.7, 290, 180]);
});

Deno.test("paceTable() refuses work beyond its bound before doing any", () => {
  const endless = { slowest: 1e9, fastest: 1e-9, step: 1e-9, distances: [1000] };
  assertThrows(() => paceTable(endless), RangeError, `at most ${MAX_CELLS} cells`);
  // 2001 rows of 50 columns are 50 cells too many.
  const distances = Array.from({ length: 50 }, (_, index) => 100 * (index + 1));
  const options = { slowest: 2100, fastest: 100, step: 1, distances };
  assertThrows(() => paceTable(options), RangeError, "2001 rows and 50 distances");
  assertEquals(paceTable({ ...options, fastest: 101 }).rows.length, 2000);
});

Deno.test("paceTable() refuses distances that are none", () => {
  const range = { slowest: 300, fastest: 240, step: 30 };
  assertThrows(() => paceTable({ ...range, distances: [] }), RangeError, "without distances");
  for (const distance of [0, -1000, NaN, Infinity]) {
    assertThrows(
      () => paceTable({ ...range, distances: [400, distance] }),
      RangeError,
      `distance ${distance}`,
    );
  }
});

const range = fc.record({
  slowest: fc.integer({ min: 600, max: 18000 }).map((tenths) => tenths / 10),
  span: fc.integer({ min: 0, max: 6000 }).map((tenths) => tenths / 10),
  step: fc.integer({ min: 5, max: 6000 }).map((tenths) => tenths / 10),
}).map(({ slowest, span, step }) => ({ slowest, fastest: Math.max(60, slowest - span), step }));

Deno.test("paceTable() goes down by the step and stays within the range", () => {
  fc.assert(fc.property(range, ({ slowest, fastest, step }) => {
    const { paces, rows } = paceTable({ slowest, fastest, step, distances: [1000] });
    assertEquals(paces[0], slowest);
    const last = paces.at(-1) ?? 0;
    assert(last >= fastest - 1e-6 && last - step < fastest, `${last} for ${fastest}`);
    for (const [index, row] of rows.entries()) {
      assertAlmostEquals(row.pace, slowest - index * step, 1e-9);
      assertAlmostEquals(row.times[0] ?? 0, row.pace, 1e-9);
      assertAlmostEquals(row.speed * row.pace, 3600, 1e-6);
    }
  }));
});

const table = paceTable({ slowest: 300, fastest: 240, step: 10, distances: [1000, 10000] });

Deno.test("nearestRow() finds the row nearest in time", () => {
  // 42'00 over 10 km is 252 s/km, between 260 and 250.
  assertEquals(nearestRow(table, 1, 2520), { index: 5, offTable: null });
  assertEquals(nearestRow(table, 0, 300), { index: 0, offTable: null });
  assertEquals(nearestRow(table, 0, 240), { index: 6, offTable: null });
});

Deno.test("nearestRow() takes the slower of two rows equally near", () => {
  assertEquals(nearestRow(table, 0, 255), { index: 4, offTable: null });
  assertEquals(nearestRow(table, 1, 2550), { index: 4, offTable: null });
  assertEquals(nearestRow(table, 0, 254.9), { index: 5, offTable: null });
  // The tie holds where neither pace nor step is exact in floating point.
  const fine = paceTable({ slowest: 300.1, fastest: 299.7, step: 0.1, distances: [21097.5] });
  assertEquals(nearestRow(fine, 0, 299.95 * 21.0975), { index: 1, offTable: null });
});

Deno.test("nearestRow() marks a time beyond the table by more than half a step", () => {
  assertEquals(nearestRow(table, 0, 305), { index: 0, offTable: null });
  assertEquals(nearestRow(table, 0, 305.1), { index: 0, offTable: "slower" });
  assertEquals(nearestRow(table, 0, 235), { index: 6, offTable: null });
  assertEquals(nearestRow(table, 0, 234.9), { index: 6, offTable: "faster" });
  assertEquals(nearestRow(table, 0, 1e9), { index: 0, offTable: "slower" });
});

Deno.test("nearestRow() counts from the last row, not from the fastest pace asked for", () => {
  const uneven = paceTable({ slowest: 300, fastest: 281, step: 10, distances: [1000] });
  assertEquals(uneven.paces, [300, 290]);
  assertEquals(nearestRow(uneven, 0, 286), { index: 1, offTable: null });
  assertEquals(nearestRow(uneven, 0, 284), { index: 1, offTable: "faster" });
});

Deno.test("nearestRow() refuses columns and times that are none", () => {
  assertThrows(() => nearestRow(table, 2, 300), RangeError, "column 2");
  for (const seconds of [0, -1, NaN, Infinity]) {
    assertThrows(() => nearestRow(table, 0, seconds), RangeError, "time");
  }
});

Deno.test("nearestRow() finds each row by its own times, and none nearer than the one it names", () => {
  fc.assert(
    fc.property(range, fc.double({ min: 30, max: 2000, noNaN: true }), (range, pace) => {
      const distances = [100, 1609.344, 42195];
      const made = paceTable({ ...range, distances });
      for (const column of distances.keys()) {
        for (const [index, row] of made.rows.entries()) {
          assertEquals(nearestRow(made, column, row.times[column] ?? 0), { index, offTable: null });
        }
        const seconds = pace * (distances[column] ?? 0) / 1000;
        const gap = (index: number) => Math.abs((made.rows[index]?.times[column] ?? 0) - seconds);
        const found = gap(nearestRow(made, column, seconds).index);
        for (const index of made.rows.keys()) assert(found <= gap(index) + 1e-3);
      }
    }),
    { numRuns: 50 },
  );
});

Deno.test("paceTable() goes up by speed, and down by the time over one distance", () => {
  const bySpeed = paceTable({
    scale: { by: "speed" },
    slowest: 8,
    fastest: 22,
    step: 0.5,
    distances: [1000, 400],
  });
  assertEquals(bySpeed.rows.length, 29);
  assertEquals(bySpeed.rows[1], {
    value: 8.5,
    pace: 3600 / 8.5,
    speed: 8.5,
    times: [3600 / 8.5, 0.4 * (3600 / 8.5)],
  });
  assertEquals(bySpeed.rows.at(-1)?.value, 22);
  const byTime = paceTable({
    scale: { by: "time", over: 42_195 },
    slowest: 18_000,
    fastest: 9000,
    step: 300,
    distances: [42_195, 10_000],
  });
  assertEquals(byTime.rows.length, 31);
  assertAlmostEquals(byTime.rows[3]?.times[0] ?? 0, 17_100, 1e-9);
  assertAlmostEquals(byTime.rows[3]?.times[1] ?? 0, 17_100 / 4.2195, 1e-9);
});

Deno.test("rowCount() refuses bounds that are the wrong way round on their scale", () => {
  const speed = { scale: { by: "speed" }, slowest: 22, fastest: 8, step: 0.5 } as const;
  assertThrows(() => rowCount(speed), RangeError, "fastest speed");
  const time = {
    scale: { by: "time", over: 5000 },
    slowest: 1000,
    fastest: 1200,
    step: 10,
  } as const;
  assertThrows(() => rowCount(time), RangeError, "fastest time");
});

Deno.test("nearestRow() measures by what the rows go by", () => {
  const table = paceTable({
    scale: { by: "speed" },
    slowest: 10,
    fastest: 20,
    step: 10,
    distances: [1000],
  });
  // 14 km/h is nearer to 10 than to 20, though its 257 s are nearer to 180 s than to 360 s.
  assertEquals(nearestRow(table, 0, 3600 / 14), { index: 0, offTable: null });
  assertEquals(nearestRow(table, 0, 3600 / 15), { index: 0, offTable: null });
  assertEquals(nearestRow(table, 0, 3600 / 15.1), { index: 1, offTable: null });
  assertEquals(nearestRow(table, 0, 3600 / 4.9), { index: 0, offTable: "slower" });
  assertEquals(nearestRow(table, 0, 3600 / 25.1), { index: 1, offTable: "faster" });
});

Deno.test("rowValue() undoes paceOfRow() on every scale", () => {
  const scale = fc.oneof(
    fc.constant<RowScale>({ by: "pace" }),
    fc.constant<RowScale>({ by: "speed" }),
    fc.integer({ min: 50, max: 200_000 }).map((over): RowScale => ({ by: "time", over })),
  );
  fc.assert(fc.property(scale, fc.double({ min: 60, max: 1800, noNaN: true }), (scale, pace) => {
    assertAlmostEquals(paceOfRow(scale, rowValue(scale, pace)), pace, 1e-9);
  }));
});
