import { assert, assertEquals } from "@std/assert";
import { narrowInOrder, release } from "./narrow.ts";

Deno.test("narrowInOrder() takes the narrowest kind that holds every value", () => {
  const order = new Uint32Array([2, 0, 1]);
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
    const narrow = narrowInOrder(new Float64Array([1, most, 0]), order);
    assert(narrow instanceof kind, kind.name);
    assertEquals([...narrow], [0, 1, most]);
  }
});

Deno.test("release() empties an array, but none in shared memory", () => {
  const own = new Uint32Array(4);
  const shared = new Uint32Array(new SharedArrayBuffer(16));
  release(own);
  release(shared);
  assertEquals([own.length, shared.length], [0, 4]);
});
