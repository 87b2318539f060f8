import { assertEquals } from "@std/assert";
import { parseProcessTimes } from "./process_times.ts";

Deno.test("parseProcessTimes() reads CPU past a name with spaces and brackets", () => {
  const stat =
    "4711 (postgres: a) b) S 815 4711 4711 0 -1 4194560 3127 90 0 0 250 75 1200 34 20 0 1 0 5 6 7\n";
  assertEquals(parseProcessTimes(stat), { parent: 815, own: 3.25, ended: 12.34 });
});

Deno.test("parseProcessTimes() reads nothing out of another text", () => {
  assertEquals(parseProcessTimes("4711 (deno) S 815"), null);
});
