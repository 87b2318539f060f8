import { assert, assertEquals, assertThrows } from "@std/assert";
import { draw, drawNormal, drawOne, drawWhole, hash } from "./draw.ts";

Deno.test("hash() gives the same number for the same pair, another for another", () => {
  assertEquals(hash(7, 3), hash(7, 3));
  const seen = new Set<number>();
  for (let key = 0; key < 200; key++) {
    for (let purpose = 0; purpose < 50; purpose++) seen.add(hash(key, purpose));
  }
  // 10,000 draws out of 2^32 collide about 0.01 times.
  assertEquals(seen.size, 10_000);
});

Deno.test("draw() spreads evenly over neighbouring keys and purposes", () => {
  for (const at of [(n: number) => draw(n, 5), (n: number) => draw(5, n)]) {
    const tenths = Array<number>(10).fill(0);
    for (let n = 0; n < 20_000; n++) {
      const tenth = Math.floor(at(n) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // 2,000 expected in each, standard deviation 42.
    for (const count of tenths) assert(Math.abs(count - 2000) < 250, `tenths: ${tenths}`);
  }
});

Deno.test("drawWhole() reaches both ends and nothing beyond", () => {
  const values = new Set(Array.from({ length: 500 }, (_, key) => drawWhole(key, 1, [3, 7])));
  assertEquals([...values].sort(), [3, 4, 5, 6, 7]);
});

Deno.test("drawNormal() has mean 0, deviation 1 and no outliers", () => {
  const values = Array.from({ length: 20_000 }, (_, key) => drawNormal(key, 9));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  assert(Math.abs(mean) < 0.03, `mean ${mean}`);
  assert(Math.abs(square - 1) < 0.05, `variance ${square}`);
  assert(values.every((value) => Math.abs(value) <= 3));
});

Deno.test("drawOne() refuses an empty list", () => {
  assertThrows(() => drawOne(1, 1, []), RangeError);
});
