import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { MAX_PACE_POINTS, type PacePoint, timeShareOf } from "./pace_profile.ts";
import { planSplits } from "./split_plan.ts";

Deno.test("timeShareOf() of one pace spends the time evenly", () => {
  const share = timeShareOf([{ share: 0, pace: 5 }, { share: 0.3, pace: 5 }, {
    share: 1,
    pace: 5,
  }]);
  assertEquals([0, 0.25, 0.5, 1].map(share), [0, 0.25, 0.5, 1]);
});

Deno.test("planSplits() by a profile: a slow start, then even", () => {
  // 1 km from 6'00 down to 5'00 (5'30 for it), then 9 km at 5'00: 50'30 in all.
  const points = [{ share: 0, pace: 360 }, { share: 0.1, pace: 300 }, { share: 1, pace: 300 }];
  const plan = planSplits(
    { distance: 10_000, time: 303_000, every: 1000 },
    { kind: "profile", points },
  );
  assertEquals(plan.map(({ split }) => split / 100), [330, ...Array(9).fill(300)]);
});

Deno.test("timeShareOf() rises from 0 to 1 over any profile", () => {
  const profiles = fc.array(
    fc.record({
      gap: fc.double({ min: 0.01, max: 1, noNaN: true }),
      pace: fc.double({ min: 60, max: 1800, noNaN: true }),
    }),
    { minLength: 2, maxLength: MAX_PACE_POINTS },
  ).map((legs): PacePoint[] => {
    const ends = legs.map((_, index) =>
      legs.slice(1, index + 1).reduce((s, { gap }) => s + gap, 0)
    );
    const last = ends.at(-1) ?? 1;
    return legs.map(({ pace }, index) => ({ share: (ends[index] ?? 0) / last, pace }));
  });
  fc.assert(fc.property(profiles, (points) => {
    const share = timeShareOf(points);
    assertAlmostEquals(share(0), 0, 1e-12);
    assertAlmostEquals(share(1), 1, 1e-9);
    for (let at = 0; at < 20; at++) assert(share((at + 1) / 20) > share(at / 20));
  }));
});

Deno.test("timeShareOf() refuses what is no profile", () => {
  const end = { share: 1, pace: 5 };
  for (
    const points of [
      [],
      [end],
      [{ share: 0.1, pace: 5 }, end],
      [{ share: 0, pace: 5 }, { share: 0.9, pace: 5 }],
      [{ share: 0, pace: 5 }, { share: 0.5, pace: 5 }, { share: 0.5, pace: 4 }, end],
      [{ share: 0, pace: 0 }, end],
      [{ share: 0, pace: NaN }, end],
      [{ share: NaN, pace: 5 }, end],
      Array.from(
        { length: MAX_PACE_POINTS + 1 },
        (_, at) => ({ share: at / MAX_PACE_POINTS, pace: 5 }),
      ),
    ]
  ) assertThrows(() => timeShareOf(points), RangeError);
});
