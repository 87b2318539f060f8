/** Round trip: what the simulator knows is what the parsers read from its lists. */
import { assert, assertEquals } from "@std/assert";
import { categoryOf } from "@mypacer/shared/domain/category.ts";
import { parseClubList } from "@mypacer/shared/federation/parsers/club_list.ts";
import { parseClubResults } from "@mypacer/shared/federation/parsers/club_results.ts";
import { parseRoster } from "@mypacer/shared/federation/parsers/roster.ts";
import { licenseDay } from "../licenses.ts";
import { clubResults } from "./club_results.ts";
import { USUAL_STYLE } from "./style.ts";
import { data, fetchPage, iso, people, SIZE, STYLES, urls } from "./simulated_pages.ts";

Deno.test("the club list reads back club by club, page by page", async () => {
  for (const style of STYLES) {
    const read = [];
    for (let page = 1, pages = 1; page <= pages; page++) {
      const list = parseClubList(await fetchPage(urls.clubList(2026, page), style));
      assertEquals(list.problems, []);
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
      assertEquals(roster.problems, []);
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
        nationality: /\(([A-Z]{3})\)$/.exec(name)?.[1] ?? null,
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
  const expected = clubResults(data, 0, 2026);
  const read = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const list = parseClubResults(await fetchPage(urls.clubResults("075999", 2026, page)));
    assertEquals(list.problems, []);
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
