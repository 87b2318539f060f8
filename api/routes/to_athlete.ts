import type { Athlete } from "@mypacer/shared/contract/athlete.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import type { AthleteRow } from "../repositories/athlete.ts";

/** An athlete as the API shows them. */
export function toAthlete(row: AthleteRow, federationUrl: string): Athlete {
  return {
    ffa_id: row.ffaId,
    name: row.name,
    birth_year: row.birthYear,
    birth_year_min: row.birthYearMin,
    birth_year_max: row.birthYearMax,
    sex: row.sex,
    nationality: row.nationality,
    category: row.category,
    club: row.clubNumber === null || row.clubName === null
      ? null
      : { ffa_number: row.clubNumber, name: row.clubName },
    first_season: row.firstSeason,
    last_season: row.lastSeason,
    url: federationUrls(federationUrl).athlete(row.ffaId).href,
  };
}
