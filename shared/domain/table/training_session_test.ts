import { assertAlmostEquals, assertEquals } from "@std/assert";
import { sessionLineCode, stepTarget } from "./training_session.ts";

Deno.test("stepTarget() gives time, distance and lap", () => {
  // 1000 m at a VMA of 18 km/h: 3'20", 80 s a lap.
  const kilometer = stepTarget({ distance: 1000, time: null }, { percent: 100, vma: 18 });
  assertAlmostEquals(kilometer.time, 200, 1e-9);
  assertAlmostEquals(kilometer.lap ?? NaN, 80, 1e-9);
  // 30 s at 16 km/h: 133 m.
  const half = stepTarget({ distance: null, time: 30 }, { percent: 100, vma: 16 });
  assertAlmostEquals(half.distance, 133.333, 0.001);
  assertEquals([half.time, half.lap], [30, null]);
});

Deno.test("sessionLineCode() writes lengths, ranges, sets and both kinds of recovery", () => {
  const all = { slowest: 105, fastest: 105 };
  const half = { distance: null, time: 30, share: { slowest: 100, fastest: 105 } };
  assertEquals(
    sessionLineCode({
      kind: "block",
      sets: 2,
      steps: [{ ...half, repetitions: 10, recovery: { distance: null, time: 30 } }],
      setRecovery: { distance: 200, time: null },
    }),
    "2x(10x30s@100~105r30)r200m",
  );
  const step = { repetitions: 1, time: null, share: all, recovery: null };
  const steps = [400, 300].map((distance) => ({ ...step, distance }));
  assertEquals(
    sessionLineCode({ kind: "block", sets: 1, steps, setRecovery: null }),
    "1x400@105_1x300@105",
  );
  assertEquals(sessionLineCode({ kind: "text", text: "footing 20'" }), "footing 20'");
});
