import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { ASSUMED_ENDURANCE, vmaOfResult } from "./vma_of_result.ts";
import { predictFromVma } from "./vma.ts";

Deno.test("vmaOfResult() gives the VMA that predicts the result again", () => {
  for (const result of [{ distance: 5000, time: 1200 }, { distance: 42_195, time: 12_600 }]) {
    const answer = vmaOfResult(result);
    assert(answer.valid);
    const again = predictFromVma(
      { vma: answer.vma, enduranceIndex: ASSUMED_ENDURANCE.usual },
      result.distance,
    );
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
  assertEquals(reason(42_195, 18_001), "effort-too-long");
  // A walk of 3 km/h.
  assertEquals(reason(3000, 3600), "not-plausible");
});
