import type { Queryable } from "../database/connect.ts";
import { birthYear, birthYearBounds, mergedYears, type YearFacts } from "./birth_years.ts";
import { isBelieved, mergedOrigin, mergedValue, storedOrigin } from "./merged_field.ts";
import {
  ATHLETE_CLUB,
  ATHLETE_FIELDS,
  type Field,
  formerOrigin,
  strength,
  withoutSource,
} from "./precedence.ts";

const FIELDS: readonly Field[] = Object.values(ATHLETE_FIELDS);

/** Columns that a query of facts may have, with their types. */
const FACT_COLUMNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FIELDS.map(({ column, type = "text" }) => [column, type])),
  results_birth_year: "smallint",
  category_year_min: "smallint",
  category_year_max: "smallint",
  club_id: "bigint",
  first_season: "smallint",
  last_season: "smallint",
  profile_read_at: "timestamptz",
};

/**
 * Adds athletes or brings them up to date, as the table of precedence says. A known value is never
 * replaced by null, and unchanged rows are not written. Facts without a name or seasons add nobody.
 *
 * @param incoming Query of `ffa_id`, `origin` and of columns, each athlete once. A null value
 *   leaves its field as it is.
 * @param columns Columns of the query besides, of {@link FACT_COLUMNS}.
 * @returns How many rows were written.
 */
export async function mergeAthletes(
  sql: Queryable,
  incoming: ReturnType<Queryable>,
  columns: readonly string[] = Object.keys(FACT_COLUMNS),
): Promise<number> {
  const all = Object.entries(FACT_COLUMNS).map(([column, type]) =>
    columns.includes(column) ? column : `null::${type} as ${column}`
  );
  const facts = sql`(select ffa_id, origin, ${
    sql.unsafe(all.join(", "))
  } from (${incoming}) as facts)`;
  let written = 0;
  for (;;) {
    // Names are updated apart: normalizing a name takes longer than everything else, and any update
    // that sets the name does it. A row that another worker changed meanwhile is left for the next
    // round.
    const [updated] = await sql<[{ stale: number; written: number }]>`
      with merged as materialized (
        select stored.id, stored.xmin as version, incoming.name is distinct from stored.name
          and believed.name as is_renamed, ${sql.unsafe(list(MERGED, "as"))}
        from ${facts} as incoming join athlete as stored using (ffa_id)
        ${sql.unsafe(STEPS)}
        where ${sql.unsafe(IS_CHANGED)}
      ), renamed as (
        update athlete set name = merged.name, ${sql.unsafe(CHANGES)} from merged
        where athlete.id = merged.id and athlete.xmin = version and is_renamed
        returning 1
      ), changed as (
        update athlete set ${sql.unsafe(CHANGES)} from merged
        where athlete.id = merged.id and athlete.xmin = version and not is_renamed
        returning 1
      ), done as (
        select (select count(*) from renamed) + (select count(*) from changed) as written
      )
      select written, (select count(*) from merged) - written as stale from done
    `;
    const [added] = await sql<[{ candidates: number; added: number }]>`
      with candidate as (
        select incoming.* from ${facts} as incoming
        where name is not null and first_season is not null
          and not exists (select from athlete where athlete.ffa_id = incoming.ffa_id)
      ), added as (
        insert into athlete (${sql.unsafe(Object.keys(ADDED).join(", "))})
        select ${sql.unsafe(Object.values(ADDED).join(", "))} from candidate as incoming
        -- Always in one order, so that two clubs with a member in common never wait for one another.
        order by ffa_id
        on conflict (ffa_id) do nothing
        returning 1
      )
      select (select count(*) from candidate) as candidates, (select count(*) from added) as added
    `;
    written += updated.written + added.added;
    // Athletes whom another worker added meanwhile are found now.
    if (updated.stale === 0 && added.added === added.candidates) return written;
  }
}

const yearsOf = (row: string): YearFacts => ({
  stated: `${row}.told_birth_year`,
  results: `${row}.results_birth_year`,
  categoryMin: `${row}.category_year_min`,
  categoryMax: `${row}.category_year_max`,
});

/**
 * The stored facts about a birth year. Rows written before sources were kept apart, or by a release
 * that does not keep them apart, have a year that their facts do not explain: it counts as given.
 */
const STORED_YEARS: YearFacts = {
  ...yearsOf("stored"),
  stated: `case when stored.birth_year is not distinct from ${birthYear(yearsOf("stored"))}
    then stored.told_birth_year else stored.birth_year end`,
  categoryMin: `coalesce(stored.category_year_min,
    case when stored.birth_year is null then stored.birth_year_min end)`,
  categoryMax: `coalesce(stored.category_year_max,
    case when stored.birth_year is null then stored.birth_year_max end)`,
};
const BEFORE_YEARS: YearFacts = { ...yearsOf("before"), results: "stored.results_birth_year" };

const storedValue = ({ column }: Field) =>
  column === ATHLETE_FIELDS.statedBirthYear.column ? BEFORE_YEARS.stated : `stored.${column}`;

/** The lower number of two clubs in one season, whichever is read first. */
function isClubBelieved(): string {
  const [ofIncoming, ofStored] = ["incoming.origin", `before.${ATHLETE_CLUB.column}_origin`]
    .map((origin) => withoutSource(strength(ATHLETE_CLUB, origin)));
  const number = (id: string) => `(select ffa_number from club where id = ${id})`;
  return `(incoming.club_id is not null and (stored.club_id is null or ${ofIncoming} > ${ofStored}
    or ${ofIncoming} = ${ofStored} and incoming.club_id <> stored.club_id
      and ${number("incoming.club_id")} < ${number("stored.club_id")}))`;
}

/** Columns of a select list, or of an update. */
const list = (columns: Record<string, string>, word: "as" | "=") =>
  Object.entries(columns)
    .map(([column, value]) => word === "as" ? `${value} as ${column}` : `${column} = ${value}`)
    .join(", ");

/**
 * One subquery for each step, each computed once a row: `offset 0` keeps the planner from merging
 * them.
 */
const STEPS = Object.entries({
  /** The stored values and their origins. */
  before: {
    ...Object.fromEntries(
      [...FIELDS, ATHLETE_CLUB].map((field) => [
        `${field.column}_origin`,
        storedOrigin(field, formerOrigin(field, { list: "roster", hasProfile: true })),
      ]),
    ),
    told_birth_year: STORED_YEARS.stated,
    category_year_min: STORED_YEARS.categoryMin,
    category_year_max: STORED_YEARS.categoryMax,
  },
  /** Whether the incoming values are believed. */
  believed: {
    ...Object.fromEntries(
      FIELDS.map((field) => [
        field.column,
        isBelieved(field, { stored: storedValue(field), before: `before.${field.column}_origin` }),
      ]),
    ),
    club_id: isClubBelieved(),
  },
  /** The combined facts about the birth year. */
  year: (() => {
    const { stated, results, categoryMin, categoryMax } = mergedYears(
      BEFORE_YEARS,
      yearsOf("incoming"),
      mergedValue(ATHLETE_FIELDS.statedBirthYear, "believed.told_birth_year", BEFORE_YEARS.stated),
    );
    return {
      told_birth_year: stated,
      results_birth_year: results,
      category_year_min: categoryMin,
      category_year_max: categoryMax,
    };
  })(),
  birth: { year: birthYear(yearsOf("year")) },
}).map(([step, columns]) =>
  `cross join lateral (select ${list(columns, "as")} offset 0) as ${step}`
).join("\n");

/** New values by column. */
const MERGED: Record<string, string> = {
  ...Object.fromEntries(
    FIELDS.flatMap((field) => {
      const { column } = field;
      const isIncoming = `believed.${column}`;
      const terms = { stored: storedValue(field), before: `before.${column}_origin` };
      return [
        [column, mergedValue(field, isIncoming, storedValue(field))],
        [`${column}_origin`, mergedOrigin(field, isIncoming, terms)],
      ];
    }),
  ),
  results_birth_year: "year.results_birth_year",
  category_year_min: "year.category_year_min",
  category_year_max: "year.category_year_max",
  birth_year: "birth.year",
  birth_year_min: birthYearBounds("birth.year", yearsOf("year")).min,
  birth_year_max: birthYearBounds("birth.year", yearsOf("year")).max,
  club_id: mergedValue(ATHLETE_CLUB, "believed.club_id"),
  club_id_origin: mergedOrigin(ATHLETE_CLUB, "believed.club_id", {
    before: "before.club_id_origin",
  }),
  first_season: "least(stored.first_season, incoming.first_season)",
  last_season: "greatest(stored.last_season, incoming.last_season)",
  profile_read_at: "greatest(stored.profile_read_at, incoming.profile_read_at)",
};

const IS_CHANGED = `(${Object.keys(MERGED).map((column) => `stored.${column}`).join(", ")})
  is distinct from (${Object.values(MERGED).join(", ")})`;
const CHANGES = [
  ...Object.keys(MERGED).filter((column) => column !== "name")
    .map((column) => `${column} = merged.${column}`),
  "updated_at = now()",
].join(", ");

/** Values of a new row by column. */
const ADDED: Record<string, string> = {
  ffa_id: "ffa_id",
  ...Object.fromEntries(
    [...FIELDS, ATHLETE_CLUB].flatMap(({ column }) => [
      [column, column],
      [`${column}_origin`, `case when ${column} is not null then origin end`],
    ]),
  ),
  results_birth_year: "results_birth_year",
  category_year_min: "category_year_min",
  category_year_max: "category_year_max",
  birth_year: birthYear(yearsOf("incoming")),
  birth_year_min: birthYearBounds(birthYear(yearsOf("incoming")), yearsOf("incoming")).min,
  birth_year_max: birthYearBounds(birthYear(yearsOf("incoming")), yearsOf("incoming")).max,
  first_season: "first_season",
  last_season: "last_season",
  profile_read_at: "profile_read_at",
};
