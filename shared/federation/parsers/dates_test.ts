import { assertEquals, assertThrows } from "@std/assert";
import { parseDate } from "./dates.ts";

for (
  const [published, iso] of [
    ["4 Mai 2024", "2024-05-04"],
    ["6 Janv. 2024", "2024-01-06"],
    ["9 Févr. 2025", "2025-02-09"],
    ["9 Fév. 2025", "2025-02-09"],
    ["1er Mars 2020", "2020-03-01"],
    ["30 Avr. 2019", "2019-04-30"],
    ["3 Juin 2018", "2018-06-03"],
    ["12 Juil. 2025", "2025-07-12"],
    ["15 Août 2021", "2021-08-15"],
    ["15 Aout 2021", "2021-08-15"],
    ["2 Sept. 2022", "2022-09-02"],
    ["12 Oct. 2024", "2024-10-12"],
    ["11 Nov. 2023", "2023-11-11"],
    ["31 Déc. 2023", "2023-12-31"],
    ["29 Févr. 2024", "2024-02-29"],
    ["04/05/2024", "2024-05-04"],
    ["14/09/25", "2025-09-14"],
    ["", null],
    ["-", null],
  ] as const
) {
  Deno.test(`parseDate() reads "${published}"`, () => assertEquals(parseDate(published), iso));
}

Deno.test("parseDate() puts the year given where the text has none, and only there", () => {
  assertEquals(parseDate("12 Oct.", 2024), "2024-10-12");
  assertEquals(parseDate("08/02", 2026), "2026-02-08");
  assertEquals(parseDate("12 Oct. 2020", 2024), "2020-10-12");
});

for (
  const published of [
    "12 Oct.",
    "4 Jui 2022",
    "4 Ma 2022",
    "29 Févr. 2023",
    "31/04/2024",
    "0 Mai 2024",
    "13/13/2024",
    "hier",
  ]
) {
  Deno.test(`parseDate() refuses "${published}"`, () => {
    assertThrows(() => parseDate(published), SyntaxError, "Cannot read date");
  });
}
