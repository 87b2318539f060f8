import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { findAnomalies } from "./anomaly.ts";
import type { RunRecord } from "../results/run_record.ts";

function runs(...times: [distance: number, time: number][]): RunRecord[] {
  return times.map(([distance, time]) => ({
    distance,
    time,
    discipline: distance < 5000 ? "track" : "road",
    event: String(distance),
    date: null,
  }));
}

const distances = (found: ReturnType<typeof findAnomalies>) =>
  found.map(({ record, reason }) => [record.distance, reason]);

Deno.test("findAnomalies() flags a course that was too short, and tells what would be plausible", () => {
  const found = findAnomalies(runs([5000, 1200], [10_000, 1980], [21_097.5, 5520]), "M");
  assertEquals(distances(found), [[10_000, "faster-than-neighbors"]]);
  // 5520 s of the half marathon by (10000/21097.5)^1.2; the 5 km would allow 2400 s.
  assertAlmostEquals(found[0]?.plausible ?? NaN, 2253.52, 0.005);
});

Deno.test("findAnomalies() flags the shortest and the longest when two others agree", () => {
  assertEquals(
    distances(findAnomalies(runs([1500, 220], [5000, 1320], [10_000, 2760]), "M")),
    [[1500, "faster-than-neighbors"]],
  );
  assertEquals(
    distances(findAnomalies(runs([5000, 1200], [10_000, 2520], [21_097.5, 4800]), "M")),
    [[21_097.5, "faster-than-neighbors"]],
  );
});

Deno.test("findAnomalies() does not blame a good mark for a weak neighbor", () => {
  assertEquals(findAnomalies(runs([5000, 1200], [10_000, 2310], [21_097.5, 5520]), "M"), []);
  assertEquals(findAnomalies(runs([5000, 1200], [10_000, 2000]), "M"), []);
  assertEquals(findAnomalies([], "M"), []);
});

Deno.test("findAnomalies() lets sprinters be sprinters", () => {
  const sprinter = runs([100, 11], [200, 22.1], [400, 50], [1500, 330], [5000, 1500]);
  assertEquals(findAnomalies(sprinter, "M"), []);
});

Deno.test("findAnomalies() flags what beats the best of the world, and of the sex where it is known", () => {
  const alone = runs([10_000, 1500]);
  for (const sex of ["M", "F", null] as const) {
    assertEquals(distances(findAnomalies(alone, sex)), [[10_000, "faster-than-any"]]);
  }
  // 27'30" over 10 km: a man may, no woman has.
  const fast = runs([10_000, 1650]);
  assertEquals(distances(findAnomalies(fast, "F")), [[10_000, "faster-than-any"]]);
  assertEquals(findAnomalies(fast, "M"), []);
  assertEquals(findAnomalies(fast, null), []);
});

Deno.test("findAnomalies() finds nothing in a runner who follows a usual curve", () => {
  fc.assert(fc.property(
    fc.double({ min: 1.03, max: 1.15, noNaN: true }),
    fc.double({ min: 0.2, max: 0.6, noNaN: true }),
    fc.uniqueArray(fc.constantFrom(800, 1500, 3000, 5000, 10_000, 21_097.5, 42_195)),
    (exponent, pace, chosen) => {
      const usual = runs(
        ...chosen.sort((a, b) => a - b).map((distance): [number, number] => [
          distance,
          pace * 800 * (distance / 800) ** exponent,
        ]),
      );
      assertEquals(findAnomalies(usual, null), []);
    },
  ));
});
