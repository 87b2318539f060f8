import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { answerTo } from "./answer.ts";

Deno.test("answerTo() a race gives its pace, speed and lap, and predicts the other distances", () => {
  const answer = answerTo({ kind: "race", distance: 10_000, time: 255_000 });
  assert(answer.kind === "race");
  assertEquals([answer.pace, answer.lap], [255, 102]);
  assertAlmostEquals(answer.speed, 14.1176, 1e-4);
  assertEquals(answer.times.map(({ distance }) => distance), [5000, 21_097.5, 42_195]);
  for (const { time, range } of answer.times) {
    assert(range !== null && range.fastest < time && time < range.slowest);
  }
});

Deno.test("answerTo() a pace gives the times that it takes", () => {
  const answer = answerTo({ kind: "pace", pace: 240 });
  assert(answer.kind === "pace");
  assertEquals([answer.speed, answer.lap], [15, 96]);
  assertEquals(answer.times.map(({ time }) => time), [1200, 2400, 5063.4, 10_126.8]);
  assert(answer.times.every(({ range }) => range === null));
});

Deno.test("answerTo() a distance gives its times at round paces", () => {
  const answer = answerTo({ kind: "distance", distance: 10_000 });
  assert(answer.kind === "distance");
  assertEquals(answer.times.map(({ pace, time }) => [pace, time]), [
    [360, 3600],
    [330, 3300],
    [300, 3000],
    [270, 2700],
    [240, 2400],
  ]);
});

Deno.test("answerTo() a sprint predicts nothing", () => {
  const answer = answerTo({ kind: "race", distance: 100, time: 1300 });
  assert(answer.kind === "race");
  assertEquals(answer.times, []);
});
