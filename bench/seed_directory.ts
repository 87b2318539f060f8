import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { FederationSize } from "../simulator/people/clubs.ts";
import { people } from "../simulator/people/people.ts";

/** Rows written at once. */
const BATCH = 5000;

/**
 * Fills an empty directory with the simulator's invented people: those whom the simulator of the
 * same size answers for, with their latest club and all their seasons.
 */
export async function seedDirectory(sql: Sql, size: FederationSize): Promise<void> {
  const all = people(size);
  const clubs = Array.from({ length: all.clubs.length }, (_, index) => all.clubs.at(index));
  await sql`
    insert into club (ffa_number, name, league, department, first_season, last_season)
    select * from unnest(
      ${clubs.map(({ number }) => number)}::text[], ${clubs.map(({ name }) => name)}::text[],
      ${clubs.map(({ league }) => league)}::text[], ${
    clubs.map(({ department }) => department)
  }::text[],
      ${clubs.map(({ from }) => from)}::smallint[], ${clubs.map(({ to }) => to)}::smallint[]
    )
  `;
  for (let from = 0; from < all.length; from += BATCH) {
    const persons = Array.from(
      { length: Math.min(BATCH, all.length - from) },
      (_, at) => {
        const memberships = all.memberships.of(from + at);
        const number = (club: number | undefined) => clubs[club ?? -1]?.number ?? null;
        return {
          ...all.at(from + at),
          club: number(memberships.at(-1)?.club),
          first: memberships[0]?.season ?? size.firstSeason,
          last: memberships.at(-1)?.season ?? size.firstSeason,
          seasons: memberships.map(({ season, club }) => ({ season, club: number(club) })),
        };
      },
    );
    const seasons = persons.flatMap(({ ffaId, seasons }) =>
      seasons.map((membership) => ({ ffaId, ...membership }))
    );
    await sql.begin(async (sql) => {
      await sql`
        insert into athlete (ffa_id, name, birth_year, sex, nationality, club_id, first_season, last_season)
        select person.ffa_id, person.name, birth_year, sex, nationality, club.id, first, last
        from unnest(
          ${persons.map(({ ffaId }) => ffaId)}::text[], ${persons.map(({ name }) => name)}::text[],
          ${persons.map(({ birthYear }) => birthYear)}::smallint[],
          ${persons.map(({ sex }) => sex)}::text[],
          ${persons.map(({ nationality }) => nationality)}::text[],
          ${persons.map(({ club }) => club)}::text[],
          ${persons.map(({ first }) => first)}::smallint[],
          ${persons.map(({ last }) => last)}::smallint[]
        ) as person (ffa_id, name, birth_year, sex, nationality, club, first, last)
        left join club on club.ffa_number = person.club
      `;
      await sql`
        insert into membership (athlete_id, club_id, season)
        select athlete.id, club.id, stay.season
        from unnest(
          ${seasons.map(({ ffaId }) => ffaId)}::text[],
          ${seasons.map(({ club }) => club)}::text[],
          ${seasons.map(({ season }) => season)}::smallint[]
        ) as stay (ffa_id, club, season)
        join athlete on athlete.ffa_id = stay.ffa_id
        join club on club.ffa_number = stay.club
      `;
    });
  }
  await sql`vacuum analyze`;
}
