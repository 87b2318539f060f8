import { assertEquals } from "@std/assert";
import { clubListPage, rosterPage } from "../../../simulator/testing/written_pages.ts";
import { compareOutlines } from "./compare.ts";
import { outlinePage } from "./outline.ts";

const compare = (before: string, after: string) =>
  compareOutlines(outlinePage(before), outlinePage(after));

const clubs = (count: number, number = 75001) =>
  clubListPage(
    Array.from({ length: count }, (_, at) => ({ number: `0${number + at}`, name: `Club ${at}` })),
  );

Deno.test("compareOutlines() says nothing where only the data changed", () => {
  assertEquals(compare(clubs(6), clubs(9, 31001)), []);
  const roster = (names: string[]) => rosterPage(names.map((name, id) => ({ id, name })));
  assertEquals(
    compare(
      roster(["ROC Ada"]),
      rosterPage([{ id: 7, name: "LE GOFF Zoe", category: "SE/F", license: "2999901" }], {
        page: 1,
        pages: 2,
        extraRows: ["<tr><td><div class=\"innerheaders\">800m : 2'10''00</div></td></tr>"],
      }),
    ),
    [],
  );
});

Deno.test("compareOutlines() reports other classes, addresses and elements of rows", () => {
  const after = clubs(6).replaceAll('clickable"', 'line"')
    .replaceAll(/\/bases\/liste\.aspx\?[^"]*frmnclub=(\d+)[^"]*/g, "/clubs/$1");
  assertEquals(compare(clubs(6), after), [
    "gone in each row: tr.clickable",
    "gone in each row: a to /bases/liste.aspx?frmbase&frmespace&frmmode&frmnclub&frmposition&frmsaison&frmtypeclub",
    "new in each row: tr.line",
    "new in each row: a to /clubs/0",
  ]);
});

Deno.test("compareOutlines() reports what changed around the rows", () => {
  const after = clubs(6).replace("base-table", "big-table");
  assertEquals(compare(clubs(6), after), [
    "element gone: table.base-table",
    "new element: table.big-table",
  ]);
});

const results = (titles: string[]) =>
  `<thead><tr>${titles.map((title) => `<th>${title}</th>`).join("")}</tr></thead><tbody><tr>${
    titles.map(() => "<td>1</td>").join("")
  }</tr></tbody>`;

Deno.test("compareOutlines() reports columns, by name where they are the site's", () => {
  assertEquals(
    compare(results(["Date", "Epreuve", "Perf"]), results(["Date", "Epreuve", "Marque"])),
    [
      "table of columns gone: date | epreuve | perf",
      "new table of columns: date | epreuve | a",
    ],
  );
});

Deno.test("compareOutlines() reports keys and form of JSON", () => {
  const search = '[{"actseq":"1","nom":"ROC Ada"}]';
  assertEquals(compare(search, '[{"actseq":"2","nom":"LE GOFF Zoe"}]'), []);
  assertEquals(compare(search, "[]"), []);
  assertEquals(compare(search, '[{"id":"1","nom":"ROC Ada"}]'), [
    "key gone: actseq",
    "new key: a",
  ]);
  assertEquals(compare(search, '{"hits":[]}'), ["it was list and is object"]);
});
