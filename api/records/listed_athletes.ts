import type { Sql } from "@mypacer/shared/database/connect.ts";
import { type AthleteWithPage, findAthletesWithPage } from "../repositories/athlete_with_page.ts";
import { type GroupedLoad, groupLoads } from "../repositories/grouped.ts";
import type { ListedAges } from "../repositories/listed_ages.ts";
import type { ListedFilter } from "../repositories/listed_filter.ts";

/**
 * Makes what finds an athlete by federation id, with the state of their records page. Who asked to
 * be left out, or is among the youngest, is not found, as of the moment of the question.
 */
export function findListedAthletes(
  { sql, ages, filterListed }: { sql: Sql; ages: ListedAges; filterListed: ListedFilter },
): GroupedLoad<string, AthleteWithPage> {
  return groupLoads(async (ffaIds: readonly string[]) => {
    const { athletes, anybodyOpposed } = await findAthletesWithPage(sql, ffaIds);
    const rows = athletes.filter(({ athlete }) => ages.isListed(athlete))
      .map((row) => ({ ffaId: row.athlete.ffaId, row }));
    const listedRows = anybodyOpposed ? await filterListed(rows) : rows;
    return new Map(listedRows.map(({ ffaId, row }) => [ffaId, row]));
  });
}
