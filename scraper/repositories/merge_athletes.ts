import type { Queryable } from "@mypacer/shared/database/connect.ts";

/**
 * Adds athletes or brings them up to date. Nothing known is replaced by nothing, nothing of a later
 * season by something of an earlier one, and unchanged rows are not written.
 *
 * @param given A query of `ffa_id, name, sex, nationality, license_number, category, birth_year,
 *   year_min, year_max, club_id, season`, each athlete once.
 * @returns How many rows were written.
 */
export async function mergeAthletes(
  sql: Queryable,
  given: ReturnType<Queryable>,
): Promise<number> {
  const merged = mergeWith(sql);
  const before = sql`(
    known.sex, known.nationality, known.license_number, known.category,
    known.birth_year, known.birth_year_min, known.birth_year_max, known.club_id,
    known.first_season, known.last_season
  )`;
  const after = sql`(
    ${merged.sex}, ${merged.nationality}, ${merged.licenseNumber},
    ${merged.category}, ${merged.birthYear}, ${merged.birthYearMin}, ${merged.birthYearMax},
    ${merged.clubId}, ${merged.firstSeason}, ${merged.lastSeason}
  )`;
  const changes = sql`
    sex = ${merged.sex},
    nationality = ${merged.nationality},
    license_number = ${merged.licenseNumber},
    category = ${merged.category},
    birth_year = ${merged.birthYear},
    birth_year_min = ${merged.birthYearMin},
    birth_year_max = ${merged.birthYearMax},
    club_id = ${merged.clubId},
    first_season = ${merged.firstSeason},
    last_season = ${merged.lastSeason},
    updated_at = now()
  `;
  const read = sql`
    select
      ffa_id, name, sex, nationality, license_number, category, birth_year,
      year_min as birth_year_min, year_max as birth_year_max, club_id,
      season as first_season, season as last_season
    from (${given}) as given
  `;
  // Those who are known first, and names apart: normalizing a name takes longer than all the rest, and
  // both an insert that finds the row there and an update that repeats the name would do it.
  const renamed = await sql`
    update athlete as known set name = excluded.name, updated_at = now()
    from (${read}) as excluded
    where known.ffa_id = excluded.ffa_id and known.name <> excluded.name
      and excluded.last_season >= known.last_season
  `;
  const changed = await sql`
    update athlete as known set ${changes}
    from (${read}) as excluded
    where known.ffa_id = excluded.ffa_id and ${before} is distinct from ${after}
  `;
  const added = await sql`
    insert into athlete as known (
      ffa_id, name, sex, nationality, license_number, category, birth_year, birth_year_min,
      birth_year_max, club_id, first_season, last_season
    )
    select * from (${read}) as new
    where not exists (select from athlete where athlete.ffa_id = new.ffa_id)
    -- Always in one order, so that two clubs with a member in common never wait for one another.
    order by ffa_id
    -- Whom another worker added meanwhile.
    on conflict (ffa_id) do update set name = ${merged.name}, ${changes}
    where ${before} is distinct from ${after}
  `;
  return renamed.count + changed.count + added.count;
}

/** What becomes of each column when a known athlete (`known`) is read again (`excluded`). */
function mergeWith(sql: Queryable) {
  const newer = sql`excluded.last_season >= known.last_season`;
  const latest = (column: string) => {
    const [ours, read] = [sql(`known.${column}`), sql(`excluded.${column}`)];
    return sql`case when ${newer} then coalesce(${read}, ${ours}) else coalesce(${ours}, ${read}) end`;
  };
  // The years that both categories allow; when there are none, one is wrong: the later is believed.
  const from = sql`greatest(known.birth_year_min, excluded.birth_year_min)`;
  const to = sql`least(known.birth_year_max, excluded.birth_year_max)`;
  const narrowed = (bound: typeof from, column: string) =>
    sql`case when ${from} > ${to} then ${latest(column)} else ${bound} end`;
  return {
    name: sql`case when ${newer} then excluded.name else known.name end`,
    sex: latest("sex"),
    // The athlete's own page knows better than the suffix some names carry.
    nationality: sql`case when known.profile_read_at is null then ${latest("nationality")}
      else coalesce(known.nationality, excluded.nationality) end`,
    licenseNumber: latest("license_number"),
    category: latest("category"),
    birthYear: sql`coalesce(known.birth_year, excluded.birth_year,
      case when ${from} = ${to} then ${from} end)`,
    birthYearMin: narrowed(from, "birth_year_min"),
    birthYearMax: narrowed(to, "birth_year_max"),
    // Two clubs in one season: the lower number, whichever is read first.
    clubId: sql`case
      when excluded.club_id is null then known.club_id
      when known.club_id is null or excluded.last_season > known.last_season then excluded.club_id
      when excluded.last_season < known.last_season or excluded.club_id = known.club_id
        then known.club_id
      else (
        select id from club where id in (known.club_id, excluded.club_id)
        order by ffa_number limit 1
      )
    end`,
    firstSeason: sql`least(known.first_season, excluded.first_season)`,
    lastSeason: sql`greatest(known.last_season, excluded.last_season)`,
  };
}
