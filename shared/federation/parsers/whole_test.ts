import { assert, assertEquals, assertThrows } from "@std/assert";
import { PageShapeError } from "../shape.ts";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseClubList } from "./club_list.ts";
import { findFragmentFault } from "./open_page.ts";
import { parseRecords } from "./records.ts";
import { parseResults } from "./results.ts";
import { parseRoster } from "./roster.ts";
import { findCut, findRowsCut } from "./whole.ts";

const CLUB = `<tr><td>1</td><td>9</td><td><a href="?frmnclub=075999">Ac Exemple *</a></td>` +
  "<td>075999</td><td>I-F/075</td><td>12</td><td></td></tr>";
const list = (rows: string, { before = "", after = "</tbody></table></body></html>" } = {}) =>
  `<html><body>${before}<table class="base-table"><tbody class="text-blue-primary">${rows}${after}`;

for (
  const [name, page, problems] of [
    ["everything in order", list(CLUB), 0],
    ["no </tbody>", list(CLUB, { after: "</table></body></html>" }), 1],
    ["no </table>", list(CLUB, { after: "</body></html>" }), 1],
    [
      "a layout table left open around the list",
      list(CLUB, { before: "<table><tr><td>menu<td>" }),
      1,
    ],
    ["a layout table left open before it", list(CLUB, { before: "<table><tr><td>menu</tr>" }), 1],
    [
      "a script with the start of a comment",
      list(CLUB, { before: '<script>var a="<!--";</script>' }),
      0,
    ],
    [
      "a script with the end of a page",
      list(CLUB, { before: '<script>var a="</html>";</script>' }),
      0,
    ],
    [
      "comments and scripts behind its end",
      `${
        list(CLUB)
      }\n<!-- 0.12 s --><script>var b = "</html><td>";</script><noscript><img src="x"></noscript>`,
      0,
    ],
    ["no </body>", list(CLUB, { after: "</tbody></table></html>" }), 0],
    ["no </html>", list(CLUB, { after: "</tbody></table></body>\n" }), 0],
    ["no page around it", list(CLUB, { after: "</tbody></table>" }).replace("<html><body>", ""), 0],
    [
      "a </div> too many in a cell",
      list(CLUB.replace("I-F/075", "I-F/075</div></section>"))
        .replace("<body>", "<body><section><div>"),
      0,
    ],
  ] as const
) {
  Deno.test(`parseClubList() reads a page with ${name}`, () => {
    const read = parseClubList(page);
    assertEquals(read.clubs, [{
      number: "075999",
      name: "Ac Exemple",
      hasSections: true,
      league: "I-F",
      department: "075",
      athletes: 12,
    }]);
    assertEquals(read.problems.length, problems);
    assert(read.problems.every(({ isHarmless }) => isHarmless));
  });
}

Deno.test("parsers read pages whose optional end tags are all left out", () => {
  const bare = (name: Parameters<typeof readTestPage>[0]) =>
    readTestPage(name).replace(/<\/(?:td|th|tr|tbody|thead|p|li|option)>/g, "");
  const same = ({ problems, ...page }: { problems: readonly { isHarmless?: boolean }[] }) => ({
    ...page,
    problems: problems.filter(({ isHarmless }) => !isHarmless).length,
  });
  assertEquals(
    same(parseClubList(bare("club_list.html"))),
    same(parseClubList(readTestPage("club_list.html"))),
  );
  assertEquals(
    same(parseRoster(bare("roster.html"))),
    same(parseRoster(readTestPage("roster.html"))),
  );
  for (const name of ["records.html", "records_2026.html"] as const) {
    assertEquals(same(parseRecords(bare(name))), same(parseRecords(readTestPage(name))));
  }
  assertEquals(
    same(parseResults(bare("results.html"))),
    same(parseResults(readTestPage("results.html"))),
  );
});

Deno.test("no parser takes a page that was cut off for a whole one, wherever it was cut", () => {
  for (const name of ["club_list.html", "roster.html", "records.html", "results.html"] as const) {
    const page = readTestPage(name).trimEnd();
    for (let end = page.indexOf("<body>"); end <= page.lastIndexOf("</table>"); end += 7) {
      assert(findCut(page.slice(0, end)) !== null, `${name} at ${end}`);
    }
  }
});

Deno.test("findCut() believes the length announced where all is closed that must be", () => {
  const open = list(CLUB, { after: "</table>" });
  assertEquals(findCut(open), "it breaks off: </html> is missing");
  assertEquals(findCut(open, { isLengthAnnounced: true }), null);
  assertEquals(parseClubList(open, { isLengthAnnounced: true }).clubs.length, 1);
  for (
    const cut of [
      list(CLUB, { after: "" }),
      list(CLUB.slice(0, -12), { after: "" }),
      `${open}<div>`,
    ]
  ) {
    assert(findCut(cut, { isLengthAnnounced: true }) !== null, cut.slice(-30));
  }
  assertEquals(findCut(`${open}<a hr`, { isLengthAnnounced: true }), "it breaks off within a tag");
});

Deno.test("findCut() takes a page cut within its parts for cut, whatever length was announced", () => {
  for (const name of ["club_list.html", "roster.html", "records.html", "results.html"] as const) {
    const page = readTestPage(name).trimEnd();
    for (let end = page.indexOf("<body>") + 7; end < page.lastIndexOf("</body>"); end++) {
      const part = page.slice(0, end).trimEnd();
      const isBetweenParts = /(?:<body>|<\/(?:nav|header|div|h1|p|ul|section|table)>)$/.test(part);
      if (isBetweenParts) continue;
      assert(findCut(part, { isLengthAnnounced: true }) !== null, part.slice(-40));
    }
  }
});

const HEAD = "<thead><tr><th>Date</th><th>Epreuve</th><th>Performance</th></tr></thead>";
const ROW = "<tr><td>12 Oct. 2024</td><td>1 500m</td><td>4'25''00</td></tr>";
const BARE = "<tr><td>12 Oct. 2024<td>1 500m<td>4'25''00";

for (
  const [name, rows, isWhole, isWholeByLength] of [
    ["all its end tags", `${HEAD}<tbody>${ROW}${ROW}</tbody>`, true, true],
    ["no </tbody>", `${HEAD}<tbody>${ROW}${ROW}`, true, true],
    ["a comment behind it", `${HEAD}<tbody>${ROW}<!-- x -->`, true, true],
    ["no end tags at all", `${HEAD.replaceAll(/<\/\w+>/g, "")}<tbody>${BARE}${BARE}`, true, true],
    ["its head alone", HEAD, true, true],
    ["no </tr> at the last row", `${HEAD}<tbody>${ROW}${ROW.slice(0, -5)}`, false, true],
    [
      "a last row that is shorter",
      `${HEAD.replaceAll(/<\/\w+>/g, "")}${BARE}<tr><td>3 Mai`,
      false,
      false,
    ],
    [
      "a last row that is shorter, without end tags of rows",
      `${HEAD}<tbody>${BARE}${BARE}<tr><td>3 Mai 2024<td>1 500m`,
      false,
      false,
    ],
    ["half of its head", HEAD.slice(0, 40), false, false],
    ["half a cell", `${HEAD}<tbody>${ROW}<tr><td>12 Oct`, false, false],
    ["half a tag", `${HEAD}<tbody>${ROW}<tr><td>12 Oct. 2024</td><td cl`, false, false],
  ] as const
) {
  Deno.test(`findRowsCut() tells whether a fragment with ${name} is whole`, () => {
    assertEquals(findRowsCut(rows) === null, isWhole);
    assertEquals(findRowsCut(rows, { isLengthAnnounced: true }) === null, isWholeByLength);
    assertEquals(findFragmentFault(rows) === null, isWhole);
    if (!isWhole) assertThrows(() => parseFragment(rows), PageShapeError, "breaks off");
  });
}

/** A fragment with fewer columns than the site's, for its end only. */
function parseFragment(rows: string) {
  return parseResults(rows);
}

Deno.test("findCut() tells at once that hundreds of thousands of openings have no end", () => {
  for (const opening of ["<script>", "<!-- ", "<table>", "<div>", "<a href=x>", "<"]) {
    assert(findCut(opening.repeat(300_000)) !== null, opening);
  }
});
