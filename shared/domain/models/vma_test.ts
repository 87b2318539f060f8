import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { HALF_MARATHON, MARATHON } from "../measure/official_lengths.ts";
import { enduranceIndex, fitVma, predictFromVma, speedHeld } from "./vma.ts";

/** What a runner's VMA rests on, where that does not matter. */
const OF_10_KM = { extended: null, shortest: 10_000, longest: 10_000 };

function fit(records: Parameters<typeof fitVma>[0]) {
  const answer = fitVma(records);
  assert(answer.valid, JSON.stringify(answer));
  return answer;
}

for (
  const [distance, time, vma, percent, index] of [
    [10_000, 2400, 17, 88.235, -6.750],
    [HALF_MARATHON, 5700, 17, 78.381, -8.290],
    [MARATHON, 14_400, 14, 75.348, -6.974],
    [10_000, 2160, 18, 92.593, -4.523],
  ] as const
) {
  Deno.test(`enduranceIndex() of ${distance} m in ${time} s at a VMA of ${vma}`, () => {
    const answer = enduranceIndex({ distance, time }, vma);
    assert(answer.valid);
    assertAlmostEquals(answer.percent, percent, 0.0005);
    assertAlmostEquals(answer.index, index, 0.0005);
  });
}

Deno.test("fitVma() agrees with the worked result", () => {
  const answer = fit([{ distance: 5000, time: 1200 }, { distance: 10_000, time: 2520 }]);
  assertAlmostEquals(answer.vma, 16.011, 0.0005);
  assertAlmostEquals(answer.enduranceIndex, -6.013, 0.0005);
  assertEquals(answer.count, 2);
});

Deno.test("fitVma() recovers made-up runners, and predicts their records", () => {
  fc.assert(fc.property(
    fc.double({ min: 9, max: 20, noNaN: true }),
    fc.double({ min: -11.99, max: -2.01, noNaN: true }),
    // 16 times between the first and the last, so that even weak endurance keeps the distances
    // apart.
    fc.uniqueArray(fc.integer({ min: 1000, max: 9000 }), { maxLength: 6 })
      .map((times) => [500, ...times, 9500]),
    (vma, index, times) => {
      const records = times.map((time) => ({
        time,
        distance: vma / 3.6 * (1 + index / 100 * Math.log(time / 420)) * time,
      }));
      const answer = fit(records);
      assertAlmostEquals(answer.vma, vma, 1e-3);
      assertAlmostEquals(answer.enduranceIndex, index, 1e-2);
      for (const { distance, time } of records) {
        const prediction = predictFromVma({ ...OF_10_KM, vma, enduranceIndex: index }, distance);
        // A made-up runner may be faster than anybody.
        if (prediction.valid) assertAlmostEquals(prediction.time, time, 1e-3);
        else assertEquals(prediction.reason, "faster-than-any");
      }
    },
  ));
});

Deno.test("predictFromVma() grows with the distance, up to the weakest endurance there is", () => {
  fc.assert(fc.property(
    fc.double({ min: 8, max: 25, noNaN: true }),
    fc.double({ min: -12, max: -2, noNaN: true }),
    fc.double({ min: 1000, max: 60_000, noNaN: true }),
    (vma, index, distance) => {
      const near = predictFromVma({ ...OF_10_KM, vma, enduranceIndex: index }, distance);
      const far = predictFromVma({ ...OF_10_KM, vma, enduranceIndex: index }, distance * 1.01);
      if (near.valid && far.valid) assert(far.time > near.time);
    },
  ));
});

Deno.test("speedHeld() falls from VMA on, between 7 min and a day", () => {
  const runner = { vma: 16, enduranceIndex: -6 };
  const hour = speedHeld(runner, 3600);
  assertAlmostEquals(hour.valid ? hour.speed : NaN, 16 * (1 - 0.06 * Math.log(60 / 7)), 1e-9);
  const reasons = [420, 300, 86_401].map((time) => {
    const answer = speedHeld(runner, time);
    return answer.valid || answer.reason;
  });
  assertEquals(reasons, ["effort-too-short", "effort-too-short", "effort-too-long"]);
});

Deno.test("VMA and endurance give no figure outside of their range", () => {
  const reasons = [
    enduranceIndex({ distance: 2000, time: 420 }, 18),
    enduranceIndex({ distance: 1500, time: 300 }, 18),
    enduranceIndex({ distance: 150_000, time: 86_401 }, 18),
    enduranceIndex({ distance: 10_000, time: 2000 }, 18),
    fitVma([{ distance: 1500, time: 300 }, { distance: 5000, time: 1200 }]),
    fitVma([{ distance: 5000, time: 1200 }, { distance: 5000, time: 1210 }]),
    fitVma([{ distance: 5000, time: 1200 }, { distance: 10_000, time: 2390 }]),
    fitVma([{ distance: 3000, time: 600 }, { distance: 5000, time: 3600 }]),
    predictFromVma({ ...OF_10_KM, vma: 16, enduranceIndex: -6 }, 400),
    predictFromVma({ ...OF_10_KM, vma: 10, enduranceIndex: -6 }, 200_000),
    predictFromVma({ ...OF_10_KM, vma: 27, enduranceIndex: -2 }, MARATHON),
  ].map((answer) => answer.valid || answer.reason);
  assertEquals(reasons, [
    "effort-too-short",
    "effort-too-short",
    "effort-too-long",
    "not-plausible",
    "too-few-records",
    "equal-distances",
    "not-plausible",
    "not-plausible",
    "effort-too-short",
    "effort-too-long",
    "faster-than-any",
  ]);
  assertThrows(() => enduranceIndex({ distance: 5000, time: 1200 }, 0), RangeError, "VMA");
  assertThrows(() => speedHeld({ vma: 16, enduranceIndex: -6 }, -1), RangeError, "time");
});

Deno.test("fitVma() takes the endurance indexes of its own scale and no others", () => {
  // 10 km in 40'01" after 5 km in 20'00": ln(40'01"/20') = 0.6935, and the speed falls by 0.006
  // km/h only.
  const flat = fitVma([{ distance: 5000, time: 1200 }, { distance: 10_000, time: 2401 }]);
  assertEquals(flat.valid || flat.reason, "not-plausible");
  // 5 km in 20'00", 10 km in 52'00": 15 and 11.54 km/h, an index of some −18.
  const steep = fitVma([{ distance: 5000, time: 1200 }, { distance: 10_000, time: 3120 }]);
  assertEquals(steep.valid || steep.reason, "not-plausible");
  const close = fitVma([{ distance: 10_000, time: 2700 }, { distance: 12_000, time: 3300 }]);
  assertEquals(close.valid || close.reason, "close-distances");
});

Deno.test("fitVma() counts the better of two tries, and carries runs of more than 5 h", () => {
  const runs = [
    { distance: 10_000, time: 4500 },
    { distance: 10_000, time: 5400 },
    { distance: MARATHON, time: 21_600 },
  ];
  const answer = fit(runs);
  assertEquals([answer.restsOn, answer.extended], [[runs[0], runs[2]], "effort-too-long"]);
  const half = predictFromVma(answer, HALF_MARATHON);
  assert(half.valid && half.extended === "effort-too-long");
  assert(half.fastest < half.time && half.time < half.slowest);
});
