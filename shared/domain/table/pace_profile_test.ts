import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  MAX_PACE_POINTS,
  meanPaceOf,
  movePacePoint,
  type PacePoint,
  timeShareOf,
} from "./pace_profile.ts";
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

Deno.test("movePacePoint() keeps the mean pace and the limits, wherever a point is dragged", () => {
  const limits = { fastest: 80, slowest: 120 };
  const profile = fc.array(fc.double({ min: 90, max: 110, noNaN: true }), {
    minLength: 2,
    maxLength: 9,
  }).map((paces): PacePoint[] =>
    paces.map((pace, at) => ({ share: at / (paces.length - 1), pace }))
  );
  const pull = fc.record({ at: fc.nat(), pace: fc.double({ min: 1, max: 300, noNaN: true }) });
  fc.assert(fc.property(profile, fc.array(pull, { maxLength: 5 }), (points, pulls) => {
    const mean = meanPaceOf(points);
    let moved = points;
    for (const { at, pace } of pulls) {
      const index = at % points.length;
      moved = movePacePoint(moved, { index, pace, ...limits });
      assertAlmostEquals(meanPaceOf(moved), mean, 1e-9);
      // A hair beyond is rounding.
      moved = moved.map((point) => {
        assert(point.pace > 80 - 1e-9 && point.pace < 120 + 1e-9);
        return { ...point, pace: Math.min(120, Math.max(80, point.pace)) };
      });
      const free = moved.every((other, at) =>
        at === index || other.pace > 80.01 && other.pace < 119.99
      );
      if (free && pace >= 80 && pace <= 120) {
        assertAlmostEquals(moved[index]?.pace ?? 0, pace, 1e-9);
      }
    }
  }));
});

Deno.test("movePacePoint() refuses a point that there is not, and a profile beyond its limits", () => {
  const points = [{ share: 0, pace: 100 }, { share: 1, pace: 130 }];
  const to = { index: 0, pace: 90, fastest: 80, slowest: 140 };
  assertThrows(() => movePacePoint(points, { ...to, index: 2 }), RangeError, "none");
  assertThrows(() => movePacePoint(points, { ...to, slowest: 120 }), RangeError, "limits");
});
