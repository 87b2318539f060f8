/** Round trip: what the simulator knows is what the parsers read from pages of one person. */
import { assert, assertEquals } from "@std/assert";
import { parseAthlete } from "@mypacer/shared/federation/parsers/athlete.ts";
import { parseRecords, type RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import { parseResults } from "@mypacer/shared/federation/parsers/results.ts";
import { parseSearch } from "@mypacer/shared/federation/parsers/search.ts";
import { recordsOf } from "../results/records.ts";
import { allResults, type Result, resultYears, yearResults } from "../results/results.ts";
import { type HeaderFacts, headerFacts } from "./athlete_header.ts";
import { USUAL_STYLE } from "./style.ts";
import {
  brokenRows,
  data,
  fetchPage,
  iso,
  people,
  STYLES,
  urls,
} from "../testing/simulated_pages.ts";

/** Whether a page names a department that does not exist: it is read as none, and reported. */
const hasOddDepartment = ({ department }: HeaderFacts) =>
  department === "64b" || department === "__A";

/** Whether a country has two letters: it is none of the federation's codes, and reported. */
const hasShortCountry = ({ nationality }: HeaderFacts) => nationality.length === 2;

/** What of a person's page cannot be read, by its messages. */
function expectedProblems(index: number): string[] {
  const facts = headerFacts(data, people.at(index));
  return [
    ...hasShortCountry(facts) ? ["categorie / nationalite"] : [],
    ...hasOddDepartment(facts) ? ["ligue / departement"] : [],
  ].map((label) => `what stands behind "${label}" is not understood`);
}

Deno.test("headers read back for every kind of person", async () => {
  const kinds = {
    date: 0,
    hidden: 0,
    noClub: 0,
    noLicense: 0,
    noCategory: 0,
    section: 0,
    letter: 0,
    odd: 0,
    shortCountry: 0,
    pass: 0,
    oddPlace: 0,
  };
  for (let index = 0; index < 3000; index++) {
    const person = people.at(index);
    const facts = headerFacts(data, person);
    const header = parseAthlete(await fetchPage(urls.athlete(person.ffaId)));
    assertEquals(header, {
      name: person.hasOddName ? person.name : `${person.surname} ${person.given}`,
      birthYear: person.publishesBirth ? person.birthYear : null,
      club: facts.club?.name ?? null,
      clubNumber: null,
      clubSection: facts.section,
      category: facts.category,
      sex: person.sex,
      nationality: hasShortCountry(facts) ? null : facts.nationality,
      licenseNumber: facts.licenseNumber,
      licenseType: facts.licenseNumber === null ? null : facts.licenseType,
      league: facts.league,
      department: hasOddDepartment(facts) ? null : facts.department,
    });
    kinds.date += Number(person.birth !== null);
    kinds.hidden += Number(!person.publishesBirth);
    kinds.noClub += Number(facts.club === null);
    kinds.noLicense += Number(facts.licenseNumber === null);
    kinds.noCategory += Number(facts.category === null);
    kinds.section += Number(facts.section !== null);
    kinds.odd += Number(person.hasOddName);
    kinds.shortCountry += Number(hasShortCountry(facts));
    kinds.pass += Number(facts.licenseType === "-- Pass Running --");
    kinds.oddPlace += Number(hasOddDepartment(facts));
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
    assertEquals(
      brokenRows(page.problems).map(({ message }) => message),
      expectedProblems(index),
    );
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
  problems: readonly string[] = [],
): void {
  assertEquals(brokenRows(read.problems).map(({ message }) => message), problems);
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
      assertResults(page, expected, expectedProblems(index));
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
  // The site itself knows no accents.
  const accented = new URL(
    "/ajax/autocompletion.aspx?mode=1&recherche=LEF%C3%88VRE",
    urls.robots(),
  );
  assertEquals(parseSearch(await fetchPage(accented)).athletes, []);
  const wildcard = new URL(
    "/ajax/autocompletion.aspx?mode=1&recherche=LEF%25jean-b",
    urls.robots(),
  );
  const found = parseSearch(await fetchPage(wildcard)).athletes;
  assert(found.some(({ ffaId }) => ffaId === "70001989"));
  assert(found.every(({ name }) => /^LEF.*Jean-B/i.test(name)));
});

Deno.test("the search finds compound surnames by their beginning as published, not by a part", async () => {
  const find = async (text: string) =>
    parseSearch(await fetchPage(urls.search(text))).athletes.map(({ name }) => name);
  for (const form of [/^LE /, /^DE /, /^EL /, /^[A-Z]{4,}-[A-Z]{4,}$/, /^[A-Z]{4,} [A-Z]{4,}$/]) {
    const compound = [...people].find(({ surname }) => form.test(surname));
    assert(compound !== undefined, String(form));
    const { surname, given, name } = compound;
    const [first = "", ...others] = surname.split(/(?<=[ -])/);
    for (const text of [surname, `${surname} ${given}`, `${first}${others[0]?.slice(0, 2)}`]) {
      assert((await find(text)).includes(name), text);
    }
    for (const text of [`${given} ${surname}`, `${others.join("")} ${given}`]) {
      assert(!(await find(text)).includes(name), text);
    }
  }
});

Deno.test("the search takes characters of patterns as they are", async () => {
  for (const text of ["(", "[a-z]", "a{1000}", ".*", "\\", "^", "%", "%%"]) {
    const url = new URL("/ajax/autocompletion.aspx?mode=1", urls.robots());
    url.searchParams.set("recherche", text);
    assertEquals(JSON.parse(await fetchPage(url)), [], text);
  }
});
