import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { isSprint, lanesFor, lapOfPicture, placeOf, placesAt, SCENE } from "./track_scene.ts";

const rounded = ({ x, y }: { x: number; y: number }) =>
  [x, y].map((value) => Math.round(value * 10) / 10 + 0);

Deno.test("lanesFor() gives everybody a lane inside the picture, of one width each", () => {
  for (const runners of [1, 2, 5, 8]) {
    const { middles, lines } = lanesFor(runners);
    assertEquals(middles.length, Math.max(2, runners));
    assertEquals(lines.length, middles.length + 1);
    assertEquals(lines.at(-1), 58);
    assert((lines[0] ?? 0) >= 16, `${runners} runners leave room for the figures`);
    middles.forEach((middle, lane) =>
      assertAlmostEquals(middle, ((lines[lane] ?? 0) + (lines[lane + 1] ?? 0)) / 2)
    );
  }
});

Deno.test("placeOf() puts the finish below on the right, for every distance", () => {
  for (const distance of [100, 800, 10_000, 42_195]) {
    assertEquals(rounded(placeOf(distance, 0, 50)), [149.4, 115]);
  }
  // The middle of the picture is that of the track.
  assertEquals([SCENE.width / 2, SCENE.height / 2].map(Math.round), [107, 65]);
});

Deno.test("placeOf() starts races where tracks start them", () => {
  // 200 m on the far side, 400 m at the finish, 1500 m where the back straight begins, or nearly.
  assertEquals(rounded(placeOf(200, 200, 50)), [65, 15]);
  assertEquals(rounded(placeOf(400, 400, 50)), rounded(placeOf(400, 0, 50)));
  assertEquals(rounded(placeOf(10_000, 10_000, 50)), rounded(placeOf(10_000, 0, 50)));
  assertEquals(rounded(placeOf(1500, 1500, 50))[0], rounded(placeOf(400, 300, 50))[0]);
  // 100 m on the straight alone, 15.61 m of it in the chute.
  assertEquals(rounded(placeOf(100, 100, 50)), [49.4, 115]);
  assertEquals([100, 200].map(isSprint), [true, false]);
});

Deno.test("placeOf() goes around once in 4 km beyond 10 km", () => {
  assertEquals([10_000, 21_097.5].map(lapOfPicture), [400, 4000]);
  assertEquals(rounded(placeOf(42_195, 4000, 50)), rounded(placeOf(42_195, 0, 50)));
  assertEquals(rounded(placeOf(42_195, 2000, 50)), rounded(placeOf(200, 200, 50)));
});

Deno.test("placesAt() has all at the line at the start, and the first there at the end", () => {
  const start = placesAt(10_000, [2000, 2500], 0).map(rounded);
  assertEquals(start.map(([x]) => x), [149.4, 149.4]);
  const [first, second] = placesAt(10_000, [2000, 2500], 2000).map(rounded);
  assertEquals(first?.[0], 149.4);
  // 2,000 m to go are five laps: at the line as well, in another lane.
  assertEquals(second?.[0], 149.4);
  // 100 m to go are in the second bend.
  assertEquals(
    rounded(placesAt(10_000, [1980, 2000], 1980)[1] ?? { x: 0, y: 0 }),
    rounded(placeOf(10_000, 100, 53)),
  );
});
