import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { HALF_MARATHON, MARATHON } from "../measure/official_lengths.ts";
import { predictCameron } from "./cameron.ts";
import { predictRiegel } from "./riegel.ts";

function timeOf(answer: { valid: true; time: number } | { valid: false }): number {
  assert(answer.valid);
  return answer.time;
}

Deno.test("predictRiegel() agrees with worked results", () => {
  const tenKilometers = { distance: 10_000, time: 2700 };
  assertAlmostEquals(
    timeOf(predictRiegel({ distance: 5000, time: 1230 }, 10_000)),
    2564.47,
    0.005,
  );
  assertAlmostEquals(timeOf(predictRiegel(tenKilometers, HALF_MARATHON)), 5957.29, 0.005);
  assertAlmostEquals(timeOf(predictRiegel(tenKilometers, MARATHON)), 12_420.54, 0.005);
  assertAlmostEquals(
    timeOf(predictRiegel({ distance: 15_000, time: 4070 }, MARATHON)),
    12_181.88,
    0.005,
  );
});

Deno.test("predictRiegel() lets runners fade beyond the half marathon only", () => {
  const half = predictRiegel({ distance: 10_000, time: 2400 }, HALF_MARATHON);
  assert(half.valid);
  assertEquals(half.fadingTime, half.time);
  const marathon = predictRiegel({ distance: 10_000, time: 2400 }, MARATHON);
  assert(marathon.valid);
  assertAlmostEquals(marathon.fadingTime, half.time * 2 ** 1.15, 1e-6);
  // From the marathon down, who fades has the faster half marathon.
  const down = predictRiegel({ distance: MARATHON, time: 10_800 }, HALF_MARATHON);
  assert(down.valid);
  assertAlmostEquals(down.fadingTime, 10_800 / 2 ** 1.15, 1e-6);
});

Deno.test("predictRiegel() is carried beyond 3.5 to 230 min, with a wider interval", () => {
  // 10 km in 55, 65 and 75 min: most marathon runners.
  for (const time of [3300, 3900, 4500]) {
    const record = { distance: 10_000, time };
    const half = predictRiegel(record, HALF_MARATHON);
    const marathon = predictRiegel(record, MARATHON);
    assert(half.valid && marathon.valid);
    assertEquals([half.extended, marathon.extended], [null, "effort-too-long"]);
    assertAlmostEquals(marathon.time, time * 4.2195 ** 1.06, 1e-6);
    const within = predictRiegel({ distance: 10_000, time: 2400 }, MARATHON);
    assert(within.valid && within.extended === null);
    const width = (range: { time: number; slowest: number }) => range.slowest / range.time;
    assert(width(marathon) > width(within));
  }
  const fromShort = predictRiegel({ distance: 800, time: 125 }, 5000);
  assertEquals(fromShort.valid && fromShort.extended, "effort-too-short");
});

Deno.test("predictRiegel() gives no figure that is nobody's", () => {
  const reasons = [
    predictRiegel({ distance: 100, time: 12 }, MARATHON),
    predictRiegel({ distance: 10_000, time: 1500 }, 5000),
    predictRiegel({ distance: 1500, time: 206 }, MARATHON),
    predictRiegel({ distance: 5000, time: 6001 }, 10_000),
    predictRiegel({ distance: 10_000, time: 2400 }, 400),
    predictRiegel({ distance: 100_000, time: 80_000 }, 200_000),
  ];
  assertEquals(reasons.map((answer) => answer.valid || answer.reason), [
    "effort-too-short",
    "faster-than-any",
    "faster-than-any",
    "slower-than-any",
    "effort-too-short",
    "effort-too-long",
  ]);
  for (const answer of reasons) assert(!("time" in answer));
});

Deno.test("predictRiegel() refuses what is no run", () => {
  for (const bad of [0, -1, NaN, Infinity]) {
    assertThrows(() => predictRiegel({ distance: bad, time: 600 }, 5000), RangeError, "distance");
    assertThrows(() => predictRiegel({ distance: 3000, time: bad }, 5000), RangeError, "time");
    assertThrows(() => predictRiegel({ distance: 3000, time: 600 }, bad), RangeError, "distance");
  }
});

Deno.test("predictRiegel() grows with the distance, and predicts the record itself", () => {
  fc.assert(fc.property(
    fc.double({ min: 1500, max: 20_000, noNaN: true }),
    fc.double({ min: 300, max: 4000, noNaN: true }),
    fc.double({ min: 1000, max: 42_195, noNaN: true }),
    fc.double({ min: 1.001, max: 3, noNaN: true }),
    (distance, time, target, ratio) => {
      const again = predictRiegel({ distance, time }, distance);
      if (again.valid) assertAlmostEquals(again.time, time, 1e-6);
      const near = predictRiegel({ distance, time }, target);
      const far = predictRiegel({ distance, time }, target * ratio);
      if (near.valid && far.valid) {
        assert(far.time > near.time);
        assert(far.fadingTime > near.fadingTime);
      }
    },
  ));
});

Deno.test("predictCameron() agrees with worked results, and is carried beyond the mile and the marathon", () => {
  const record = { distance: 10_000, time: 2700 };
  assertAlmostEquals(timeOf(predictCameron(record, HALF_MARATHON)), 5952.92, 0.005);
  assertAlmostEquals(timeOf(predictCameron(record, MARATHON)), 12_650.10, 0.005);
  for (const distance of [1500, 50_000]) {
    const answer = predictCameron(record, distance);
    assertEquals(answer.valid && answer.extended, "distance-out-of-range");
  }
  const far = predictCameron(record, 250_000);
  assertEquals(far.valid || far.reason, "distance-out-of-range");
  const marathon = predictCameron(record, MARATHON);
  assertEquals(marathon.valid && marathon.extended, null);
});

Deno.test("predictCameron() grows with the distance", () => {
  fc.assert(fc.property(
    fc.double({ min: 1610, max: 42_000, noNaN: true }),
    fc.double({ min: 0.1, max: 190, noNaN: true }),
    (distance, more) => {
      const record = { distance: 10_000, time: 2700 };
      assert(
        timeOf(predictCameron(record, distance + more)) > timeOf(predictCameron(record, distance)),
      );
    },
  ));
});
