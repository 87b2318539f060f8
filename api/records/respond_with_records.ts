import { type PageNeeds, respondWithPage } from "../federation/respond_with_page.ts";
import type { RoutedRequest } from "../http/route.ts";
import {
  type AthleteReading,
  type RecordsNeeds,
  refreshAthlete,
  requireAthlete,
} from "./read_records.ts";

/** What is answered of an athlete's records. */
export interface RecordsAnswer {
  /**
   * Names the answer among those of the same athlete, with all that it depends on beside athlete
   * and records.
   */
  name: string;
  /** The visitor wants the records read again. */
  renew?: boolean;
  /** Makes what stays the same while athlete and records do: an object that is not empty. */
  toContent: (athleteReading: AthleteReading) => object;
}

/**
 * Answers what rests on the records of the athlete that a path names, with their age.
 *
 * @throws {ProblemError} When there is no such athlete, or there are no records to show.
 */
export async function respondWithRecords(
  { request, params }: RoutedRequest,
  { name, renew = false, toContent }: RecordsAnswer,
  needs: RecordsNeeds & PageNeeds,
): Promise<Response> {
  const { athlete, recordsPage, resultsReadAt } = await requireAthlete(
    params["ffaId"],
    { request },
    needs,
  );
  return await respondWithPage(
    request,
    {
      what: "records",
      gateway: needs.records,
      subject: athlete,
      stored: recordsPage,
      renew,
      name,
      dependsOn: [athlete, resultsReadAt],
      toContent: async (reading) =>
        toContent({ athlete: await refreshAthlete(athlete, reading, needs), reading }),
    },
    needs,
  );
}
