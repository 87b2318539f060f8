import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { fitCriticalSpeed, predictCriticalSpeed } from "./critical_speed.ts";

function fit(efforts: Parameters<typeof fitCriticalSpeed>[0]) {
  const answer = fitCriticalSpeed(efforts);
  assert(answer.valid, JSON.stringify(answer));
  return answer;
}

Deno.test("fitCriticalSpeed() agrees with worked results", () => {
  const first = fit([{ distance: 1200, time: 300 }, { distance: 3000, time: 780 }]);
  assertAlmostEquals(first.speed, 3.75, 1e-9);
  assertAlmostEquals(first.reserve, 75, 1e-9);
  const second = fit([{ distance: 1500, time: 300 }, { distance: 5000, time: 1100 }]);
  assertAlmostEquals(second.speed, 4.375, 1e-9);
  assertAlmostEquals(second.reserve, 187.5, 1e-9);
  assertAlmostEquals(1000 / second.speed, 228.6, 0.05);
});

Deno.test("predictCriticalSpeed() is carried beyond 20 min with a slow end for those who fade", () => {
  const curve = fit([{ distance: 1500, time: 300 }, { distance: 5000, time: 1100 }]);
  // 10 km would come out at 2242.9 s.
  assertAlmostEquals((10_000 - curve.reserve) / curve.speed, 2242.9, 0.05);
  const ten = predictCriticalSpeed(curve, 10_000);
  assert(ten.valid && ten.extended === "effort-too-long");
  assertAlmostEquals(ten.time, 2242.9, 0.05);
  const marathon = predictCriticalSpeed(curve, 42_195);
  assert(marathon.valid);
  // 2h40 at critical speed itself; runners hold 79 to 93 % of it for so long.
  assert(marathon.slowest > marathon.time / 0.79, String(marathon.slowest));
  const reasons = [400, 100].map((distance) => {
    const answer = predictCriticalSpeed(curve, distance);
    return answer.valid || answer.reason;
  });
  assertEquals(reasons, ["effort-too-short", "faster-than-any"]);
  const inside = predictCriticalSpeed(curve, 3000);
  assert(inside.valid && inside.extended === null);
  assertAlmostEquals(inside.time, (3000 - 187.5) / 4.375, 1e-9);
});

Deno.test("fitCriticalSpeed() recovers made-up runners, whose predictions grow with the distance", () => {
  fc.assert(fc.property(
    fc.double({ min: 2.5, max: 6.5, noNaN: true }),
    fc.double({ min: 55, max: 390, noNaN: true }),
    fc.uniqueArray(fc.integer({ min: 210, max: 690 }), { maxLength: 6 })
      .map((times) => [200, ...times, 700]),
    (speed, reserve, times) => {
      // Nobody runs faster over a mile than 7.2 m/s.
      fc.pre(speed * 200 + reserve < 1300);
      const curve = fit(times.map((time) => ({ time, distance: speed * time + reserve })));
      assertAlmostEquals(curve.speed, speed, 1e-6);
      assertAlmostEquals(curve.reserve, reserve, 1e-3);
      const near = predictCriticalSpeed(curve, 2000);
      const far = predictCriticalSpeed(curve, 2001);
      if (near.valid && far.valid) assert(far.time > near.time);
    },
  ));
});

Deno.test("fitCriticalSpeed() says why it says nothing", () => {
  const reasons = [
    [{ distance: 1500, time: 300 }, { distance: 10_000, time: 2400 }],
    [{ distance: 1500, time: 300 }, { distance: 1500, time: 310 }],
    [{ distance: 1500, time: 300 }, { distance: 3000, time: 605 }],
    [{ distance: 1500, time: 300 }, { distance: 3000, time: 900 }],
    [{ distance: 3000, time: 600 }, { distance: 1500, time: 700 }],
    [{ distance: 1500, time: 300 }, { distance: 1609.344, time: 320 }],
  ].map((efforts) => {
    const answer = fitCriticalSpeed(efforts);
    return answer.valid || answer.reason;
  });
  assertEquals(reasons, [
    "too-few-records",
    "equal-distances",
    "not-plausible",
    "not-plausible",
    "not-plausible",
    "close-distances",
  ]);
  assertThrows(() => fitCriticalSpeed([{ distance: NaN, time: 1 }]), RangeError);
});
