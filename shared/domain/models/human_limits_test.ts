import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  clampToHumanTimes,
  slowestTime,
  whyNotHuman,
  WORLD_BESTS,
  worldBestTime,
} from "./human_limits.ts";

Deno.test("worldBestTime() is the record itself over each distance, and slows down between", () => {
  for (const { distance, time } of WORLD_BESTS) {
    assertAlmostEquals(worldBestTime(distance), time, 1e-9);
  }
  // 30 km: from 57'20" over the half to 1h59'30", k = ln(7170/3440)/ln 2 = 1.05956.
  assertAlmostEquals(worldBestTime(30_000), 3440 * (30_000 / 21_097.5) ** 1.05956, 0.5);
  // Shorter than 60 m at the speed of 60 m in 6"34; longer than 24 h at that of 319,614 m.
  assertAlmostEquals(worldBestTime(30), 3.17, 1e-9);
  assertAlmostEquals(worldBestTime(639_228), 172_800, 1e-6);
});

Deno.test("worldBestTime() grows with the distance, and beyond a sprint its speed falls", () => {
  fc.assert(fc.property(
    fc.double({ min: 1, max: 1_000_000, noNaN: true }),
    fc.double({ min: 1.0001, max: 3, noNaN: true }),
    (distance, ratio) => {
      assert(worldBestTime(distance * ratio) > worldBestTime(distance));
      if (distance < 200) return;
      assert(worldBestTime(distance * ratio) / ratio >= worldBestTime(distance) * (1 - 1e-9));
    },
  ));
});

Deno.test("WORLD_BESTS says who ran each of them, where and when", () => {
  for (const { run } of WORLD_BESTS) {
    assert(/^\p{Lu}\p{L}+ .*, [\p{L} ]+, \d{4}-\d{2}-\d{2}$/u.test(run), run);
  }
});

Deno.test("whyNotHuman() takes the best of the world and nothing faster, a stroll and nothing slower", () => {
  const reason = (distance: number, time: number) =>
    whyNotHuman({ distance, time })?.reason ?? null;
  assertEquals(reason(42_195, 7170), null);
  assertEquals(reason(42_195, 7169), "faster-than-any");
  assertEquals(reason(10_000, 12_000), null);
  assertEquals(reason(10_000, 12_001), "slower-than-any");
  assertEquals(reason(10_000, NaN), "faster-than-any");
});

Deno.test("clampToHumanTimes() draws in an end that nobody can run, and refuses a middle that nobody can", () => {
  const range = { time: 7600, fastest: 7000, slowest: 8500, extended: null };
  const held = clampToHumanTimes(42_195, range);
  assert(held.valid);
  assertEquals([held.time, held.slowest], [7600, 8500]);
  assertAlmostEquals(held.fastest, 7170, 1e-9);
  const reasons = [
    { ...range, time: 7160 },
    { ...range, slowest: 14_001 },
    { ...range, fastest: 7601 },
    { ...range, slowest: Infinity },
    { ...range, fastest: NaN },
    { ...range, time: NaN },
  ].map((raw) => {
    const answer = clampToHumanTimes(42_195, raw);
    return answer.valid || answer.reason;
  });
  assertEquals(reasons, [
    "faster-than-any",
    "contradictory",
    "contradictory",
    "contradictory",
    "contradictory",
    "faster-than-any",
  ]);
});

Deno.test("clampToHumanTimes() gives ends within the limits, whatever comes", () => {
  const seconds = fc.double({ min: -1e9, max: 1e9 });
  fc.assert(fc.property(
    fc.double({ min: 100, max: 300_000, noNaN: true }),
    seconds,
    seconds,
    seconds,
    (distance, time, fastest, slowest) => {
      const held = clampToHumanTimes(distance, { time, fastest, slowest, extended: null });
      if (!held.valid) return;
      assert(worldBestTime(distance) <= held.fastest && held.fastest <= held.time);
      assert(held.time <= held.slowest && held.slowest <= slowestTime(distance));
    },
  ));
});
