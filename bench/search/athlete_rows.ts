import { birthYearRange, categoryOf } from "@mypacer/shared/domain/people/category.ts";
import type { InventedDirectory } from "./directory.ts";

/** What a directory holds of an athlete; the names are those of the columns in the database. */
export interface AthleteFields {
  ffa_id: string;
  name: string;
  birth_year: number | null;
  birth_year_min: number | null;
  birth_year_max: number | null;
  sex: string;
  nationality: string;
  category: string | null;
  /** Place of the latest club, from 1. */
  club_id: number | null;
  first_season: number;
  last_season: number;
}

/** All invented people as a crawl tells of them. */
export function* athleteFields({ people }: InventedDirectory): Generator<AthleteFields> {
  for (let index = 0; index < people.length; index++) {
    const { ffaId, name, sex, birthYear, publishesBirth, nationality } = people.at(index);
    const memberships = people.memberships.of(index);
    const [first, last] = [memberships[0], memberships.at(-1)];
    const season = last?.season ?? 2005;
    const category = categoryOf(birthYear, season);
    // What a crawl tells of those whose year is not published.
    const range = publishesBirth ? null : birthYearRange(category, season);
    yield {
      ffa_id: ffaId,
      name,
      birth_year: publishesBirth ? birthYear : null,
      birth_year_min: range?.min ?? null,
      birth_year_max: range?.max ?? null,
      sex,
      nationality,
      category,
      club_id: last === undefined ? null : last.club + 1,
      first_season: first?.season ?? season,
      last_season: season,
    };
  }
}

/** A row in the text format of COPY. */
export const copyLine = (fields: readonly (string | number | null)[]) =>
  fields.map((value) =>
    value === null ? "\\N" : String(value).replace(/[\\\t\n\r]/g, (sign) => `\\${sign}`)
  ).join("\t") + "\n";
