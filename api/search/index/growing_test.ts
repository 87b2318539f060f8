import { assert, assertEquals } from "@std/assert";
import { bytes, doubles } from "./build_memory.ts";
import { Growing, GrowingColumn } from "./growing.ts";
import { wordBytes } from "./testing/made_index.ts";

Deno.test("Growing keeps values beyond its first room, and gives away no more than they are", () => {
  const numbers = new Growing(doubles);
  // Half a megabyte: more than arrays that share a heap with others.
  for (let value = 0; value < 65_536; value++) numbers.push(value * 1e9);
  const array = numbers.take();
  assertEquals([array.length, array[0], array[1023], array[1024], array[65_535]], [
    65_536,
    0,
    1023e9,
    1024e9,
    65_535e9,
  ]);
  assertEquals(numbers.length, 0);
  const text = new Growing(bytes);
  text.append(wordBytes("martin"), 1, 4);
  assertEquals([...text.take()], [...wordBytes("art")]);
});

Deno.test("GrowingColumn takes the narrowest kind that holds every value", () => {
  for (
    const [most, kind] of [
      [255, Uint8Array],
      [256, Uint16Array],
      [65_535, Uint16Array],
      [65_536, Uint32Array],
      [4_294_967_295, Uint32Array],
      [4_294_967_296, Float64Array],
    ] as const
  ) {
    const column = new GrowingColumn();
    for (const value of [0, 200, most, 1]) column.push(value);
    assertEquals(column.length, 4);
    const values = column.take();
    assert(values instanceof kind, kind.name);
    assertEquals([...values], [0, 200, most, 1]);
  }
});
