import { assertEquals, assertThrows } from "@std/assert";
import { PageShapeError } from "../shape.ts";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseClubList } from "./club_list.ts";

const PAGE = readTestPage("club_list.html");

Deno.test("parseClubList() reads clubs in page order, without star, entities and repetitions", () => {
  assertEquals(parseClubList(PAGE).clubs, [
    {
      number: "075999",
      name: "Ac Exemple",
      hasSections: true,
      league: "I-F",
      department: "075",
      athletes: 412,
    },
    {
      number: "001998",
      name: "Athle Inventee 92",
      hasSections: true,
      league: "ARA",
      department: "001",
      athletes: 1063,
    },
    {
      number: "020997",
      name: "Stade d'Ailleurs & Amis",
      hasSections: false,
      league: "COR",
      department: "02A",
      athletes: null,
    },
    {
      number: "044993",
      name: "Club Sans Ligue",
      hasSections: false,
      league: null,
      department: null,
      athletes: null,
    },
  ]);
});

Deno.test("parseClubList() counts pages by the pager's text although the pager stands there twice", () => {
  const { page, pages } = parseClubList(PAGE);
  assertEquals({ page, pages }, { page: 2, pages: 3 });
});

Deno.test("parseClubList() takes a list without a pager for one page", () => {
  const single = PAGE.replace(
    /<div class="custom-select-wrapper select-search-bar">[\s\S]*?<\/div><\/div>/g,
    "",
  )
    .replaceAll("selectPagination", "selectSaison2").replaceAll("optionsPagination", "x")
    .replaceAll(/Page&nbsp;&gt;&nbsp;\d+\/\d+&nbsp;&lt;/g, "2026");
  const { page, pages, clubs } = parseClubList(single);
  assertEquals({ page, pages, clubs: clubs.length }, { page: 1, pages: 1, clubs: 4 });
});

Deno.test("parseClubList() reports broken rows by number, without a name in the report", () => {
  const { problems } = parseClubList(PAGE);
  assertEquals(problems.map(({ row, message, skipped }) => ({ row, message, skipped })), [
    { row: 3, message: "the club number shown (999999) is not the one linked", skipped: true },
    { row: 4, message: "no cell links to a club", skipped: true },
    { row: 5, message: "league and department are not understood", skipped: false },
    { row: 5, message: "the number of athletes is no number", skipped: false },
  ]);
  for (const { excerpt } of problems) assertEquals(/Club|Sans|044/.test(excerpt), false);
});

Deno.test("parseClubList() refuses a page whose every row changed, naming page and row", () => {
  const error = assertThrows(
    () => parseClubList(PAGE.replaceAll("frmnclub=", "club-number=")),
    PageShapeError,
    "Cannot read club-list page, row 0: no row is readable",
  );
  assertEquals([error.page, error.row], ["club-list", 0]);
});

Deno.test("parseClubList() refuses a page that announces clubs and holds none", () => {
  const rowless = PAGE.replace(
    /<tr class="clickable">[\s\S]*?(?=<tr><td colspan="7"[^>]*><div class="selector">)/,
    "",
  );
  assertThrows(
    () => parseClubList(rowless),
    PageShapeError,
    "announces 623 entries and holds none",
  );
});

Deno.test("parseClubList() accepts a recognizable list without rows and without a count", () => {
  const empty =
    `<html><body><table class="base-table"><tbody class="text-blue-primary"><tr><td colspan="7">
    <div class="mainheaders">Résultats de votre recherche</div></td></tr></tbody></table></body></html>`;
  assertEquals(parseClubList(empty), {
    season: null,
    clubs: [],
    page: 1,
    pages: 1,
    total: null,
    problems: [],
  });
});

for (
  const [what, page] of [
    ["nothing", ""],
    ["a few words", "Service Unavailable"],
    ["another page of the site", "<html><body><h1>Accueil</h1></body></html>"],
    ["the site's own error", "<html><body><div>Code Processing Error</div></body></html>"],
    ["a page cut in a row", PAGE.slice(0, PAGE.indexOf("Athle Inventee"))],
    ["a page cut between two rows", PAGE.slice(0, PAGE.indexOf("<tr><td>253</td>"))],
    [
      "a table cut before the end of the page",
      PAGE.replace("</tbody></table>\n</body></html>", ""),
    ],
  ] as const
) {
  Deno.test(`parseClubList() refuses ${what}`, () => {
    assertThrows(() => parseClubList(page), PageShapeError, "Cannot read club-list page: ");
  });
}
