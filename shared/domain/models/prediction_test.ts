import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Effort, Estimate, TimeRange } from "../measure/estimate.ts";
import { slowestTime, worldBestTime } from "./human_limits.ts";
import { fitRunner, PREDICTED_DISTANCES, type Prediction, predictTimes } from "./prediction.ts";

const MODELS = [
  "mypacer",
  "personal",
  "riegel",
  "danielsGilbert",
  "cameron",
  "peronnetThibault",
  "criticalSpeed",
] as const;

function predictionsOf(...efforts: [distance: number, time: number][]): Prediction[] {
  const runs = efforts.map(([distance, time]): Effort => ({ distance, time }));
  return predictTimes(runs, fitRunner(runs));
}

/** What the models say over a distance: `extended` and the reasons included. */
function over(distance: number, predictions: readonly Prediction[]) {
  const prediction = predictions.find((each) => each.distance === distance);
  assert(prediction !== undefined);
  return prediction;
}

const outcome = (answer: Estimate<TimeRange>) => answer.valid ? answer.extended : answer.reason;

Deno.test("predictTimes() gives slow runners their half and marathon from every model", () => {
  for (const tenKilometers of [3300, 3900, 4500]) {
    const single = predictionsOf([10_000, tenKilometers]);
    for (const distance of [21_097.5, 42_195]) {
      const { mypacer, riegel, danielsGilbert, cameron, peronnetThibault } = over(
        distance,
        single,
      );
      for (const answer of [mypacer, riegel, danielsGilbert, cameron, peronnetThibault]) {
        assert(answer.valid, JSON.stringify(answer));
      }
    }
    // 5 km as fast as 10 km at an exponent of 1.07.
    const both = predictionsOf([5000, tenKilometers / 2 ** 1.07], [10_000, tenKilometers]);
    for (const distance of [21_097.5, 42_195]) {
      for (const model of MODELS.filter((name) => name !== "criticalSpeed")) {
        const answer = over(distance, both)[model];
        assert(answer.valid, `${model} ${JSON.stringify(answer)}`);
      }
    }
    assertEquals(
      over(42_195, both).riegel.valid && outcome(over(42_195, both).riegel),
      "effort-too-long",
    );
  }
});

Deno.test("predictTimes() says of a distance that was run what the others make of it", () => {
  const both = over(10_000, predictionsOf([5000, 1200], [10_000, 2700]));
  assertEquals(both.record, { distance: 10_000, time: 2700 });
  assertEquals(both.from, { distance: 5000, time: 1200 });
  // 20'00" over 5 km, times 2^1.06.
  assert(both.riegel.valid && Math.abs(both.riegel.time - 2501.92) < 0.01);
  const alone = predictionsOf([10_000, 2700]);
  assertEquals(alone.some(({ distance }) => distance === 10_000), false);
});

Deno.test("predictTimes() counts the better of two tries, and says why results tell no curve", () => {
  const reasons = (...efforts: [number, number][]) => {
    const { curve, vma } = fitRunner(efforts.map(([distance, time]) => ({ distance, time })));
    return [curve, vma].map((fit) => fit.valid || fit.reason);
  };
  // Each of these ended in an error, or in a range from seconds to weeks.
  assertEquals(reasons([20_000, 5400], [21_097.5, 5700], [21_097.5, 6120]), [
    "close-distances",
    "close-distances",
  ]);
  assertEquals(reasons([1500, 300], [1609.344, 320], [1500, 320]), [
    "close-distances",
    "too-few-records",
  ]);
  assertEquals(reasons([10_000, 2520], [10_000, 2700], [9500, 2460]), [
    "close-distances",
    "close-distances",
  ]);
  assertEquals(reasons([5000, 1200], [5000, 1260], [5500, 1350]), [
    "close-distances",
    "close-distances",
  ]);
  assertEquals(reasons([5000, 1500], [10_000, 2400]), ["not-plausible", "not-plausible"]);
  assertEquals(reasons([5000, 1200], [10_000, 2340]), ["not-plausible", "not-plausible"]);
  assertEquals(reasons([5000, 1200], [10_000, 2401]), [true, "not-plausible"]);
  // 17'00" and 25'00" over 5 km: the better of the two tries.
  const [twice, once] = [
    predictionsOf([5000, 1020], [5000, 1500], [10_000, 2520]),
    predictionsOf([5000, 1020], [10_000, 2520]),
  ];
  assertEquals(twice, once);
});

/** What a form can hold: up to eight results of 100 m to 300 km at 1 to 30 min/km. */
const results = fc.array(
  fc.record({
    distance: fc.oneof(
      fc.constantFrom(...PREDICTED_DISTANCES, 9500, 5500, 800, 50_000, 100_000),
      fc.integer({ min: 100, max: 300_000 }),
    ),
    pace: fc.oneof(fc.integer({ min: 150, max: 600 }), fc.integer({ min: 60, max: 1800 })),
  }).map(({ distance, pace }) => ({ distance, time: distance * pace / 1000 })),
  { minLength: 1, maxLength: 8 },
);

Deno.test("predictTimes() gives figures between the best of the world and a stroll, whatever was run", () => {
  fc.assert(
    fc.property(results, (runs) => {
      for (const prediction of predictTimes(runs, fitRunner(runs))) {
        for (const model of MODELS) {
          const answer = prediction[model];
          if (!answer.valid) continue;
          const { distance } = prediction;
          assert(worldBestTime(distance) <= answer.fastest && answer.fastest <= answer.time);
          assert(answer.time <= answer.slowest && answer.slowest <= slowestTime(distance));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

Deno.test("predictTimes() says why of somebody without results", () => {
  for (const { record, from, ...models } of predictionsOf()) {
    assertEquals([record, from], [null, null]);
    for (const model of MODELS) {
      assertEquals(outcome(models[model]), "too-few-records");
    }
  }
});
