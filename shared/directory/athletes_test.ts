import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Sql } from "../database/connect.ts";
import { printedSeed } from "../testing/random.ts";
import { createTestDatabase } from "../testing/test_database.ts";
import { until } from "../testing/until.ts";
import { birthYearRange, type BirthYears, narrowBirthYears } from "../domain/people/category.ts";
import { type AthleteFacts, recordAthletes } from "./athletes.ts";
import { recordClubs } from "./clubs.ts";
import { type Source, sourceNumber } from "./facts.ts";
import { ATHLETE_CLUB, ATHLETE_FIELDS, CLUB_FIELDS, type Field } from "./precedence.ts";

const CLUBS = ["001998", "031001", "075999"];
const CATEGORIES = ["ES", "SE", "M0", "M1"];

const at = (day: number) => new Date(Date.UTC(2026, 0, day));

async function addClubs(sql: Sql): Promise<void> {
  const origin = { source: "club-list" as const, season: 2026, readAt: at(1) };
  await recordClubs(
    sql,
    CLUBS.map((number) => ({
      ...origin,
      number,
      name: `AC ${number}`,
      league: null,
      department: null,
    })),
  );
}

/** What the directory says of everybody, by federation id. */
async function storedAll(sql: Sql) {
  const rows = await sql`
    select ffa_id, athlete.name, sex, nationality, license_number, category, birth_year,
      birth_year_min, birth_year_max, ffa_number as club, athlete.first_season,
      athlete.last_season
    from athlete left join club on club.id = club_id
  `;
  return new Map(rows.map(({ ffaId, ...row }) => [String(ffaId), row]));
}

const stored = async (sql: Sql, ffaId: string) => (await storedAll(sql)).get(ffaId);

/** A roster that adds the athlete: other facts add nobody. */
const FIRST: Omit<AthleteFacts, "ffaId"> = {
  source: "roster",
  season: 2018,
  readAt: at(1),
  name: "ROC Ada",
  active: { first: 2018, last: 2018 },
};

type Told = Omit<AthleteFacts, "ffaId">;

/** The value that the table of precedence says is believed, worked out without SQL. */
function believed<T>(
  facts: readonly Told[],
  { sources }: Field,
  valueOf: (fact: Told) => T | null | undefined,
  tie?: (a: Told, b: Told) => number,
): T | null {
  const group = ({ source }: Told) => sources.findIndex((names) => names.includes(source));
  const place = ({ source }: Told) => sources.flat().indexOf(source);
  const later = (a: Told, b: Told) =>
    place(a) - place(b) || b.readAt.getTime() - a.readAt.getTime();
  const [best] = facts.filter((fact) => (valueOf(fact) ?? null) !== null)
    .sort((a, b) => group(a) - group(b) || b.season - a.season || (tie ?? later)(a, b));
  return best === undefined ? null : valueOf(best) ?? null;
}

/** What the directory has to say after these facts, whatever their order. */
function expected(facts: readonly Told[]) {
  const years = facts.flatMap(({ source, season, category }) =>
    source === "roster" && category ? [birthYearRange(category, season)] : []
  );
  let categories: BirthYears | null = null;
  for (const range of years) {
    const narrowed = narrowBirthYears(categories, range);
    categories = narrowed;
    if (narrowed === null) break;
  }
  const results = new Set(
    facts.flatMap(({ source, birthYear }) => source === "results" && birthYear ? [birthYear] : []),
  );
  const [result = null] = results.size === 1 ? results : [];
  const allowed = result !== null &&
    (categories === null || result >= categories.min && result <= categories.max);
  const told = believed(
    facts,
    ATHLETE_FIELDS.statedBirthYear,
    ({ source, birthYear }) => source === "results" ? null : birthYear,
  );
  const single = categories !== null && categories.min === categories.max ? categories.min : null;
  const birthYear = told ?? (allowed ? result : null) ?? single;
  const seasons = facts.flatMap(({ active }) => active ? [active.first, active.last] : []);
  return {
    name: believed(facts, ATHLETE_FIELDS.name, ({ name }) => name),
    sex: believed(facts, ATHLETE_FIELDS.sex, ({ sex }) => sex),
    nationality: believed(facts, ATHLETE_FIELDS.nationality, ({ nationality }) => nationality),
    licenseNumber: believed(facts, ATHLETE_FIELDS.licenseNumber, (fact) => fact.licenseNumber),
    category: believed(facts, ATHLETE_FIELDS.category, ({ category }) => category),
    birthYear,
    birthYearMin: birthYear ?? categories?.min ?? null,
    birthYearMax: birthYear ?? categories?.max ?? null,
    club: believed(
      facts,
      ATHLETE_CLUB,
      ({ clubNumber }) => clubNumber,
      (a, b) => (a.clubNumber ?? "") < (b.clubNumber ?? "") ? -1 : 1,
    ),
    firstSeason: Math.min(...seasons),
    lastSeason: Math.max(...seasons),
  };
}

/**
 * Facts of an athlete. Of one source and season no value comes back once another was told: a value
 * that is confirmed is not written, so its first date counts.
 */
const FACTS = fc.array(
  fc.record({
    source: fc.constantFrom<Source>("roster", "roster", "profile", "results", "file"),
    season: fc.integer({ min: 2023, max: 2026 }),
    tells: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    category: fc.constantFrom(...CATEGORIES),
    birthYear: fc.integer({ min: 2001, max: 2003 }),
  }),
  { minLength: 2, maxLength: 6 },
).map((drafts) => {
  const times = new Map<string, number>();
  return drafts.map(({ source, season, tells, category, birthYear }, index): Told => {
    const key = `${source} ${season}`;
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    const lists = source === "roster" || source === "file";
    const tell = <T>(field: number, value: T) => tells[field] ? value : null;
    const origin = { source, season, readAt: at(index + 2) };
    if (source === "results") return { ...origin, birthYear };
    return {
      ...origin,
      name: tell(0, `ROC Ada${"abcdef"[time]}`),
      sex: time < 2 ? tell(1, (["F", "M"] as const)[time] ?? "F") : null,
      nationality: tell(2, ["FRA", "BEL", "ITA", "ESP", "GER", "POR"][time] ?? null),
      licenseNumber: tell(3, `29999${time}`),
      // One season has one category: only then does a roster contradict another season's alone.
      category: source === "file" || time > 0 ? null : tell(4, category),
      birthYear: source === "roster" ? null : tell(5, 1990 + time),
      clubNumber: tell(6, CLUBS[(time + season) % CLUBS.length] ?? null),
      active: lists ? { first: season, last: season } : null,
    };
  });
});

Deno.test("precedence names the sources of a group in the order of their numbers", () => {
  for (const { sources } of Object.values({ ...ATHLETE_FIELDS, ATHLETE_CLUB, ...CLUB_FIELDS })) {
    for (const group of sources) {
      const numbers = group.map(sourceNumber);
      assertEquals(numbers, numbers.toSorted((a, b) => b - a));
    }
  }
});

/** How many athletes are told of, each in two orders. */
const ATHLETES = 150;

Deno.test("recordAthletes() comes to what the table of precedence says, in any order", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  await addClubs(sql);
  const seed = printedSeed();
  const athletes = fc.sample(
    FACTS.chain((facts) => {
      const all = { minLength: facts.length, maxLength: facts.length };
      return fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, all));
    }),
    { numRuns: ATHLETES, seed },
  ).flatMap(([facts, shuffled], index) => [
    { ffaId: String(2 * index + 1), facts, order: facts },
    { ffaId: String(2 * index + 2), facts, order: shuffled },
  ]);
  const most = Math.max(...athletes.map(({ order }) => order.length));
  // The first fact of everybody, then the second of everybody, and so on.
  await recordAthletes(sql, athletes.map(({ ffaId }) => ({ ...FIRST, ffaId })));
  for (let step = 0; step < most; step++) {
    await recordAthletes(
      sql,
      athletes.flatMap(({ ffaId, order }) => {
        const fact = order[step];
        return fact === undefined ? [] : [{ ...fact, ffaId }];
      }),
    );
  }
  const rows = await storedAll(sql);
  for (const { ffaId, facts, order } of athletes) {
    const [all, told] = [JSON.stringify(facts), JSON.stringify(order)];
    assertEquals(rows.get(ffaId), expected([FIRST, ...facts]), `seed ${seed}: ${all} as ${told}`);
  }
  // Told again, all at once, nothing is written.
  const again = athletes.flatMap(({ ffaId, facts }) => facts.map((fact) => ({ ...fact, ffaId })));
  assertEquals(await recordAthletes(sql, again), 0, `seed ${seed}`);
});

Deno.test("recordAthletes() trusts no category once two contradict each other, whichever comes last", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const rosters = [["ES", 2026], ["PO", 2025], ["ES", 2024]] as const;
  const facts = rosters.map(([category, season], index): Told => ({
    ...FIRST,
    season,
    readAt: at(index + 1),
    category,
    active: { first: season, last: season },
  }));
  for (const [index, order] of [[0, 1, 2], [0, 2, 1], [1, 2, 0]].entries()) {
    const ffaId = String(index + 1);
    for (const at of order) await recordAthletes(sql, [{ ...FIRST, ...facts[at], ffaId }]);
    const row = await stored(sql, ffaId);
    assertEquals([row?.category, row?.birthYear, row?.birthYearMin, row?.birthYearMax], [
      "ES",
      null,
      null,
      null,
    ]);
  }
});

Deno.test("recordAthletes() takes rows that have no origins for told by a list of their last season", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  await sql`
    insert into athlete (ffa_id, name, sex, category, license_number, birth_year, birth_year_min,
      birth_year_max, first_season, last_season)
    values ('1', 'ROC Ada', 'F', 'SE', 'A1', 1999, 1999, 1999, 2020, 2025),
      ('2', 'ROC Eve', null, 'ES', null, null, 2002, 2004, 2025, 2025)
  `;
  const told = { source: "roster" as const, readAt: at(1), active: { first: 2024, last: 2024 } };
  const older = { ...told, season: 2024, name: "ROC Ida", category: "M0", licenseNumber: "B2" };
  assert(await recordAthletes(sql, [{ ...older, ffaId: "1" }]) > 0);
  const kept = await stored(sql, "1");
  assertEquals([kept?.name, kept?.licenseNumber, kept?.birthYear], ["ROC Ada", "A1", 1999]);
  const newer = { ...told, season: 2026, active: { first: 2026, last: 2026 } };
  await recordAthletes(sql, [
    { ...newer, ffaId: "1", name: "ROC Ida", category: "M0" },
    // Under 23 in 2026 as well: 2004 to 2006.
    { ...newer, ffaId: "2", name: "ROC Eve", category: "ES" },
  ]);
  const ida = await stored(sql, "1");
  assertEquals([ida?.name, ida?.licenseNumber, ida?.birthYear], ["ROC Ida", "A1", 1999]);
  assertEquals((await stored(sql, "2"))?.birthYear, 2004);
});

Deno.test("recordAthletes() adds nobody whom only results or an own page tell", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const origin = { season: 2026, readAt: at(1) };
  const written = await recordAthletes(sql, [
    { ...origin, source: "results", ffaId: "1", birthYear: 1999 },
    { ...origin, source: "profile", ffaId: "2", name: "ROC Ada", birthYear: 1999 },
  ]);
  assertEquals([written, (await sql`select from athlete`).length], [0, 0]);
});

Deno.test("recordAthletes() loses nothing that another connection stores meanwhile", async () => {
  await using database = await createTestDatabase();
  const { sql } = database;
  const origin = { source: "roster" as const, readAt: at(1) };
  const roster = (season: number, fact: Partial<AthleteFacts>): AthleteFacts => ({
    ...origin,
    ffaId: "1",
    season,
    name: "ROC Ada",
    active: { first: season, last: season },
    ...fact,
  });
  // Whom both add, then whom both change.
  for (const [first, second] of [[2024, 2025], [2026, 2023]] as const) {
    const recording = await sql.begin(async (other) => {
      await recordAthletes(other, [roster(first, { licenseNumber: `A${first}`, sex: "F" })]);
      const recording = recordAthletes(sql, [roster(second, { licenseNumber: `A${second}` })]);
      await untilOneWaits(sql);
      return { recording };
    });
    await recording.recording;
  }
  const row = await stored(sql, "1");
  assertEquals([row?.licenseNumber, row?.sex, row?.firstSeason, row?.lastSeason], [
    "A2026",
    "F",
    2023,
    2026,
  ]);
});

async function untilOneWaits(sql: Sql): Promise<void> {
  await until("a connection that waits for another one", async () => {
    const [row] = await sql<[{ waiting: number }]>`
      select count(*) as waiting from pg_locks where not granted
        and pid in (select pid from pg_stat_activity where datname = current_database())
    `;
    return row.waiting > 0;
  });
}
