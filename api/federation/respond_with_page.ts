import type { AgedBodyCache } from "../http/aged_body_cache.ts";
import { CACHE, respondJson, respondPrepared } from "../http/respond.ts";
import type { Metrics } from "../observation/metrics.ts";
import type { PageState } from "../repositories/page_state.ts";
import { toPageAge } from "./page_age.ts";
import type { PageGateway, PageOrigin, PageReading } from "./page_gateway.ts";
import type { PageSubject } from "./page_kind.ts";
import { outcomeLabel, toMissingPageProblem } from "./page_outcome.ts";

/** What is answered, of which page. */
export interface PageAnswer<Subject, Content> {
  what: "records" | "results";
  gateway: PageGateway<Subject, Content>;
  subject: Subject;
  /** State of the stored page; null when there is none. */
  stored: PageState | null;
  /** The visitor wants it read again. */
  renew?: boolean;
  /**
   * Names the answer among those of the same athlete, with all that it depends on beside the page
   * and `dependsOn`.
   */
  name: string;
  /** What the answer depends on beside the page: another value means another answer. */
  dependsOn: unknown;
  /**
   * Makes what stays the same while page and `dependsOn` do: an object that is not empty.
   */
  toContent: (reading: PageReading<Content>) => object | Promise<object>;
}

/** What answers that rest on a page work with. */
export interface PageNeeds {
  metrics: Metrics;
  clock: () => Date;
  /** Answers sent lately, ready to be sent. */
  pageBodies: AgedBodyCache;
}

/** How long an answer may be cached: one of an old page, or none, is asked for again each time. */
export function cacheOf(all: readonly (Pick<PageOrigin, "staleReason"> | null)[]): string {
  return all.every((origin) => origin?.staleReason === null) ? CACHE.directory : CACHE.revalidate;
}

/**
 * Answers what rests on an athlete's page, with its age.
 *
 * @throws {ProblemError} When there is no page to show.
 */
export async function respondWithPage<Subject extends PageSubject, Content extends object>(
  request: Request,
  answer: PageAnswer<Subject, Content>,
  { metrics, clock, pageBodies }: PageNeeds,
): Promise<Response> {
  const { what, gateway, subject, stored, renew = false, name, dependsOn, toContent } = answer;
  const choice = await gateway.choose(subject, stored, { renew });
  metrics.countPage(what, outcomeLabel(choice));
  if (choice.kind === "live") {
    const { reading } = choice;
    const content = await toContent(reading);
    return respondJson(request, { ...toPageAge(reading, clock()), ...content }, {
      cache: cacheOf([reading]),
      identity: content,
    });
  }
  if (choice.kind !== "stored") throw toMissingPageProblem(choice, what);
  const { origin } = choice;
  const body = await pageBodies.get(`${subject.ffaId} ${name}`, {
    version: JSON.stringify([dependsOn, origin]),
    age: toPageAge(origin, clock()),
    makeContent: async () => {
      const page = await gateway.readStored(subject);
      return page && await toContent({ ...origin, ...page });
    },
  });
  // Removed between the two questions: somebody objected.
  if (body === null) throw toMissingPageProblem({ kind: "unknown" }, what);
  return respondPrepared(request, body, { cache: cacheOf([origin]) });
}
