import { answerPage, type PageNeeds } from "../federation/answer_page.ts";
import type { Answer } from "../http/answer.ts";
import type { Exchange } from "../http/route.ts";
import { asRead, type AthleteReading, findOwner, type RecordsNeeds } from "./read_records.ts";

/** What is answered of an athlete's records. */
export interface RecordsAnswer {
  /**
   * Names the answer among those of the same athlete, with all that it depends on beside athlete
   * and records.
   */
  name: string;
  /** The visitor wants the records read again. */
  renew?: boolean;
  /**
   * Makes the part that lasts while athlete and records stay the same: an object that is not empty.
   */
  toContent: (read: AthleteReading) => object;
}

/**
 * Answers what rests on the records of the athlete that a path names, with their age.
 *
 * @throws {ProblemError} When there is no such athlete, or there are no records to show.
 */
export async function answerRecords(
  { request, params }: Exchange,
  context: RecordsNeeds & PageNeeds,
  { name, renew = false, toContent }: RecordsAnswer,
): Promise<Answer> {
  const { athlete, kept, resultsReadAt } = await findOwner(params["ffaId"], { request }, context);
  return await answerPage(
    { what: "records", gateway: context.records, subject: athlete, kept, renew },
    {
      name,
      madeOf: [athlete, resultsReadAt],
      toContent: async (reading) =>
        toContent({ athlete: await asRead(athlete, reading, context), reading }),
    },
    context,
  );
}
