import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { isSprint, lapOfPicture } from "../../kit/charts/track_scene.ts";
import { motionsOf, showSeconds } from "./race_motion.ts";

Deno.test("motionsOf() ends all of them with the first, each where it is by then", () => {
  for (
    const [distance, times] of [[10_000, [2000, 2500]], [100, [11, 12]], [42_195, [
      9000,
      9090,
    ]]] as const
  ) {
    const motions = motionsOf(distance, times);
    const total = 1000 * showSeconds(distance, times[0]);
    for (const { duration, iterations } of motions) {
      assertAlmostEquals(duration * iterations, total, 1e-6);
    }
    const [first, second] = motions;
    assert(first && second);
    const lap = isSprint(distance) ? distance : lapOfPicture(distance);
    assertAlmostEquals(first.iterations, distance / lap, 1e-9);
    // The first ends on a whole lap, which is the line.
    assertAlmostEquals((first.iterationStart + first.iterations) % 1, 0, 1e-9);
    assertAlmostEquals(second.iterations, distance * times[0] / times[1] / lap, 1e-9);
    assertEquals(first.transforms[0] === first.transforms.at(-1), !isSprint(distance));
  }
});

Deno.test("showSeconds() shows a sprint as it is and a marathon in twenty seconds", () => {
  assertEquals(showSeconds(100, 9.58), 9.58);
  assertEquals(showSeconds(42_195, 7235), 20);
  assertEquals(showSeconds(1500, 206), 16);
});
