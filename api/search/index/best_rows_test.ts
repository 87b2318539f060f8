import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { BestRows } from "./best_rows.ts";

Deno.test("BestRows keeps the lowest orders, among equals the lowest row", () => {
  const best = new BestRows(3, null);
  best.add({ row: 9, order: 50, reading: 0 });
  best.add({ row: 4, order: 20, reading: 1 });
  best.add({ row: 7, order: 20, reading: 2 });
  best.add({ row: 1, order: 80, reading: 0 });
  best.add({ row: 2, order: 50, reading: 3 });
  assertEquals(best.sorted(), [
    { row: 4, order: 20, reading: 1 },
    { row: 7, order: 20, reading: 2 },
    { row: 2, order: 50, reading: 3 },
  ]);
  assertEquals([best.total, best.least], [5, 20]);
});

Deno.test("BestRows is empty before anything was added", () => {
  const best = new BestRows(10, null);
  assertEquals([best.sorted(), best.total, best.least], [[], 0, Infinity]);
});

Deno.test("BestRows holds the largest numbers that an index can give", () => {
  // 24 bits of row, 31 readings; an order of eight words without a match, all else at its most.
  const worst = { row: 2 ** 24 - 1, order: (8 * 200 * 32 + 31) * 16 + 15, reading: 31 };
  const best = new BestRows(1, new Uint8Array(2 ** 24).fill(15));
  best.add(worst);
  assertEquals(best.sorted(), [worst]);
});

Deno.test("BestRows keeps what sorting all would put first", () => {
  const rows = fc.uniqueArray(fc.nat(1000), { maxLength: 60 });
  const precedence = Uint8Array.from({ length: 1001 }, (_, row) => row * 7 % 16);
  fc.assert(fc.property(rows, fc.integer({ min: 1, max: 20 }), (numbers, most) => {
    const all = numbers.map((row) => ({ row, order: row % 7, reading: row % 3 }));
    const best = new BestRows(most, precedence);
    for (const row of all) best.add(row);
    const expected = all.toSorted((a, b) =>
      a.order - b.order || (precedence[a.row] ?? 0) - (precedence[b.row] ?? 0) || a.row - b.row
    ).slice(0, most);
    assertEquals(best.sorted(), expected);
  }));
});
