import type { Sql } from "@mypacer/shared/database/connect.ts";
import { type AthleteWithPage, findAthletesWithPage } from "../repositories/athlete_with_page.ts";
import { type GroupedLoad, groupLoads } from "../repositories/grouped.ts";
import type { Listed } from "../repositories/listed.ts";

/**
 * Makes what finds an athlete by federation id, with the state of their records page. Who asked to
 * be left out is not found, as of the moment of the question.
 */
export function findListedAthletes(
  { sql, listed }: { sql: Sql; listed: Listed },
): GroupedLoad<string, AthleteWithPage> {
  return groupLoads(async (ffaIds: readonly string[]) => {
    const { athletes, anybodyOpposed } = await findAthletesWithPage(sql, ffaIds);
    const rows = athletes.map((row) => ({ ffaId: row.athlete.ffaId, row }));
    const shown = anybodyOpposed ? await listed(rows) : rows;
    return new Map(shown.map(({ ffaId, row }) => [ffaId, row]));
  });
}
