import { assertEquals, assertThrows } from "@std/assert";
import { COLUMNS, isNull, numberAt, RowParser } from "./row_parser.ts";
import { copyRow } from "./testing/made_index.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Rows as texts, as they are read from pieces of some length. */
function parsed(text: string, pieces = 1000): string[][] {
  const rows: string[][] = [];
  const parser = new RowParser({
    addRow: ({ bytes, fields }) =>
      void rows.push(
        COLUMNS.map((_, at) =>
          decoder.decode(bytes.subarray(fields[at], (fields[at + 1] ?? 0) - 1))
        ),
      ),
  });
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at += pieces) parser.push(bytes.subarray(at, at + pieces));
  parser.end();
  return rows;
}

const ROW = [1, "0070001", "LEFÈVRE Zoé", "lefevre zoe", 1990, null, null, "F", "FRA", "SE", 11]
  .concat([2019, 2026]);

Deno.test("RowParser reads the fields of each row, however the bytes are cut", () => {
  const second = ROW.with(0, 2);
  const expected = [ROW, second].map((row) => row.map((field) => String(field ?? "\\N")));
  for (const pieces of [1, 2, 3, 7, 50, 1000]) {
    assertEquals(parsed(copyRow(ROW) + copyRow(second), pieces), expected, `${pieces} bytes`);
  }
});

Deno.test("RowParser reads signs that PostgreSQL escapes, and empty fields", () => {
  const [row] = parsed(copyRow(ROW.with(2, "A\\tB\\\\C\\nD\\x").with(3, "")));
  assertEquals(row?.slice(1, 6), ["0070001", "A\tB\\C\nDx", "", "1990", "\\N"]);
});

Deno.test("RowParser refuses a row of another number of columns, and one that is cut off", () => {
  const count = COLUMNS.length;
  assertThrows(() => parsed(copyRow(ROW.slice(1))), SyntaxError, `has ${count - 1} columns`);
  assertThrows(() => parsed(copyRow(ROW).slice(0, -1)), SyntaxError, "cut off");
});

Deno.test("numberAt() reads digits, and 0 where there is no value", () => {
  const bytes = encoder.encode("0070001\t\\N");
  assertEquals(numberAt(bytes, 0, 7), 70001);
  assertEquals(numberAt(bytes, 8, 10), 0);
  assertEquals([isNull(bytes, 8, 10), isNull(bytes, 0, 2)], [true, false]);
});
