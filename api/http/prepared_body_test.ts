import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { brotliDecompressSync } from "node:zlib";
import { BodyCache, PreparedBody } from "./prepared_body.ts";

Deno.test("PreparedBody compresses once, however many ask", () => {
  const body = PreparedBody.of("pace ".repeat(1000));
  const [first, second] = [body.compressed("br"), body.compressed("br")];
  assertStrictEquals(first, second);
  assertEquals(brotliDecompressSync(first).toString(), "pace ".repeat(1000));
});

Deno.test("BodyCache drops what was used longest ago, by number and by bytes", () => {
  const body = PreparedBody.of("x".repeat(100));
  const few = new BodyCache({ entries: 2, bytes: 1e6 });
  few.set("a", body);
  few.set("b", body);
  few.get("a");
  few.set("c", body);
  assertEquals(["a", "b", "c"].map((key) => few.get(key) !== undefined), [true, false, true]);
  assertEquals([few.hits, few.misses], [3, 1]);

  const small = new BodyCache({ entries: 100, bytes: 1000 });
  for (let key = 0; key < 50; key++) small.set(String(key), body);
  assert(small.bytes <= 1000 && small.size >= 5, `${small.size} of ${small.bytes} bytes`);
  small.set("49", body);
  assert(small.bytes <= 1000);
  small.set("large", PreparedBody.of("x".repeat(500)));
  assertEquals(small.get("large"), undefined);
});
