import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { athleteFields, copyLine } from "./athlete_rows.ts";
import type { InventedDirectory } from "./directory.ts";

/** Rows sent at once. */
const BATCH = 2000;

/** Rows of athletes in the text format of COPY, some thousands at a time. */
function* copyBatches(directory: InventedDirectory): Generator<string> {
  let lines: string[] = [];
  for (const fields of athleteFields(directory)) {
    lines.push(copyLine(Object.values(fields)));
    if (lines.length < BATCH) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}

/** Fills an empty directory, its indexes built behind the rows as `pg_restore` does. */
export async function loadDirectory(sql: Sql, directory: InventedDirectory): Promise<void> {
  const { clubs } = directory.people;
  const all = Array.from({ length: clubs.length }, (_, index) => clubs.at(index));
  await sql`
    insert into club (id, ffa_number, name, league, department, first_season, last_season)
    overriding system value
    select * from unnest(
      ${all.map(({ index }) => index + 1)}::bigint[], ${all.map(({ number }) => number)}::text[],
      ${all.map(({ name }) => name)}::text[], ${all.map(({ league }) => league)}::text[],
      ${all.map(({ department }) => department)}::text[], ${
    all.map(({ from }) => from)
  }::smallint[],
      ${all.map(({ to }) => to)}::smallint[]
    )
  `;
  await sql.begin(async (sql) => {
    await sql`drop index athlete_normalized_name_trgm`;
    const rows = await sql`
      copy athlete (
        ffa_id, name, birth_year, birth_year_min, birth_year_max, sex, nationality, category, club_id,
        first_season, last_season
      ) from stdin
    `.writable();
    await pipeline(Readable.from(copyBatches(directory)), rows);
    await sql`set local maintenance_work_mem = '256MB'`;
    await sql`
      create index athlete_normalized_name_trgm on athlete using gin (normalized_name gin_trgm_ops)
    `;
  });
  await sql`vacuum analyze athlete`;
}
