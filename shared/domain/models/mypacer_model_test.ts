import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import type { Effort } from "../measure/estimate.ts";
import { slowestTime, worldBestTime } from "./human_limits.ts";
import { predictMyPacer } from "./mypacer_model.ts";
import type { Runner } from "./mypacer_curve.ts";
import { HALF_MARATHON, MARATHON } from "../measure/official_lengths.ts";

/** A prediction that there must be. */
function predict(results: readonly Effort[], distance: number, runner: Runner = {}) {
  const range = predictMyPacer(results, distance, runner);
  if (!range.valid) throw new Error(`${range.reason}: ${range.detail}`);
  return range;
}
const man: Runner = { sex: "M", age: 41 };
const tenKm = (time: number): Effort => ({ distance: 10_000, time });

Deno.test("predictMyPacer() follows the fitted figures from 10 km in 40 min", () => {
  // 40 min·e^0.8091; its ends, in ln, e^(−3.118 + 0.1781·g) below and e^(−1.9254 + 0.1444·g)
  // above, each times 1 − 0.65·e^(−g/0.2), with g = ln 2.10975.
  const half = predict([tenKm(2400)], HALF_MARATHON, man);
  assertAlmostEquals(half.time, 5390.1, 0.1);
  assertAlmostEquals(half.fastest, 5128.5, 0.1);
  assertAlmostEquals(half.slowest, 6324.7, 0.1);
  assertEquals(half.extended, null);
  assertAlmostEquals(predict([tenKm(2400)], MARATHON, man).time, 11937.3, 0.1);
});

Deno.test("predictMyPacer() has women of the same level fade less", () => {
  const woman: Runner = { sex: "F", age: 41 };
  // e^(1.6042 − 0.0460) instead of e^1.6042.
  assertAlmostEquals(predict([tenKm(2400)], MARATHON, woman).time, 11400.6, 0.1);
});

Deno.test("predictMyPacer() takes the better of two tries over one distance", () => {
  const best = predict([tenKm(2400)], MARATHON);
  assertEquals(predict([tenKm(2400), tenKm(2520)], MARATHON), best);
  assertEquals(predict([tenKm(2700), tenKm(2400), tenKm(2520)], MARATHON), best);
});

Deno.test("predictMyPacer() lies between what two results say alone, nearer to the nearer one", () => {
  const half = { distance: HALF_MARATHON, time: 5700 };
  const fromTenKm = predict([tenKm(2400)], MARATHON, man).time;
  const fromHalf = predict([half], MARATHON, man).time;
  const { time } = predict([tenKm(2400), half], MARATHON, man);
  assert(fromTenKm < time && time < fromHalf, `${fromTenKm} ${time} ${fromHalf}`);
  assert(fromHalf - time < time - fromTenKm);
});

Deno.test("predictMyPacer() answers a distance that was run with that result and a small interval", () => {
  const own = predict([tenKm(2400)], 10_000, man);
  assertAlmostEquals(own.time, 2400, 1e-9);
  assert(own.fastest > 2350 && own.slowest < 2550, JSON.stringify(own));
});

Deno.test("predictMyPacer() ignores a shorter distance run at a slower pace", () => {
  // 25 min over 5 km says nothing of who runs 10 km in 40 min, but that 5 km can be run in 20.
  const { time } = predict([{ distance: 5000, time: 1500 }, tenKm(2400)], HALF_MARATHON, man);
  assertEquals(
    time,
    predict([{ distance: 5000, time: 1200 }, tenKm(2400)], HALF_MARATHON, man).time,
  );
});

Deno.test("predictMyPacer() answers slow and fast runners, and says where it goes beyond its sample", () => {
  for (const minutes of [55, 65, 75]) {
    for (const distance of [HALF_MARATHON, MARATHON]) {
      assertEquals(predict([tenKm(minutes * 60)], distance).extended, "effort-too-long");
    }
  }
  const best = { distance: MARATHON, time: 7235 };
  for (const distance of [1500, 5000, 10_000, HALF_MARATHON, 100_000]) {
    assert(predict([best], distance).extended !== null);
  }
  assertEquals(predict([{ distance: MARATHON, time: 20_000 }], 10_000).extended, "effort-too-long");
  assertEquals(predict([tenKm(2400)], 1500).extended, "distance-out-of-range");
  assertEquals(predict([tenKm(2400)], 100_000).extended, "distance-out-of-range");
  assertEquals(predict([{ distance: 1500, time: 300 }], 5000).extended, "distance-out-of-range");
});

Deno.test("predictMyPacer() is wider where it goes beyond its sample", () => {
  const width = (results: Effort[], distance: number) => {
    const { fastest, slowest } = predict(results, distance, man);
    return slowest / fastest;
  };
  assert(width([tenKm(2400)], 60_000) > width([tenKm(2400)], MARATHON));
  assert(width([tenKm(4200)], MARATHON) > width([tenKm(3000)], MARATHON));
});

Deno.test("predictMyPacer() is wider where results contradict each other, narrower where they agree", () => {
  const half = predict([tenKm(2400)], HALF_MARATHON, man).time;
  const width = (...results: Effort[]) => {
    const { fastest, slowest } = predict(results, MARATHON, man);
    return slowest / fastest;
  };
  const alone = width({ distance: HALF_MARATHON, time: half });
  const agreeing = width(tenKm(2400), { distance: HALF_MARATHON, time: half });
  const contradicting = width(tenKm(2200), { distance: HALF_MARATHON, time: half });
  assert(agreeing < alone, `${agreeing} ${alone}`);
  assert(contradicting > alone, `${contradicting} ${alone}`);
});

Deno.test("predictMyPacer() says nothing without a usable result", () => {
  const none = predictMyPacer([], MARATHON);
  assert(!none.valid && none.reason === "too-few-records");
  const sprint = predictMyPacer([{ distance: 400, time: 60 }], MARATHON);
  assert(!sprint.valid && sprint.reason === "too-few-records");
});

Deno.test("predictMyPacer() refuses what is no figure", () => {
  assertThrows(() => predictMyPacer([tenKm(-1)], MARATHON), RangeError);
  assertThrows(() => predictMyPacer([tenKm(2400)], NaN), RangeError);
  assertThrows(() => predictMyPacer([tenKm(2400)], MARATHON, { age: 0 }), RangeError);
});

/** Results of 3 min to 12 h at paces from the best of the world to 7 min/km. */
const anyResult = fc.record({
  distance: fc.double({ min: 1500, max: 60_000, noNaN: true }),
  slowness: fc.double({ min: 0, max: 1, noNaN: true }),
}).map(({ distance, slowness }): Effort => {
  const best = worldBestTime(distance) * 1.001;
  return { distance, time: best + slowness * (distance * 0.42 - best) };
});
const anyResults = fc.array(anyResult, { minLength: 1, maxLength: 6 });
/** Over which nobody takes less than 2 min, and none of them more than a day. */
const anyDistance = fc.double({ min: 1000, max: 60_000, noNaN: true });
const anyRunner: fc.Arbitrary<Runner> = fc.record({
  sex: fc.constantFrom("F" as const, "M" as const, null),
  age: fc.option(fc.integer({ min: 5, max: 99 }), { nil: null }),
});

Deno.test("predictMyPacer() answers any runner within what is human, its ends around the middle", () => {
  fc.assert(fc.property(anyResults, anyDistance, anyRunner, (results, distance, runner) => {
    const { time, fastest, slowest } = predict(results, distance, runner);
    return worldBestTime(distance) <= fastest && fastest <= time && time <= slowest &&
      slowest <= slowestTime(distance);
  }));
});

Deno.test("predictMyPacer() takes longer, at a slower pace, over a longer distance", () => {
  fc.assert(
    fc.property(anyResults, anyDistance, anyDistance, anyRunner, (results, a, b, runner) => {
      const [short, long] = a < b ? [a, b] : [b, a];
      const [first, second] = [predict(results, short, runner), predict(results, long, runner)];
      return first.time <= second.time &&
        first.time / short <= second.time / long * (1 + 1e-9);
    }),
  );
});

const slower = fc.double({ min: 1, max: 1.3, noNaN: true });

Deno.test("predictMyPacer() is no faster for whoever ran slower", () => {
  fc.assert(
    fc.property(
      anyResults,
      anyDistance,
      slower,
      fc.nat(),
      anyRunner,
      (results, distance, by, at, runner) => {
        const worse = results.map((result, index) =>
          index === at % results.length ? { ...result, time: result.time * by } : result
        );
        return predict(results, distance, runner).time <=
          predict(worse, distance, runner).time * (1 + 1e-9);
      },
    ),
  );
});

Deno.test("predictMyPacer() has no end faster for whoever ran slower, from one result", () => {
  fc.assert(
    fc.property(anyResult, anyDistance, slower, anyRunner, (result, distance, by, runner) => {
      const before = predict([result], distance, runner);
      const after = predict([{ ...result, time: result.time * by }], distance, runner);
      return before.fastest <= after.fastest * (1 + 1e-9) &&
        before.slowest <= after.slowest * (1 + 1e-9);
    }),
  );
});

Deno.test("predictMyPacer() does not jump when a distance or a time changes a little", () => {
  fc.assert(
    fc.property(anyResults, anyDistance, fc.nat(), anyRunner, (results, distance, at, runner) => {
      const index = at % results.length;
      const { time } = predict(results, distance, runner);
      const near = results.map((result, i) =>
        i === index
          ? { distance: result.distance * (1 + 1e-7), time: result.time * (1 + 1e-7) }
          : result
      );
      return Math.abs(predict(near, distance * (1 + 1e-7), runner).time / time - 1) < 1e-5;
    }),
  );
});
