import type { Athlete } from "@mypacer/shared/contract/athlete.ts";
import { isBirthYearShown } from "@mypacer/shared/domain/people/minor.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import type { AthleteRow } from "../repositories/athlete.ts";

/** Any id, to see where it stands in the address. */
const SAMPLE = "0123456789";

/**
 * What stands before and behind the id in the address of an athlete's page, by the site's address.
 */
const addresses = new Map<string, [before: string, behind: string]>();

/**
 * Address of an athlete's page. Made of its parts: a `URL` for each of a hundred answers would cost
 * more than the search.
 */
export function addressOf(ffaId: string, federationUrl: string): string {
  let parts = addresses.get(federationUrl);
  if (parts === undefined) {
    const [before = "", behind = ""] = federationUrls(federationUrl).athlete(SAMPLE).href
      .split(SAMPLE);
    parts = [before, behind];
    addresses.set(federationUrl, parts);
  }
  return parts[0] + ffaId + parts[1];
}

/** What may be told of an athlete's birth: nothing of who may be under 16. */
export function shownBirth(
  row: Pick<AthleteRow, "birthYear" | "birthYearMin" | "birthYearMax">,
  today = new Date(),
): Pick<Athlete, "birth_year" | "birth_year_min" | "birth_year_max"> {
  const isShown = isBirthYearShown(row.birthYear ?? row.birthYearMax, today.getUTCFullYear());
  return {
    birth_year: isShown ? row.birthYear : null,
    birth_year_min: isShown ? row.birthYearMin : null,
    birth_year_max: isShown ? row.birthYearMax : null,
  };
}

/** An athlete as the API shows them. */
export function toAthlete(row: AthleteRow, federationUrl: string): Athlete {
  return {
    ffa_id: row.ffaId,
    name: row.name,
    ...shownBirth(row),
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
