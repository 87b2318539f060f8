import { assertEquals, assertThrows } from "@std/assert";
import { PageShapeError } from "../shape.ts";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseRoster } from "./roster.ts";

const PAGE = readTestPage("roster.html");
const EMPTY = `<html><body><table class="base-table"><tbody class="text-blue-primary"><tr><td>
  <div class="mainheaders">Détail d'un club</div></td></tr></tbody></table></body></html>`;

Deno.test("parseRoster() reads id, name, level, points, category, sex, license and date of a line", () => {
  assertEquals(parseRoster(PAGE).athletes[0], {
    ffaId: "7000001",
    name: "MARTINOT Zoe",
    nationality: null,
    category: "ES",
    sex: "F",
    licenseNumber: "2999901",
    level: "R2",
    points: 12,
    updated: "2025-09-14",
  });
});

Deno.test("parseRoster() reads an absolute link, a letter license, grouped points and a two-digit master", () => {
  assertEquals(parseRoster(PAGE).athletes[1], {
    ffaId: "7000002",
    name: "DE LA ROUVRAIE Jean-Baptiste",
    nationality: null,
    category: "M10",
    sex: "M",
    licenseNumber: "T999001",
    level: "N3",
    points: 1024,
    updated: "2025-10-02",
  });
});

Deno.test("parseRoster() keeps a name as published and reads the country behind it", () => {
  const foreigner = parseRoster(PAGE).athletes[2];
  assertEquals(
    [foreigner?.name, foreigner?.nationality, foreigner?.level, foreigner?.licenseNumber],
    ["VANDERLOO Piet (BEL)", "BEL", null, "2999903"],
  );
});

Deno.test("parseRoster() keeps lines that say little, and says which it did not understand", () => {
  const { athletes, problems } = parseRoster(PAGE);
  assertEquals(
    athletes.slice(3).map(({ ffaId, category, licenseNumber, updated }) => [
      ffaId,
      category,
      licenseNumber,
      updated,
    ]),
    [
      ["7000004", "MI", null, null],
      ["7000005", null, null, null],
      ["7000006", null, "2999906", null],
    ],
  );
  assertEquals(problems.map(({ row, message, skipped }) => [row, message, skipped]), [
    [3, "the date is no day of the calendar", false],
    [5, "what follows the name is not understood", false],
    [6, "the line links to no athlete", true],
  ]);
});

Deno.test("parseRoster() takes no athlete from menus, repetitions for phones and second lines", () => {
  const ids = parseRoster(PAGE).athletes.map(({ ffaId }) => ffaId);
  assertEquals(ids, ["7000001", "7000002", "7000003", "7000004", "7000005", "7000006"]);
});

Deno.test("parseRoster() follows a pager where there is one", () => {
  const paged = PAGE.replace(
    "Détail d'un club",
    'Détail<div id="selectPagination"><span class="select-text">Page&nbsp;&gt;&nbsp;001/002&nbsp;&lt;</span></div>',
  );
  const { page, pages } = parseRoster(paged);
  assertEquals({ page, pages }, { page: 1, pages: 2 });
});

Deno.test("parseRoster() reads a club without athletes as a page without lines", () => {
  assertEquals(parseRoster(EMPTY), {
    season: null,
    clubNumber: null,
    athletes: [],
    page: 1,
    pages: 1,
    total: null,
    problems: [],
  });
});

Deno.test("parseRoster() refuses a page whose links changed instead of finding nobody", () => {
  const error = assertThrows(
    () => parseRoster(PAGE.replaceAll("/athletes/", "/personnes/")),
    PageShapeError,
    "no row is readable",
  );
  assertEquals([error.page, error.row], ["roster", 0]);
});

Deno.test("parseRoster() refuses a page that announces athletes and holds none", () => {
  const announced = EMPTY.replace("d'un club", "d'un club - Nombre d'athlètes : 12");
  assertThrows(
    () => parseRoster(announced),
    PageShapeError,
    "announces 12 athletes and holds none",
  );
});

Deno.test("parseRoster() refuses a page that breaks off", () => {
  assertThrows(
    () => parseRoster(PAGE.slice(0, PAGE.indexOf("VANDERLOO"))),
    PageShapeError,
    "it breaks off",
  );
});

Deno.test("parseRoster() reads 250 lines however they are wrapped", () => {
  const lines = Array.from(
    { length: 250 },
    (_, index) =>
      `<tr><td><div class="headers6"><a href="/athletes/${
        8_000_000 + index
      }/niveau"><b>NOM P</b></a>&nbsp;<b>SE/M</b>&nbsp;${3_000_000 + index}</div></td></tr>`,
  ).join("");
  // Without `tbody`, as athletes' tables are.
  const page = EMPTY.replace("</tbody></table>", `</tbody>${lines}</table>`);
  const { athletes, problems } = parseRoster(page);
  assertEquals(athletes.length, 250);
  assertEquals(athletes[249]?.licenseNumber, "3000249");
  assertEquals(problems, []);
});
