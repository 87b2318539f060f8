import { assertEquals } from "@std/assert";
import { csvDuration, csvNumber, csvText } from "./csv.ts";

Deno.test("csvText() parts cells by what the language's numbers do not hold", () => {
  assertEquals(csvText([["a", "1,5"], ["b;c", 'd"e']], "fr"), '\ufeffa;1,5\r\n"b;c";"d""e"\r\n');
  assertEquals(csvText([["a", "1,500"]], "en"), '\ufeffa,"1,500"\r\n');
});

Deno.test("csvText() lets no cell begin a formula, and leaves numbers alone", () => {
  for (const text of ["=1+1", "@SUM(A1)", "+cmd", "-2+3", "\t=1", "\n=1"]) {
    const [first] = csvText([[text]], "fr").slice(1).replace(/^"/, "");
    assertEquals(first, "'", text);
  }
  assertEquals(csvText([["-2,5", "+1.5", "4'30"]], "fr"), "\ufeff-2,5;+1.5;4'30\r\n");
});

Deno.test("csvDuration() writes hours, minutes and seconds of every duration, below a minute and above a day", () => {
  const written = [39, 390, 3550, 3600, 627.64, 10.06, 59.996, 86_400, 900_000];
  assertEquals(written.map((seconds) => csvDuration(seconds, "fr")), [
    "0:00:39",
    "0:06:30",
    "0:59:10",
    "1:00:00",
    "0:10:27,64",
    "0:00:10,06",
    "0:01:00",
    "24:00:00",
    "250:00:00",
  ]);
  assertEquals(csvDuration(627.64, "en"), "0:10:27.64");
});

Deno.test("csvNumber() writes the decimal mark of the language", () => {
  assertEquals([csvNumber(21_097.5, "fr"), csvNumber(21_097.5, "en")], ["21097,5", "21097.5"]);
});
