/** World records of men: also what no estimate may be faster than (`models/human_limits.ts`). */
import { HALF_MARATHON, MARATHON, MILE } from "../measure/official_lengths.ts";
import type { PublicRecord } from "./public_record.ts";

/** World Athletics' list of world records. */
const LIST = "https://worldathletics.org/records/by-category/world-records";
/** Up to when the figures are those of the list: November 2026. */
const AS_OF = "2026-11-01";

/** A row of the list. @param time Seconds. */
function listed(
  distance: number,
  time: number,
  holder: string,
  place: string,
  date: string,
  discipline: PublicRecord["discipline"] = "track",
): PublicRecord {
  const mark = Math.round(time * 100);
  return { distance, discipline, mark, holder, place, date, sources: [LIST], asOf: AS_OF };
}

/**
 * Short to long; over a distance that is run on track and road, the faster of the two. 50 km is
 * left out: few of the fastest run it, so its record is comparatively slow.
 */
export const WORLD_RECORDS_MEN: readonly PublicRecord[] = [
  listed(60, 6.34, "Christian Coleman", "Albuquerque", "2018-02-18", "short-track"),
  listed(100, 9.58, "Usain Bolt", "Berlin", "2009-08-16"),
  listed(200, 19.19, "Usain Bolt", "Berlin", "2009-08-20"),
  listed(400, 43.03, "Wayde van Niekerk", "Rio de Janeiro", "2016-08-14"),
  listed(800, 100.91, "David Rudisha", "London", "2012-08-09"),
  listed(1000, 131.96, "Noah Ngeny", "Rieti", "1999-09-05"),
  listed(1500, 206, "Hicham El Guerrouj", "Rome", "1998-07-14"),
  listed(MILE, 223.13, "Hicham El Guerrouj", "Rome", "1999-07-07"),
  listed(2000, 283.13, "Jakob Ingebrigtsen", "Brussels", "2023-09-08"),
  listed(3000, 437.55, "Jakob Ingebrigtsen", "Chorzów", "2024-08-25"),
  listed(5000, 755.36, "Joshua Cheptegei", "Monaco", "2020-08-14"),
  listed(10_000, 1571, "Joshua Cheptegei", "Valencia", "2020-10-07"),
  listed(HALF_MARATHON, 3440, "Jacob Kiplimo", "Lisbon", "2026-03-08", "road"),
  listed(MARATHON, 7235, "Kelvin Kiptum", "Chicago", "2023-10-08", "road"),
];
