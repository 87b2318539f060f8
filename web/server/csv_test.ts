import { assertEquals } from "@std/assert";
import { csvText } from "./csv.ts";

Deno.test("csvText() parts cells by what the language's numbers do not hold", () => {
  assertEquals(csvText([["a", "1,5"], ["b;c", 'd"e']], "fr"), '\ufeffa;1,5\r\n"b;c";"d""e"\r\n');
  assertEquals(csvText([["a", "1,500"]], "en"), '\ufeffa,"1,500"\r\n');
});

Deno.test("csvText() lets no cell begin a formula, and leaves numbers alone", () => {
  for (const text of ["=1+1", "@SUM(A1)", "+cmd", "-2+3", "\t=1"]) {
    const [first] = csvText([[text]], "fr").slice(1).replace(/^"/, "");
    assertEquals(first, "'", text);
  }
  assertEquals(csvText([["-2,5", "+1.5", "4'30"]], "fr"), "\ufeff-2,5;+1.5;4'30\r\n");
});
