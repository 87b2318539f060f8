import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { LAP, lapOfLane, pointOnStraight, pointOnTrack, TRACK } from "./track.ts";

/** Meters to the inner lane's measured line. */
const RADIUS = 36.8;

/** A point, rounded to decimeters, without a negative zero. */
const rounded = ({ x, y }: { x: number; y: number }) =>
  [x, y].map((value) => Math.round(value * 10) / 10 + 0);

Deno.test("lapOfLane() is 400 m in lane 1, and longer by the known staggers outside", () => {
  assertAlmostEquals(lapOfLane(1), 400, 0.01);
  // Staggers of the 400 m as every track is marked, lanes 2 to 8.
  const staggers = [7.04, 14.70, 22.37, 30.03, 37.70, 45.37, 53.03];
  staggers.forEach((stagger, at) => assertAlmostEquals(lapOfLane(at + 2) - 400, stagger, 0.02));
  for (const lane of [0, 1.5, NaN]) assertThrows(() => lapOfLane(lane), RangeError, "lane");
});

Deno.test("pointOnTrack() begins at the finish and is there again after a lap", () => {
  assertEquals(rounded(pointOnTrack(0, RADIUS)), [42.2, 36.8]);
  assertEquals(rounded(pointOnTrack(LAP, RADIUS)), [42.2, 36.8]);
  assertEquals(rounded(pointOnTrack(-LAP, RADIUS)), [42.2, 36.8]);
  assertEquals(rounded(pointOnTrack(25 * LAP, RADIUS)), [42.2, 36.8]);
});

Deno.test("pointOnTrack() is opposite after half a lap, and runs to the left", () => {
  assertEquals(rounded(pointOnTrack(200, RADIUS)), [-42.2, -36.8]);
  // The middle of the first bend is at the right, of the second at the left.
  assertEquals(rounded(pointOnTrack(57.805, RADIUS)), [79, 0]);
  assertEquals(rounded(pointOnTrack(257.805, RADIUS)), [-79, 0]);
  // The back straight begins at 115.61 m, the home straight at 315.61 m.
  assertEquals(rounded(pointOnTrack(115.61, RADIUS)), [42.2, -36.8]);
  assertEquals(rounded(pointOnTrack(315.61, RADIUS)), [-42.2, 36.8]);
  assertEquals(rounded(pointOnTrack(-10, RADIUS)), [32.2, 36.8]);
});

Deno.test("pointOnTrack() goes as far on paper as on the track", () => {
  let length = 0;
  for (let meters = 0; meters < LAP; meters++) {
    const [from, to] = [pointOnTrack(meters, RADIUS), pointOnTrack(meters + 1, RADIUS)];
    length += Math.hypot(to.x - from.x, to.y - from.y);
  }
  assertAlmostEquals(length, lapOfLane(1), 0.05);
});

Deno.test("pointOnTrack() has runners of all lanes abreast", () => {
  for (const meters of [0, 30, 57.805, 150, 333]) {
    const inner = pointOnTrack(meters, RADIUS);
    const outer = pointOnTrack(meters, RADIUS + TRACK.laneWidth);
    assertAlmostEquals(Math.hypot(outer.x - inner.x, outer.y - inner.y), TRACK.laneWidth, 1e-9);
  }
});

Deno.test("pointOnStraight() leads straight to the finish", () => {
  assertEquals(rounded(pointOnStraight(0, RADIUS)), rounded(pointOnTrack(0, RADIUS)));
  assertEquals(rounded(pointOnStraight(50, RADIUS)), rounded(pointOnTrack(-50, RADIUS)));
  assertEquals(rounded(pointOnStraight(100, RADIUS)), [-57.8, 36.8]);
});
