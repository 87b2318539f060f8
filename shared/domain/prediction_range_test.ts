import { assert, assertEquals } from "@std/assert";
import { fitCriticalSpeed } from "./critical_speed.ts";
import { fitPersonalCurve } from "./personal_curve.ts";
import { predictMissing } from "./prediction.ts";
import { predictionRange } from "./prediction_range.ts";
import type { RunRecord } from "./run_record.ts";
import { fitVma } from "./vma.ts";

function predictionsOf(...efforts: [distance: number, time: number][]) {
  const runs = efforts.map(([distance, time]): RunRecord => ({
    discipline: "road",
    event: "",
    date: null,
    distance,
    time,
  }));
  return predictMissing(runs, {
    curve: fitPersonalCurve(runs),
    vma: fitVma(runs),
    criticalSpeed: fitCriticalSpeed(runs),
  });
}

Deno.test("predictionRange() holds the time of each valid model", () => {
  const predictions = predictionsOf([5000, 1230], [10_000, 2565], [21_097.5, 5700]);
  for (const prediction of predictions) {
    const range = predictionRange(prediction);
    const { personal, riegel, danielsGilbert, cameron } = prediction;
    for (const answer of [personal, riegel, danielsGilbert, cameron]) {
      if (!answer.valid) continue;
      assert(range !== null && range.fastest <= answer.time && answer.time <= range.slowest);
    }
  }
  const marathon = predictions.find(({ distance }) => distance === 42_195);
  assert(marathon?.riegel.valid);
  const range = predictionRange(marathon);
  assert(range !== null && range.slowest >= marathon.riegel.fadingTime);
  // Critical speed ends at 20 min; the other five hold.
  assertEquals(range.models, 5);
});

Deno.test("predictionRange() is null where no model holds", () => {
  // A single 100 m tells nothing of any distance.
  for (const prediction of predictionsOf([100, 13])) {
    assertEquals(predictionRange(prediction), null);
  }
});
