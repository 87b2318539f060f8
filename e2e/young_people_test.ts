/**
 * What the young are spared, on every route that names athletes (`ways_to_read.ts`): the youngest
 * are nowhere, nobody under 16 has a year of birth, minors are judged by nothing. A new route fails
 * until it has a line below.
 */
import { assert, assertEquals } from "@std/assert";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { findAll, type HtmlNode, parseHtml, text } from "@mypacer/shared/federation/html.ts";
import {
  API_WAYS,
  type KnownPeople,
  type Question,
  SITE_NAMES_NOBODY,
  SITE_WAYS,
  type Way,
} from "../ops/testing/ways_to_read.ts";
import {
  type ComparedPerson,
  type ComparisonSite,
  startComparisonSite,
} from "./testing/comparison_site.ts";
import { RUNNER } from "./testing/athlete_people.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

const YEAR = new Date().getUTCFullYear();
const SEASON = seasonOf(new Date());
const CLUB = "075999";

/** A year of birth, or the range that a category allows. */
type Born = number | readonly [from: number, to: number] | null;
type SamplePerson = ComparedPerson & { born: Born };

const names = new Set<string>();
function person(given: string, born: Born): SamplePerson {
  names.add(given);
  return {
    ...RUNNER,
    ffaId: String(7_400_000 + names.size),
    name: `EXEMPLE ${given}`,
    birthYear: typeof born === "number" ? born : born?.[1] ?? 0,
    // The year that the routes ask for.
    results: { ...RUNNER.results, 2025: Object.values(RUNNER.results ?? {})[0] ?? [] },
    born,
  };
}

/** Baby athlé, éveil athlétique, poussins: by year, and by what a category allows. */
const YOUNGEST = [
  person("Tout-Petit", SEASON - 4),
  person("Bout-de-Chou", SEASON - 6),
  person("Éveillée", SEASON - 7),
  person("Lutin", SEASON - 9),
  person("Poussine", SEASON - 10),
  person("Moineau", SEASON - 11),
  person("Rangée", [SEASON - 11, SEASON - 10]),
  // Poussin of one season, benjamin of the next: perhaps still too young.
  person("Peut-Être", [SEASON - 12, SEASON - 11]),
];
/** Listed, without a year of birth. */
const UNDER_16 = [
  person("Benjamine", SEASON - 12),
  // 16 at the end of the year at the latest, and nobody knows whether yet.
  person("Minime", YEAR - 16),
  person("Entre", [YEAR - 19, YEAR - 16]),
];
const OTHER_MINORS = [person("Cadette", YEAR - 17), person("Junior", YEAR - 18)];
const UNKNOWN = person("Sans-Âge", null);
const ADULT = person("Adulte", YEAR - 30);
const OTHER_ADULT = person("Ancien", YEAR - 50);
const MINORS = [...UNDER_16, ...OTHER_MINORS, UNKNOWN];
const LISTED = [...MINORS, ADULT, OTHER_ADULT];

const known = (persons: readonly SamplePerson[]): KnownPeople => ({ persons, clubs: [CLUB] });
/** Most questions of one way: enough for each person, and for the second page of a list. */
const MOST_QUESTIONS = 9;

/** What one person is shown with. */
interface ShownPerson {
  ffa_id?: unknown;
  birth_year?: unknown;
  birth_year_min?: unknown;
  birth_year_max?: unknown;
  birth_date?: unknown;
}

/** Every object of an answer. */
function objectsOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.values(value).flatMap(objectsOf);
  return Array.isArray(value) ? below : [value as Record<string, unknown>, ...below];
}

const idsOf = (people: readonly SamplePerson[]) => people.map(({ ffaId }) => ffaId);
const isMinorsId = (id: unknown) => idsOf(MINORS).includes(String(id));

/** Nothing about a judgment: the route says who, or what was run. */
const factsOnly = () => {};

/** What each operation must not say of a minor, in its answer to a question. */
const API_CHECKS: Record<string, (answer: unknown, path: string) => void> = {
  getAthletes: factsOnly,
  getAthlete: factsOnly,
  getAthleteRecords: factsOnly,
  renewAthleteRecords: factsOnly,
  getFederationAthletes: factsOnly,
  postAthlete: factsOnly,
  getClubAthletes: factsOnly,
  getLegacyAthletes: factsOnly,
  getLegacyAthletesFromDb: factsOnly,
  getAthleteResults(answer, path) {
    const [{ athlete, results } = {}] = objectsOf(answer) as {
      athlete?: ShownPerson;
      results?: { place: unknown; place_text: unknown; level: unknown; points: unknown }[];
    }[];
    assert(results !== undefined && results.length > 0, path);
    for (const { place, place_text: placeText, level, points } of results) {
      const ranks = [place, placeText, level, points];
      assertEquals(ranks.every((one) => one === null), isMinorsId(athlete?.ffa_id), path);
    }
  },
  getAnalysis(answer, path) {
    const [{ athlete, minor, predictions } = {}] = objectsOf(answer) as {
      athlete?: ShownPerson;
      minor?: boolean;
      predictions?: unknown[];
    }[];
    assertEquals(minor, isMinorsId(athlete?.ffa_id), path);
    const figures = objectsOf(answer).filter(({ valid }) => valid === true).length;
    assertEquals([figures > 0, predictions?.length !== 0], [!minor, !minor], path);
  },
  getComparison(answer, path) {
    const { pairs = [], rankings = [] } = answer as {
      pairs?: { first: string; second: string; lead: { valid: boolean } }[];
      rankings?: unknown[];
    };
    for (const { first, second, lead } of pairs) {
      if (isMinorsId(first) || isMinorsId(second)) assertEquals(lead.valid, false, path);
    }
    const runs = objectsOf(rankings).filter(({ ffa_id: id }) => isMinorsId(id));
    assert(runs.every(({ place, behind }) => place === null && behind === null), path);
  },
};

/** Years of birth that nobody is told. */
const YEARS_UNDER_16 = UNDER_16.flatMap(({ born }) => born ?? []);

/** Marks of judgment on the site: none beside a minor. */
const JUDGING = ".standout, .progress, .figure, .series-line, .best, .best-record, .models";
const noJudgment = (document: HtmlNode, path: string) =>
  assertEquals(findAll(document, JUDGING).map(text), [], path);
/** Signs of who is ahead, between two of whom one is a minor. */
const AHEAD = ".score-figures, .wing-behind, .wing-gap, .place, .first-place";
const textsOf = (document: HtmlNode, selector: string) => findAll(document, selector).map(text);

/** What each route of the site must not say of a minor. */
const SITE_CHECKS: Record<string, (document: HtmlNode, path: string) => void> = {
  "index.tsx": noJudgment,
  "tableau/csv.ts": factsOnly,
  "tableau/texte.ts": factsOnly,
  "piste.tsx": noJudgment,
  "recherche.tsx": noJudgment,
  "club/[number].tsx": noJudgment,
  "athlete/[id].tsx"(document, path) {
    if (!MINORS.some(({ ffaId }) => path.includes(ffaId))) return;
    noJudgment(document, path);
    // One figure an event: the mark as published.
    const marks = textsOf(document, "main tbody td:nth-child(2)");
    assertEquals(marks.length, RUNNER.rows?.length, path);
  },
  "comparer.tsx"(document, path) {
    const [table] = findAll(document, ".rankings");
    if (table === undefined || !path.includes(OTHER_ADULT.ffaId)) {
      return assertEquals(textsOf(document, AHEAD), [], path);
    }
    const heads = textsOf(table, "thead .column-name");
    const ranked = findAll(table, "tbody tr").flatMap((row) =>
      findAll(row, "td").flatMap((cell, at) => findAll(cell, ".place").map(() => heads[at] ?? ""))
    );
    assertEquals(new Set(ranked), new Set([ADULT, OTHER_ADULT].map(({ name }) => name)), path);
  },
  "course.tsx"(document, path) {
    const runners = textsOf(document, ".race-result tbody th");
    assertEquals(runners.length, [ADULT, OTHER_ADULT].length, path);
    for (const { name } of MINORS) assert(!runners.some((one) => one.includes(name)), path);
  },
};
/** The same page in English. */
const ENGLISH: Record<string, string> = {
  "en/index.tsx": "index.tsx",
  "en/table/csv.ts": "tableau/csv.ts",
  "en/table/text.ts": "tableau/texte.ts",
  "en/search.tsx": "recherche.tsx",
  "en/club/[number].tsx": "club/[number].tsx",
  "en/athlete/[id].tsx": "athlete/[id].tsx",
  "en/compare.tsx": "comparer.tsx",
  "en/race.tsx": "course.tsx",
  "en/track.tsx": "piste.tsx",
};

async function startSite(youngestListed: "BE" | "BB") {
  const people = [...YOUNGEST, ...LISTED];
  const served = await startComparisonSite(people, { youngestListed, inMemory: true });
  const { sql } = served.app;
  await sql`
    insert into club (ffa_number, name, league, department, first_season, last_season)
    values (${CLUB}, 'AC EXEMPLE', 'I-F', '075', 2004, ${SEASON})
  `;
  for (const { ffaId, born } of people) {
    const [year, from, to] = typeof born === "number"
      ? [born, null, null]
      : [null, born?.[0] ?? null, born?.[1] ?? null];
    await sql`
      update athlete set birth_year = ${year}, birth_year_min = ${from}, birth_year_max = ${to},
        club_id = (select id from club), last_season = ${SEASON}
      where ffa_id = ${ffaId}
    `;
  }
  await sql`
    insert into membership (athlete_id, club_id, season)
    select id, club_id, ${SEASON} from athlete
  `;
  await served.app.keeper?.refresh();
  return served;
}

const ask = ({ path, asked }: Question) => served.site.ask(path, asked);
let served: ComparisonSite;
beforeTests(async (parts) => {
  served = parts.use(await startSite("BE"));
});

/** A minor beside an adult, where two are compared. */
const MORE_QUESTIONS: Record<string, Question[]> = {
  "comparer.tsx": [{ path: `/comparer?athletes=${ADULT.ffaId},${OTHER_MINORS[0]?.ffaId}` }],
  "en/compare.tsx": [{ path: `/en/compare?athletes=${UNKNOWN.ffaId},${ADULT.ffaId}` }],
};

/** What a route answers when it is asked of these people. */
async function* answersOf(route: string, way: Way, persons: readonly SamplePerson[]) {
  const questions = Iterator.from(way(known(persons))).take(MOST_QUESTIONS);
  for (const question of [...questions, ...MORE_QUESTIONS[route] ?? []]) {
    const response = await ask(question);
    yield { path: question.path, response, body: await response.text() };
  }
}

const givenOf = ({ name }: SamplePerson) => name.replace("EXEMPLE ", "");

Deno.test("every route that names athletes has a check of what it says of the young", () => {
  assertEquals(Object.keys(API_CHECKS).toSorted(), Object.keys(API_WAYS).toSorted());
  const site = [...Object.keys(SITE_CHECKS), ...Object.keys(ENGLISH)];
  assertEquals(site.toSorted(), Object.keys(SITE_WAYS).toSorted());
});

for (const [route, way] of Object.entries({ ...API_WAYS, ...SITE_WAYS })) {
  Deno.test(`${route} tells nobody of the youngest, and judges no minor`, async () => {
    for await (const { path, body } of answersOf(route, way, YOUNGEST)) {
      for (const one of YOUNGEST) assert(!body.includes(givenOf(one)), `${path}: ${one.name}`);
    }
    const seen = new Set<string>();
    for await (const { path, response, body } of answersOf(route, way, LISTED)) {
      assert([200, 404].includes(response.status), `${path}: ${response.status}`);
      for (const one of YOUNGEST) assert(!body.includes(givenOf(one)), `${path}: ${one.name}`);
      for (const one of LISTED) if (body.includes(givenOf(one))) seen.add(one.ffaId);
      // Lists of seasons to choose from hold every year.
      const told = body.replaceAll(/<option.*?<\/option>/g, "");
      for (const year of YEARS_UNDER_16) {
        assert(!new RegExp(`\\b${year}\\b`).test(told), `${path}: ${year}`);
      }
      if (response.status !== 200) continue;
      const apiCheck = API_CHECKS[route];
      if (apiCheck !== undefined) apiCheck(JSON.parse(body), path);
      else {
        assertEquals(response.headers.get("cache-control"), "private, no-store", path);
        const document = parseHtml(body);
        // What sites show of a link.
        const previews = findAll(document, "meta").map((meta) => meta.attribs["content"] ?? "");
        for (const one of LISTED) assert(!previews.join().includes(givenOf(one)), path);
        SITE_CHECKS[ENGLISH[route] ?? route]?.(document, path);
      }
    }
    // The others are there: what is checked was said.
    assertEquals(seen.size, LISTED.length, "somebody who may be shown is missing");
  });
}

Deno.test("the original service's records and pages that name nobody know none of the youngest", async () => {
  const rows = await served.app.sql<
    { id: number; ffaId: string }[]
  >`select id, ffa_id from athlete`;
  for (const { id, ffaId } of rows) {
    const response = await served.app.fetch(`/get_athlete_records?ident=${id}`);
    await response.body?.cancel();
    assertEquals(response.status === 404, idsOf(YOUNGEST).includes(ffaId), ffaId);
  }
  const [young] = YOUNGEST;
  const [minor] = MINORS;
  assert(young && minor);
  for (const route of SITE_NAMES_NOBODY) {
    if (route.startsWith("_")) continue;
    const address = `/${route.replace(/\.tsx?$/, "")}`;
    for (const ids of [idsOf(YOUNGEST), [minor.ffaId, ADULT.ffaId]]) {
      const path = `${address.replace("[id]", ids[0] ?? "")}?athletes=${ids}`;
      const response = await served.site.ask(path);
      const body = await response.text();
      for (const one of [...YOUNGEST, ...LISTED]) assert(!body.includes(one.name), path);
      // A picture of their records would be one of them: the table's is shown instead.
      if (/(athlete|compar).*\/(apercu|preview)/.test(address)) {
        assertEquals(response.status, 303, path);
      }
    }
  }
});

Deno.test("an operator who lists the youngest shows them, without a year of birth and unjudged", async () => {
  await using wide = await startSite("BB");
  const [child] = YOUNGEST;
  assert(child);
  const { items } = await (await wide.app.fetch("/athletes?q=exemple&limit=100")).json();
  assertEquals(items.length, YOUNGEST.length + LISTED.length);
  const { document } = await wide.site.page(`/athlete/${child.ffaId}`);
  const [bib = ""] = textsOf(document, ".bib");
  assert(bib.includes(givenOf(child)) && !bib.includes(String(child.born)), bib);
  noJudgment(document, child.name);
});
