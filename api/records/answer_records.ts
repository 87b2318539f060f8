import type { Context } from "../context.ts";
import { type Answer, CACHE, json, prepared } from "../http/answer.ts";
import {
  asRead,
  type AthleteReading,
  findOwner,
  outcomeOf,
  toNoRecordsProblem,
} from "./read_records.ts";
import { toMoment } from "./to_wire.ts";

/** What is answered of an athlete's records. */
export interface RecordsAnswer {
  /** Names the answer among those of the same athlete, with all that it depends on beside athlete and records. */
  name: string;
  /** The visitor wants the records read again. */
  renew?: boolean;
  /** Makes the part that lasts while athlete and records stay the same: an object that is not empty. */
  toContent: (read: AthleteReading) => object;
}

/** How long an answer may be kept: one of old records, or of none, is asked for again each time. */
export function cacheOf(all: readonly ({ staleReason: string | null } | null)[]): string {
  return all.every((origin) => origin?.staleReason === null) ? CACHE.directory : CACHE.revalidate;
}

/**
 * Answers what rests on the records of the athlete that a path names, with their age.
 *
 * @throws {ProblemError} When there is no such athlete, or there are no records to show.
 */
export async function answerRecords(
  value: string | undefined,
  context: Context,
  { name, renew = false, toContent }: RecordsAnswer,
): Promise<Answer> {
  const { records, metrics, clock, recordBodies } = context;
  const { athlete, kept } = await findOwner(value, context);
  const found = await records.find(athlete, kept, { renew });
  metrics.countRecords(outcomeOf(found));
  if (found.kind === "live") {
    const { reading } = found;
    const content = toContent({ athlete: await asRead(athlete, reading, context), reading });
    return json({ ...toMoment(reading, clock()), ...content }, {
      cache: cacheOf([reading]),
      identity: content,
    });
  }
  if (found.kind !== "kept") throw toNoRecordsProblem(found);
  const { origin } = found;
  const body = await recordBodies.get(`${athlete.ffaId} ${name}`, {
    version: JSON.stringify([athlete, origin]),
    moment: toMoment(origin, clock()),
    make: async () => {
      const page = await records.readKept(athlete);
      return page && toContent({ athlete, reading: { ...origin, ...page } });
    },
  });
  // Removed between the two questions: somebody objected.
  if (body === null) throw toNoRecordsProblem({ kind: "unknown" });
  return prepared(body, { cache: cacheOf([origin]) });
}
