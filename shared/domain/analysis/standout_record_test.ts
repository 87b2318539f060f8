import { assert, assertEquals } from "@std/assert";
import type { Effort } from "../measure/estimate.ts";
import { MARATHON } from "../measure/official_lengths.ts";
import { fitRunner, predictTimes } from "../models/prediction.ts";
import { findStandout } from "./standout_record.ts";

const of = (runs: readonly Effort[]) => findStandout(predictTimes(runs, fitRunner(runs)));

Deno.test("findStandout() finds the marathon that is far better than the shorter races say", () => {
  // 35'42 over 10 km predicts 2h54'; 2h40' is more than 5 % faster.
  const standout = of([
    { distance: 5000, time: 1041 },
    { distance: 10_000, time: 2142 },
    { distance: MARATHON, time: 9600 },
  ]);
  assertEquals(standout?.kind, "better");
  assertEquals(standout?.record, { distance: MARATHON, time: 9600 });
  assertEquals(standout?.base, { distance: 10_000, time: 2142 });
  assert(standout !== null);
  const { time, fastest, slowest } = standout.predicted;
  assert(time > 10_000 && fastest < time && time < slowest);
});

Deno.test("findStandout() finds the marathon of somebody who faded, and says when that is rare", () => {
  const faded = of([{ distance: 10_000, time: 2400 }, { distance: MARATHON, time: 16_200 }]);
  assertEquals([faded?.kind, faded?.isClear, faded?.record.distance], ["weaker", true, MARATHON]);
});

Deno.test("findStandout() says that records are in line", () => {
  const answer = predictTimes([{ distance: 10_000, time: 2400 }], fitRunner([]))
    .find(({ distance }) => distance === 20_000)?.mypacer;
  assert(answer?.valid);
  const standout = of([{ distance: 10_000, time: 2400 }, { distance: 20_000, time: answer.time }]);
  assertEquals([standout?.kind, standout?.isClear], ["in-line", false]);
});

Deno.test("findStandout() is silent without two records that the model was made for", () => {
  assertEquals(of([]), null);
  assertEquals(of([{ distance: 10_000, time: 2400 }]), null);
  assertEquals(of([{ distance: 800, time: 130 }, { distance: 1500, time: 270 }]), null);
});
