import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { Listed } from "../repositories/listed.ts";
import {
  type AthleteWithRecords,
  findAthletesWithRecords,
} from "../repositories/athlete_records.ts";
import { type GroupedLoad, groupLoads } from "../repositories/grouped.ts";

/**
 * Makes what finds an athlete by federation id, with what is kept of their records. Who asked to be
 * left out is not found, as of the moment of the question.
 */
export function findListedAthletes(
  { sql, listed }: { sql: Sql; listed: Listed },
): GroupedLoad<string, AthleteWithRecords> {
  return groupLoads(async (ffaIds: readonly string[]) => {
    const { found, anybodyOpposed } = await findAthletesWithRecords(sql, ffaIds);
    const shown = anybodyOpposed
      ? new Set((await listed(found.map(({ athlete }) => athlete))).map(({ ffaId }) => ffaId))
      : null;
    return new Map(
      found
        .filter(({ athlete }) => shown === null || shown.has(athlete.ffaId))
        .map((one) => [one.athlete.ffaId, one]),
    );
  });
}
