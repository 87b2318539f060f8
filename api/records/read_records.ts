import { FfaId } from "@mypacer/shared/contract/athlete.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { requireShare, type ShareNeeds } from "../directory_share/require_share.ts";
import type { RoutedRequest } from "../http/route.ts";
import { notFound } from "../http/problem.ts";
import { parsePathPart } from "../http/query.ts";
import { type AthleteRow, findAthlete } from "../repositories/athlete.ts";
import type { AthleteWithRecords } from "../repositories/athlete_records.ts";
import type { GroupedLoad } from "../repositories/grouped.ts";
import type { Metrics } from "../observation/metrics.ts";
import { isReading, type NoPage } from "../federation/page_gateway.ts";
import { outcomeOf } from "../federation/page_outcome.ts";
import type { RecordsGateway, RecordsReading } from "./records_kind.ts";

/** What finding an athlete works with. */
export interface OwnerNeeds extends ShareNeeds {
  /**
   * Finds an athlete by federation id, with what is kept of their records; not who asked to be left
   * out.
   */
  findAthleteWithRecords: GroupedLoad<string, AthleteWithRecords>;
}

/** What reading records works with. */
export interface RecordsNeeds extends OwnerNeeds {
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
  none: NoPage;
}

/**
 * The athlete that a path names, with what is kept of their records.
 *
 * @throws {ProblemError} 400 when it is no federation id, 404 when nobody has it or the person
 *   asked to be left out: nobody is told which; 429 when whoever asks has read enough of the
 *   directory.
 */
export async function findOwner(
  value: string | undefined,
  { request }: Pick<RoutedRequest, "request">,
  needs: OwnerNeeds,
): Promise<AthleteWithRecords> {
  const ffaId = parsePathPart(FfaId, { name: "ffaId", value });
  const found = await needs.findAthleteWithRecords(ffaId);
  if (found === null) {
    throw notFound(`The directory has no athlete with the federation id ${ffaId}`);
  }
  await requireShare(request, [ffaId], needs);
  return found;
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
  const { athlete, kept } = await findOwner(value, routed, needs);
  const found = await needs.records.read(athlete, kept);
  needs.metrics.countPage("records", outcomeOf(found));
  return isReading(found)
    ? { athlete: await asRead(athlete, found, needs), reading: found }
    : { athlete, reading: null, none: found };
}

/** A first reading may have told the birth year or the club: the answer shows them at once. */
export async function asRead(
  athlete: AthleteRow,
  { source }: Pick<RecordsReading, "source">,
  { sql }: { sql: Sql },
): Promise<AthleteRow> {
  return source === "live" ? await findAthlete(sql, athlete.ffaId) ?? athlete : athlete;
}
