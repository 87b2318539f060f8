import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { decodeOldSeq, encodeOldSeq, oldSiteId } from "./old_site.ts";

Deno.test("encodeOldSeq() writes every digit as the site did", () => {
  assertEquals(encodeOldSeq("1234"), "5049495048514752");
  assertEquals(encodeOldSeq("567890"), "465345544455435642575148");
});

Deno.test("decodeOldSeq() drops a space encoded at either end", () => {
  assertEquals(decodeOldSeq("67325049495048514752"), "1234");
  assertEquals(decodeOldSeq("50496732"), "1");
});

Deno.test("decodeOldSeq() reads what encodeOldSeq() wrote", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{1,12}$/),
      (id) => assertEquals(decodeOldSeq(encodeOldSeq(id)), id),
    ),
  );
});

Deno.test("decodeOldSeq() refuses anything else", () => {
  for (const seq of ["", "504", "50495", "5050", "3465", "6732", "abcd", "5049 4950"]) {
    assertThrows(() => decodeOldSeq(seq), SyntaxError, "Cannot decode seq");
  }
});

Deno.test("oldSiteId() keeps the two number spaces apart", () => {
  const page = "https://bases.athle.fr/asp.net/athletes.aspx?base=";
  assertEquals(oldSiteId(`${page}records&seq=5049495048514752`), { space: "history", id: "1234" });
  assertEquals(oldSiteId(`${page}biographies&seq=5049495048514752`), {
    space: "actor",
    id: "1234",
  });
  assertEquals(oldSiteId(`${page}autre&seq=5049`), null);
  assertEquals(oldSiteId("https://www.athle.fr/athletes/1234"), null);
  assertThrows(() => oldSiteId(`${page}records&seq=99`), SyntaxError);
});
