import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { requireShare, type ShareNeeds } from "../directory_share/require_share.ts";
import type { RoutedRequest } from "../http/route.ts";
import { notFound } from "../http/problem.ts";
import { parsePathPart } from "../http/query.ts";
import { type AthleteRow, findAthlete } from "../repositories/athlete.ts";
import type { AthleteWithPage } from "../repositories/athlete_with_page.ts";
import type { ListedAges } from "../repositories/listed_ages.ts";
import type { GroupedLoad } from "../repositories/grouped.ts";
import type { Metrics } from "../observation/metrics.ts";
import { isReading, type MissingPage } from "../federation/page_gateway.ts";
import { outcomeLabel } from "../federation/page_outcome.ts";
import type { RecordsGateway, RecordsReading } from "./records_kind.ts";

/** What finding an athlete works with. */
export interface LookupNeeds extends ShareNeeds {
  /** Finds an athlete by federation id; not who asked to be left out. */
  findAthleteWithPage: GroupedLoad<string, AthleteWithPage>;
  ages: ListedAges;
}

/** What reading records works with. */
export interface RecordsNeeds extends LookupNeeds {
  sql: Sql;
  records: RecordsGateway;
  metrics: Metrics;
}

/** An athlete with records to show. */
export interface AthleteReading {
  athlete: AthleteRow;
  reading: RecordsReading;
}

/** An athlete without records to show, and why. */
export interface AthleteWithoutRecords {
  athlete: AthleteRow;
  reading: null;
  missing: MissingPage;
}

const noAthlete = (ffaId: string) =>
  notFound(`The directory has no athlete with the federation id ${ffaId}`);

/**
 * Finds the athlete of a federation id for whoever asks.
 *
 * @throws {ProblemError} 400 when it is no federation id, 404 when nobody has it or the person
 *   asked to be left out: nobody is told which; 429 when whoever asks has read enough of the
 *   directory.
 */
export async function requireAthlete(
  value: string | undefined,
  { request }: Pick<RoutedRequest, "request">,
  needs: LookupNeeds,
): Promise<AthleteWithPage> {
  const ffaId = parsePathPart(FfaId, { name: "ffaId", value });
  const athlete = await needs.findAthleteWithPage(ffaId);
  if (athlete === null) throw noAthlete(ffaId);
  await requireShare(request, [ffaId], needs);
  return athlete;
}

/**
 * Reads an athlete's records.
 *
 * @throws {ProblemError} When there is no such athlete.
 */
export async function readRecords(
  value: string | undefined,
  routed: Pick<RoutedRequest, "request">,
  needs: RecordsNeeds,
): Promise<AthleteReading | AthleteWithoutRecords> {
  const { athlete, recordsPage } = await requireAthlete(value, routed, needs);
  const reading = await needs.records.read(athlete, recordsPage);
  needs.metrics.countPage("records", outcomeLabel(reading));
  return isReading(reading)
    ? { athlete: await refreshAthlete(athlete, reading, needs), reading }
    : { athlete, reading: null, missing: reading };
}

/**
 * The athlete as they are after a reading: a live one may have told the birth year or the club, and
 * the answer shows them at once.
 *
 * @throws {ProblemError} 404 when it told that they are among the youngest.
 */
export async function refreshAthlete(
  athlete: AthleteRow,
  { source }: Pick<RecordsReading, "source">,
  { sql, ages }: { sql: Sql; ages: ListedAges },
): Promise<AthleteRow> {
  if (source !== "live") return athlete;
  const refreshed = await findAthlete(sql, athlete.ffaId) ?? athlete;
  if (!ages.isListed(refreshed)) throw noAthlete(athlete.ffaId);
  return refreshed;
}
