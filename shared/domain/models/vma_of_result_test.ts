import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { predictFromOneResult, vmaOfResult } from "./vma_of_result.ts";

Deno.test("vmaOfResult() gives the VMA that predicts the result again", () => {
  for (const result of [{ distance: 5000, time: 1200 }, { distance: 42_195, time: 12_600 }]) {
    const answer = vmaOfResult(result);
    assert(answer.valid);
    const again = predictFromOneResult(result, result.distance);
    assertAlmostEquals(again.valid ? again.time : NaN, result.time, 0.01);
    assert(answer.lowest < answer.vma && answer.vma < answer.highest);
  }
});

Deno.test("vmaOfResult() says nothing of what it cannot be told from", () => {
  const reason = (distance: number, time: number) => {
    const answer = vmaOfResult({ distance, time });
    return answer.valid ? null : answer.reason;
  };
  // 1500 m in 5'00" lasts less than the 7 min that VMA is held.
  assertEquals(reason(1500, 300), "effort-too-short");
  assertEquals(reason(120_000, 86_401), "effort-too-long");
  assertEquals(reason(10_000, 1500), "faster-than-any");
  // A walk of 3.5 km/h.
  assertEquals(reason(3500, 3600), "not-plausible");
});

Deno.test("vmaOfResult() is carried beyond 5 h, and says so", () => {
  const answer = vmaOfResult({ distance: 42_195, time: 19_800 });
  assert(answer.valid && answer.extended === "effort-too-long");
  // 42.195 km in 5 h 30 are 7.672 km/h: 7.672/(1 − 0.07·ln(330/7)).
  assertAlmostEquals(answer.vma, 10.506, 0.005);
});
