import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  cooperOxygenUptake,
  cooperVma,
  halfCooperVma,
  vamevalVma,
  vmaOxygenUptake,
} from "./vma_protocols.ts";

const reasonOf = (answer: { valid: boolean; reason?: string }) => answer.reason ?? answer.valid;

Deno.test("halfCooperVma() is the meters of 6 min over 100", () => {
  assertEquals(halfCooperVma(1450), { valid: true, vma: 14.5, lowest: 13, highest: 16 });
  assertEquals([499, 2701].map((meters) => reasonOf(halfCooperVma(meters))), [
    "distance-out-of-range",
    "distance-out-of-range",
  ]);
  assertThrows(() => halfCooperVma(NaN), RangeError, "distance");
});

Deno.test("cooperOxygenUptake() follows Cooper's formula", () => {
  const answer = cooperOxygenUptake(2800);
  // (2800 − 504.9) / 44.73
  assertAlmostEquals(answer.valid ? answer.oxygenUptake : NaN, 51.31, 0.005);
  assertEquals(reasonOf(cooperOxygenUptake(900)), "distance-out-of-range");
});

Deno.test("vamevalVma() adds the share of the stage that was not run whole", () => {
  assertEquals(vamevalVma(16, 0), { valid: true, vma: 16, lowest: 14.8, highest: 17.2 });
  const answer = vamevalVma(16, 45);
  assertEquals(answer.valid && answer.vma, 16.375);
  assertEquals([7.5, 25.5].map((speed) => reasonOf(vamevalVma(speed, 0))), [
    "not-plausible",
    "not-plausible",
  ]);
  assertThrows(() => vamevalVma(16.2, 0), RangeError, "stages");
  assertThrows(() => vamevalVma(16, 61), RangeError, "0 to 60");
});

Deno.test("vmaOxygenUptake() follows Léger and Mercier", () => {
  const answer = vmaOxygenUptake(16);
  // 1.353 + 50.608 + 3.138
  assertAlmostEquals(answer.valid ? answer.oxygenUptake : NaN, 55.099, 0.0005);
  assertEquals(reasonOf(vmaOxygenUptake(30)), "not-plausible");
});

Deno.test("cooperVma() is that of a result over 12 min, above the mean speed", () => {
  const answer = cooperVma(3000);
  // 15 km/h for 12 min, with endurance indexes of −7, −4.5 and −9.5: 15/(1 + IE/100·ln(12/7)).
  assertAlmostEquals(answer.valid ? answer.vma : NaN, 15.588, 0.0005);
  assertAlmostEquals(answer.valid ? answer.lowest : NaN, 15.373, 0.0005);
  assertAlmostEquals(answer.valid ? answer.highest : NaN, 15.8095, 0.0005);
  assertEquals(reasonOf(cooperVma(999)), "distance-out-of-range");
  assertEquals(reasonOf(cooperVma(5201)), "distance-out-of-range");
});
