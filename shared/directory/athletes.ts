import type { Queryable } from "../database/connect.ts";
import type { Sex } from "../domain/people/category.ts";
import type { Season } from "../domain/people/season.ts";
import { categoryYears } from "./birth_years.ts";
import { encodeOrigin, type Origin } from "./facts.ts";
import { mergeAthletes } from "./merge_athletes.ts";
import { ATHLETE_FIELDS, type Field } from "./precedence.ts";

/** Facts of one source about one athlete. A field that is missing or null is not known to it. */
export type AthleteFacts = Origin & {
  ffaId: string;
  /** `SURNAME Given`, as published. */
  name?: string | null;
  sex?: Sex | null;
  /** Three-letter code. */
  nationality?: string | null;
  licenseNumber?: string | null;
  /** Age category code, e.g. `SE`, `M0`. */
  category?: string | null;
  birthYear?: number | null;
  clubNumber?: string | null;
  /** For a club whose number is unknown; used where only one club has the name. */
  clubName?: string | null;
  /**
   * The first and the last season in which the source shows the athlete as active; needed to add
   * somebody. The category may be of any season from the last of them to the one of the source.
   */
  active?: { first: Season; last: Season } | null;
};

/**
 * Stores facts about athletes; `precedence.ts` says which are believed. The order in which facts
 * are handed over does not matter.
 *
 * @returns How many rows were written.
 */
export async function recordAthletes(
  sql: Queryable,
  facts: readonly AthleteFacts[],
): Promise<number> {
  let written = 0;
  for (const round of eachOnce(facts)) written += await recordRound(sql, round);
  return written;
}

/** Splits a list so that no athlete is twice in one part: a statement cannot write a row twice. */
function eachOnce(facts: readonly AthleteFacts[]): AthleteFacts[][] {
  const rounds: AthleteFacts[][] = [];
  const times = new Map<string, number>();
  for (const fact of facts) {
    const time = times.get(fact.ffaId) ?? 0;
    times.set(fact.ffaId, time + 1);
    (rounds[time] ??= []).push(fact);
  }
  return rounds;
}

async function recordRound(sql: Queryable, facts: readonly AthleteFacts[]): Promise<number> {
  const column = <T>(of: (fact: AthleteFacts) => T | null | undefined) =>
    facts.map((fact) => of(fact) ?? null);
  const years = facts.map(({ category, season, active }) =>
    active ? categoryYears(category ?? null, { first: active.last, last: season }) : null
  );
  const fields = Object.entries(ATHLETE_FIELDS) as [keyof typeof ATHLETE_FIELDS, Field][];
  const values = fields.map(([field, { type = "text" }]) =>
    sql`${column((fact) => valueOf(fact, field))}::${sql.unsafe(type)}[],`
  );
  const names = fields.map(([, { column }]) => column).join(", ");
  return await mergeAthletes(
    sql,
    sql`
      select
        facts.*, read_at::timestamptz as profile_read_at,
        coalesce(by_number.id, case when club_name is not null then (
          select min(id) from club
          where normalized_name = normalize_name(club_name) having count(*) = 1
        ) end) as club_id
      from unnest(
        ${values}
        ${column(({ ffaId }) => ffaId)}::text[],
        ${column(({ source, birthYear }) => source === "results" ? birthYear : null)}::smallint[],
        ${years.map((range) => range?.min ?? null)}::smallint[],
        ${years.map((range) => range?.max ?? null)}::smallint[],
        ${column(({ clubNumber }) => clubNumber)}::text[],
        ${column(({ clubName }) => clubName)}::text[],
        ${column(({ active }) => active?.first)}::smallint[],
        ${column(({ active }) => active?.last)}::smallint[],
        ${
      column(({ source, readAt }) => source === "profile" ? readAt.toISOString() : null)
    }::text[],
        ${facts.map(encodeOrigin)}::bigint[]
      ) as facts (
        ${sql.unsafe(names)}, ffa_id, results_birth_year, category_year_min, category_year_max,
        club_number, club_name, first_season, last_season, read_at, origin
      )
      left join club as by_number on by_number.ffa_number = club_number
    `,
  );
}

/** The value of a field in a fact. Birth years of results are stored by `recordResultYears`. */
function valueOf(fact: AthleteFacts, field: keyof typeof ATHLETE_FIELDS) {
  if (field !== "statedBirthYear") return fact[field];
  return fact.source === "results" ? null : fact.birthYear;
}

/**
 * Stores birth years that results show, of athletes who are in the directory.
 *
 * @param years An athlete may appear with different years: then none of them counts.
 * @returns How many birth years became known, and how many rows were written.
 */
export async function recordResultYears(
  sql: Queryable,
  years: readonly { ffaId: string; birthYear: number }[],
  origin: Omit<Origin, "source">,
): Promise<{ found: number; written: number }> {
  const ffaIds = [...new Set(years.map(({ ffaId }) => ffaId))];
  const distinct = new Map(years.map((year) => [`${year.ffaId} ${year.birthYear}`, year]));
  const before = await countWithoutYear(sql, ffaIds);
  const written = await recordAthletes(
    sql,
    [...distinct.values()].map((year) => ({ ...year, source: "results", ...origin })),
  );
  return { found: before - await countWithoutYear(sql, ffaIds), written };
}

async function countWithoutYear(sql: Queryable, ffaIds: readonly string[]): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    select count(*) from athlete where ffa_id = any(${[...ffaIds]}) and birth_year is null
  `;
  return row.count;
}
