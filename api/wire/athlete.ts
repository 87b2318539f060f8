import type { Athlete } from "@mypacer/shared/contract/athlete.ts";
import { isBirthYearShown } from "@mypacer/shared/domain/people/minor.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import type { AthleteRow } from "../repositories/athlete.ts";

/** Any id, to find where it stands in the address. */
const SAMPLE_ID = "0123456789";

/**
 * The parts before and behind the id in the address of an athlete's page, by the site's address.
 */
const addresses = new Map<string, [before: string, behind: string]>();

/**
 * Address of an athlete's page. Made of its parts: a `URL` for each of a hundred answers would cost
 * more than the search.
 */
export function addressOf(ffaId: string, federationUrl: string): string {
  let parts = addresses.get(federationUrl);
  if (parts === undefined) {
    const [before = "", behind = ""] = federationUrls(federationUrl).athlete(SAMPLE_ID).href
      .split(SAMPLE_ID);
    parts = [before, behind];
    addresses.set(federationUrl, parts);
  }
  return parts[0] + ffaId + parts[1];
}

/** The years between which somebody was born. */
type BirthYears = Pick<AthleteRow, "birthYear" | "birthYearMin" | "birthYearMax">;

/** What may be shown of an athlete's birth: nothing of somebody who may be under 16. */
export function shownBirth(
  { birthYear, birthYearMin, birthYearMax }: BirthYears,
  today = new Date(),
): BirthYears {
  return isBirthYearShown(birthYear ?? birthYearMax, today.getUTCFullYear())
    ? { birthYear, birthYearMin, birthYearMax }
    : { birthYear: null, birthYearMin: null, birthYearMax: null };
}

/**
 * An athlete as the API shows them. Field by field, in the order of the contract: it is done for
 * each result of a search, and a copy of a copy takes longer than finding them.
 */
export function toAthlete(row: AthleteRow, federationUrl: string): Athlete {
  const { birthYear, birthYearMin, birthYearMax } = shownBirth(row);
  return {
    ffa_id: row.ffaId,
    name: row.name,
    birth_year: birthYear,
    birth_year_min: birthYearMin,
    birth_year_max: birthYearMax,
    sex: row.sex,
    nationality: row.nationality,
    category: row.category,
    club: row.clubNumber === null || row.clubName === null
      ? null
      : { ffa_number: row.clubNumber, name: row.clubName },
    first_season: row.firstSeason,
    last_season: row.lastSeason,
    url: addressOf(row.ffaId, federationUrl),
  };
}
