import { assertEquals } from "@std/assert";
import { createDrawingLimit } from "./drawing_limit.ts";

Deno.test("createDrawingLimit() lets ten pictures a second be drawn, and ten more in the next", () => {
  let now = 5_000;
  const mayDraw = createDrawingLimit(() => now);
  const round = () => Array.from({ length: 12 }, mayDraw).filter((allowed) => allowed).length;
  assertEquals(round(), 10);
  now += 999;
  assertEquals(round(), 0);
  now += 1;
  assertEquals(round(), 10);
});
