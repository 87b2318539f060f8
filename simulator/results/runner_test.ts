import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { ageShare, drawRunner, expectedTime, shareOfBestOver, standardTime } from "./runner.ts";

Deno.test("standardTime() gives the points of its curve, and lies between them elsewhere", () => {
  assertAlmostEquals(standardTime(1500, "M"), 206, 1e-9);
  assertAlmostEquals(standardTime(42_195, "F"), 7800, 1e-6);
  const mile = standardTime(1609.344, "M");
  assert(mile > 206 && mile < 283, String(mile));
});

Deno.test("standardTime() grows with the distance, and the pace with it above 200 m", () => {
  for (const sex of ["M", "F"] as const) {
    let last = 0;
    for (let distance = 50; distance <= 100_000; distance *= 1.05) {
      const time = standardTime(distance, sex);
      assert(time > last);
      last = time;
    }
    for (let distance = 200; distance <= 90_000; distance *= 1.1) {
      const slower = standardTime(distance * 1.1, sex) / (distance * 1.1);
      assert(slower > standardTime(distance, sex) / distance);
    }
  }
});

Deno.test("ageShare() is whole from 22 to 32 and less before and after", () => {
  assertEquals(ageShare(22), 1);
  assertEquals(ageShare(32), 1);
  assertEquals(ageShare(50), 0.89);
  assertAlmostEquals(ageShare(36), 0.9825, 1e-9);
  for (let age = 5; age <= 22; age++) assert(ageShare(age) > ageShare(age - 1));
  for (let age = 33; age <= 90; age++) assert(ageShare(age) < ageShare(age - 1));
});

Deno.test("expectedTime() follows quality, endurance and age", () => {
  const runner = { sex: "M", birthYear: 1990, quality: 0.7, endurance: 0 } as const;
  // 206 s at 70 % of the speed: 294.29 s; at 50 years 89 % of that speed.
  assertAlmostEquals(expectedTime(runner, 1500, 25), 294.286, 1e-3);
  assertAlmostEquals(expectedTime(runner, 1500, 50), 330.658, 1e-3);
  const enduring = { ...runner, endurance: 0.03 };
  assert(expectedTime(enduring, 42_195, 25) < expectedTime(runner, 42_195, 25));
  assert(expectedTime(enduring, 100, 25) > expectedTime(runner, 100, 25));
});

Deno.test("drawRunner() gives nobody more than the world's best", () => {
  for (let key = 0; key < 20_000; key++) {
    const runner = drawRunner(key, { sex: "F", birthYear: 2000 });
    for (const distance of [50, 2000, 100_000]) {
      const share = shareOfBestOver(distance, runner);
      assert(share > 0.3 && share <= 0.97, `${share} over ${distance} m`);
    }
  }
});
