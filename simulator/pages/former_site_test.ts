import { assertEquals } from "@std/assert";
import { encodeSeq } from "./former_site.ts";

Deno.test("encodeSeq() writes every digit as the site did", () => {
  assertEquals(encodeSeq("1234"), "5049495048514752");
  assertEquals(encodeSeq("567890"), "465345544455435642575148");
});
