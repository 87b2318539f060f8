import { assertEquals } from "@std/assert";
import { bytes, doubles, release, roomFor, words } from "./build_memory.ts";

Deno.test("roomFor() leaves small arrays as they are, and gives larger ones memory of their own", () => {
  assertEquals(roomFor(1000, 4), 1000);
  // A quarter of a megabyte; below, the C library decides.
  assertEquals(roomFor(262_143, 1), 262_143);
  assertEquals(roomFor(65_536, 4), 33 * 262_144);
  assertEquals(roomFor(100_000_000, 8), 100_000_000);
});

Deno.test("arrays are as long as asked for, whatever memory they get", () => {
  assertEquals([bytes(5).length, words(65_536).length, doubles(0).length], [5, 65_536, 0]);
});

Deno.test("release() empties an array, but none in shared memory", () => {
  const own = new Uint32Array(4);
  const shared = new Uint32Array(new SharedArrayBuffer(16));
  release(own);
  release(shared);
  assertEquals([own.length, shared.length], [0, 4]);
});
