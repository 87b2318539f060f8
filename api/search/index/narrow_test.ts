import { assert, assertEquals } from "@std/assert";
import { inOrder } from "./narrow.ts";

Deno.test("inOrder() keeps the kind of the values", () => {
  const order = new Uint32Array([2, 0, 1]);
  for (const kind of [Uint8Array, Uint16Array, Uint32Array, Float64Array]) {
    const ordered = inOrder(kind.from([1, 255, 0]), order);
    assert(ordered instanceof kind, kind.name);
    assertEquals([...ordered], [0, 1, 255]);
  }
});
