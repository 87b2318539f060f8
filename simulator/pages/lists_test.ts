/** Round trip: what the simulator knows is what the parsers read from its lists. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { categoryOf } from "@mypacer/shared/domain/people/category.ts";
import { parseClubList } from "@mypacer/shared/federation/parsers/club_list.ts";
import { parseClubResults } from "@mypacer/shared/federation/parsers/club_results.ts";
import { parseRoster } from "@mypacer/shared/federation/parsers/roster.ts";
import { licenseDay } from "../people/licenses.ts";
import { seasonResults } from "../results/results.ts";
import { clubResults } from "./club_results.ts";
import { USUAL_STYLE } from "./style.ts";
import {
  brokenRows,
  data,
  fetchPage,
  iso,
  people,
  SIZE,
  STYLES,
  urls,
} from "../testing/simulated_pages.ts";

Deno.test("the club list reads back club by club, page by page", async () => {
  for (const style of STYLES) {
    const read = [];
    for (let page = 1, pages = 1; page <= pages; page++) {
      const list = parseClubList(await fetchPage(urls.clubList(2026, page), style));
      assertEquals(brokenRows(list.problems), []);
      assertEquals(list.page, page);
      pages = list.pages;
      read.push(...list.clubs);
    }
    const expected = data.standings(2026).map(({ club: index, members }) => {
      const { number, name, league, department, sections } = people.clubs.at(index);
      const hasSections = sections.length > 0;
      return { number, name, hasSections, league, department, athletes: members };
    });
    assert(expected.length > 250);
    assertEquals(read, expected);
  }
});

Deno.test("rosters of all clubs read back member by member, page by page", async () => {
  let largest = 0;
  let members = 0;
  for (const [at, { club: index }] of data.standings(2026).entries()) {
    const club = people.clubs.at(index);
    const read = [];
    for (let page = 1, pages = 1; page <= pages; page++) {
      const style = STYLES[at % STYLES.length] ?? USUAL_STYLE;
      const roster = parseRoster(await fetchPage(urls.roster(club.number, 2026, page), style));
      assertEquals(brokenRows(roster.problems), []);
      assertEquals(roster.page, page);
      pages = roster.pages;
      largest = Math.max(largest, pages);
      read.push(...roster.athletes);
    }
    const expected = data.roster(index, 2026).map(({ index, level }) => {
      const { ffaId, name, birthYear, sex, licenseNumber } = people.at(index);
      return {
        ffaId,
        name,
        nationality: /\(([A-Z]{3})\)$/i.exec(name)?.[1]?.toUpperCase() ?? null,
        category: categoryOf(birthYear, 2026),
        sex,
        licenseNumber,
        level: level?.code ?? null,
        points: level?.points ?? null,
        updated: iso(licenseDay(people, index, 2026)),
      };
    });
    assertEquals(read, expected);
    members += read.length;
  }
  assert(largest >= 2, "one roster has several pages");
  assert(members > 5000, String(members));
});

Deno.test("an empty club, an unknown one and a page behind the last have no row", async () => {
  const empty = people.clubs.at(SIZE.clubs - 1).number;
  for (
    const url of [
      urls.roster(empty, 2026),
      urls.roster("075001", 2026),
      urls.roster("075999", 2003),
      urls.roster("075999", 2026, 50),
    ]
  ) {
    const { athletes, pages } = parseRoster(await fetchPage(url));
    assertEquals([athletes, pages], [[], 1], url.search);
  }
  assertEquals(parseClubList(await fetchPage(urls.clubList(2003))).clubs, []);
  assertEquals(parseClubResults(await fetchPage(urls.clubResults("075001", 2026))).results, []);
});

Deno.test("club results read back, birth years completed", async () => {
  const all = clubResults(data, 0, 2026);
  // Rows of relays name nobody.
  const expected = all.filter(({ event }) => event?.discipline !== "relay");
  assert(expected.length < all.length);
  const read = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const list = parseClubResults(await fetchPage(urls.clubResults("075999", 2026, page)));
    assertEquals(brokenRows(list.problems), []);
    pages = list.pages;
    read.push(...list.results);
  }
  assert(read.length > 250);
  assertEquals(read.length, expected.length);
  let linked = 0;
  read.forEach((result, at) => {
    const known = expected[at];
    assert(known !== undefined);
    const person = people.at(known.person);
    assertEquals(result.birthYear, person.birthYear);
    assertEquals(result.category, known.category);
    assertEquals(result.sex, person.sex);
    assertEquals(result.date, iso(known.day));
    assertEquals(result.town, known.town);
    assertEquals(result.mark?.value ?? null, known.mark?.value ?? null);
    assertEquals(result.level ?? "", known.level);
    if (result.ffaId === null) return assert(result.name !== person.name);
    linked++;
    assertEquals([result.ffaId, result.name], [person.ffaId, person.name]);
  });
  assert(linked / read.length > 0.97 && linked < read.length, `${linked} of ${read.length}`);
});

Deno.test("results of people by surname read back, with every bearer of the name", async () => {
  const found = [...people].find(({ surname, index }) =>
    /^LE [A-Z]+$/.test(surname) &&
    seasonResults(people, index, { season: 2026, today: data.today }).length > 0
  );
  assert(found !== undefined);
  const url = urls.people("LE");
  url.searchParams.set("frmnom", found.surname);
  url.searchParams.set("frmsaison", "2026");
  const { results, problems } = parseClubResults(await fetchPage(url));
  assertEquals(brokenRows(problems), []);
  assert(results.some(({ ffaId, name }) => ffaId === found.ffaId && name === found.name));
  for (const { ffaId, name } of results) {
    assert(ffaId === null || name.startsWith(found.surname), name);
  }
  const nobody = urls.people("zzzz");
  assertEquals(parseClubResults(await fetchPage(nobody)).results, []);
});

Deno.test("clubs without members have a list without entries, or none at all, by season", async () => {
  const empty = people.clubs.at(SIZE.clubs - 1).number;
  const hasTable = async (season: number) =>
    (await fetchPage(urls.roster(empty, season))).includes("<table");
  assertEquals([await hasTable(2025), await hasTable(2026)], [true, false]);
  assertStringIncludes(await fetchPage(urls.roster(empty, 2026)), 'href="/athletes/"');
});

Deno.test("some pages lack end tags that may be left out, always the same ones", async () => {
  const count = (html: string, tag: string) => html.split(tag).length - 1;
  let without = 0;
  for (const { club: index } of data.standings(2026)) {
    const url = urls.roster(people.clubs.at(index).number, 2026);
    const html = await fetchPage(url);
    assertEquals(count(html, "<table"), count(html, "</table>"));
    assert(html.trimEnd().endsWith("</html>"));
    without += Number(count(html, "<tbody") > count(html, "</tbody>"));
    assertEquals(html, await fetchPage(url));
  }
  const share = without / data.standings(2026).length;
  assert(share > 0.15 && share < 0.35, String(share));
});
