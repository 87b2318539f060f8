/** Round trip: what the simulator knows is what the parsers read from its pages. */
import { assert, assertEquals } from "@std/assert";
import { categoryOf } from "@mypacer/shared/domain/category.ts";
import { parseAthlete } from "@mypacer/shared/federation/parsers/athlete.ts";
import { parseClubList } from "@mypacer/shared/federation/parsers/club_list.ts";
import { parseClubResults } from "@mypacer/shared/federation/parsers/club_results.ts";
import { parseRecords, type RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import { parseResults } from "@mypacer/shared/federation/parsers/results.ts";
import { parseRoster } from "@mypacer/shared/federation/parsers/roster.ts";
import { parseSearch } from "@mypacer/shared/federation/parsers/search.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import { type Day, partsOf } from "../calendar_day.ts";
import { FederationData } from "../federation_data.ts";
import { licenseDay } from "../licenses.ts";
import { recordsOf } from "../records.ts";
import { allResults, type Result, resultYears, yearResults } from "../results.ts";
import { dayAt } from "../calendar_day.ts";
import { ROBOTS, routeOf } from "../site.ts";
import { headerFacts } from "./athlete_header.ts";
import { clubResults } from "./club_results.ts";
import { type PageStyle, USUAL_STYLE } from "./style.ts";

const SIZE = { seed: 1, clubs: 300, athletes: 12_000, firstSeason: 2023, lastSeason: 2027 };
const data = new FederationData(SIZE, dayAt(new Date("2026-11-23T12:00:00Z")));
const { people } = data;
const urls = federationUrls("http://127.0.0.1:8090");

/** Every way in which tables and sections are written. */
const STYLES: PageStyle[] = [
  USUAL_STYLE,
  { ...USUAL_STYLE, tbody: "never", sectionAttribute: "data-section" },
  { ...USUAL_STYLE, tbody: "always" },
];

async function fetchPage(url: URL, style: PageStyle = USUAL_STYLE): Promise<string> {
  const { status, body } = await routeOf(data, url, ROBOTS).answer(style);
  assertEquals(status, 200);
  return body;
}

function iso(day: Day): string {
  const { year, month, day: of } = partsOf(day);
  return [year, String(month).padStart(2, "0"), String(of).padStart(2, "0")].join("-");
}

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

Deno.test("headers read back for every kind of person", async () => {
  const kinds = {
    date: 0,
    hidden: 0,
    noClub: 0,
    noLicense: 0,
    noCategory: 0,
    section: 0,
    letter: 0,
  };
  for (let index = 0; index < 3000; index++) {
    const person = people.at(index);
    const facts = headerFacts(data, person);
    const header = parseAthlete(await fetchPage(urls.athlete(person.ffaId)));
    assertEquals(header, {
      name: `${person.surname} ${person.given}`,
      birthYear: person.publishesBirth ? person.birthYear : null,
      club: facts.club?.name ?? null,
      clubNumber: null,
      clubSection: facts.section,
      category: facts.category,
      sex: person.sex,
      nationality: person.nationality,
      licenseNumber: facts.licenseNumber,
      licenseType: facts.licenseNumber === null ? null : person.licenseType,
      league: facts.league,
      department: facts.department,
    });
    kinds.date += Number(person.birth !== null);
    kinds.hidden += Number(!person.publishesBirth);
    kinds.noClub += Number(facts.club === null);
    kinds.noLicense += Number(facts.licenseNumber === null);
    kinds.noCategory += Number(facts.category === null);
    kinds.section += Number(facts.section !== null);
    kinds.letter += Number(/^T/.test(facts.licenseNumber ?? ""));
  }
  for (const [kind, count] of Object.entries(kinds)) assert(count > 0, kind);
  assert(kinds.noClub / 3000 > 0.03 && kinds.noClub / 3000 < 0.07, String(kinds.noClub));
});

Deno.test("records read back mark by mark, in every style", async () => {
  let marks = 0;
  for (let index = 0; index < 1500; index++) {
    const { ffaId } = people.at(index);
    const style = STYLES[index % STYLES.length] ?? USUAL_STYLE;
    const page = parseRecords(await fetchPage(urls.records(ffaId), style));
    assertEquals(page.problems, []);
    const expected = recordsOf(people, index, data.today).map((record): RecordEntry => ({
      discipline: record.event.discipline,
      event: record.event.label,
      distance: record.event.distance,
      isRunning: record.event.isRunning,
      unit: record.mark.unit,
      mark: record.mark.value,
      text: record.text.replace(/\s/g, " "),
      handTimed: record.mark.handTimed,
      wind: record.mark.wind,
      chipTime: record.mark.chipTime,
      date: iso(record.day),
      category: record.category,
      club: record.club.name,
      league: record.club.league,
      department: record.club.department,
      place: record.place,
    }));
    assertEquals(page.records, expected);
    marks += expected.length;
  }
  assert(marks > 4000, String(marks));
});

/** What is left of a result on a person's results tab. */
function assertResults(
  read: ReturnType<typeof parseResults>,
  expected: readonly Result[],
): void {
  assertEquals(read.problems, []);
  assertEquals(
    read.results.map(({ date, event, mark, wind, round, placeText, level, points, town }) => ({
      date,
      event,
      mark: mark?.value ?? null,
      wind,
      round,
      placeText,
      level,
      points,
      town,
    })),
    expected.map(({ day, label, mark, round, place, level, points, town }) => ({
      date: iso(day),
      event: label,
      mark: mark?.value ?? null,
      wind: mark?.wind ?? null,
      round: round || null,
      placeText: place || null,
      level: level || null,
      points: points === "" ? null : Number(points),
      town,
    })),
  );
}

Deno.test("results of a year read back from page, fragment and JSON", async () => {
  let results = 0;
  for (let index = 0; index < 400; index++) {
    const { ffaId } = people.at(index);
    for (const year of [2024, 2025, 2026]) {
      const expected = yearResults(people, index, { year, today: data.today });
      const page = parseResults(await fetchPage(urls.resultsPage(ffaId, year)), year);
      assertResults(page, expected);
      assertEquals(page.years, resultYears(people, index, data.today));
      for (const jsonFragment of [false, true]) {
        const style = { ...USUAL_STYLE, jsonFragment };
        assertResults(
          parseResults(await fetchPage(urls.results(ffaId, year), style), year),
          expected,
        );
      }
      results += expected.length;
    }
  }
  assert(results > 1000, String(results));
});

Deno.test("results in one event read back with full dates", async () => {
  const { ffaId } = people.at(0);
  const expected = allResults(people, 0, data.today).filter(({ label }) => label === "1 500m");
  assert(expected.length > 0);
  assertResults(parseResults(await fetchPage(urls.eventResults(ffaId, "215"))), expected);
});

Deno.test("the other tabs are whole pages with the same header", async () => {
  for (const tab of ["bilans", "niveau", "selections"]) {
    for (let index = 0; index < 100; index++) {
      const { ffaId, surname } = people.at(index);
      const url = new URL(`/athletes/${ffaId}/${tab}`, urls.robots());
      const html = await fetchPage(url);
      assert(parseAthlete(html)?.name.startsWith(surname));
      if (tab === "bilans") parseResults(html, 2026);
      assertEquals(html.includes('data-content="section_9"'), tab !== "selections");
    }
  }
});

Deno.test("the search finds by beginning of surname, by both names and by given name", async () => {
  const find = async (text: string, by: "surname" | "given" = "surname") =>
    parseSearch(await fetchPage(urls.search(text, by)));
  const both = await find("Lefèvre jean-ba");
  assertEquals(both.athletes[0], {
    ffaId: "70001989",
    name: "LEFEVRE Jean-Baptiste",
    sex: "M",
    club: people.clubs.at(0).name,
  });
  const surname = await find("martin");
  assert(surname.athletes.length > 5);
  assert(surname.athletes.every(({ name }) => name.startsWith("MARTIN")));
  assert((await find("Camille", "given")).athletes.every(({ name }) => / Camille/.test(name)));
  assertEquals(await find("zzzzz"), { athletes: [], problems: [] });
  const wildcard = new URL(
    "/ajax/autocompletion.aspx?mode=1&recherche=LEF%25jean-b",
    urls.robots(),
  );
  const found = parseSearch(await fetchPage(wildcard)).athletes;
  assert(found.some(({ ffaId }) => ffaId === "70001989"));
  assert(found.every(({ name }) => /^LEF.*Jean-B/i.test(name)));
});

Deno.test("the search takes characters of patterns as they are", async () => {
  for (const text of ["(", "[a-z]", "a{1000}", ".*", "\\", "^", "%", "%%"]) {
    const url = new URL("/ajax/autocompletion.aspx?mode=1", urls.robots());
    url.searchParams.set("recherche", text);
    assertEquals(JSON.parse(await fetchPage(url)), [], text);
  }
});
