import { type Day, seasonOpens } from "./calendar_day.ts";
import { drawWhole, hash } from "../chance/draw.ts";
import type { People } from "./people.ts";

/**
 * Days after the first of the season within which licenses are taken; one in a hundred is entered
 * a year later.
 */
const USUAL_DAYS: [number, number] = [0, 75];
const LATE_DAYS: [number, number] = [366, 420];
const ONE_LATE_IN = 100;

/** What draws are for: another number for each keeps them apart. */
const PURPOSE = {
  licenseDay: 7000,
} as const;

/** The day on which a person's license of a season was entered, as rosters and pages show it. */
export function licenseDay(people: People, index: number, season: number): Day {
  const key = hash(people.key(index), PURPOSE.licenseDay + season);
  const days = key % ONE_LATE_IN === 0 ? LATE_DAYS : USUAL_DAYS;
  return seasonOpens(season) + drawWhole(key, 1, days);
}
