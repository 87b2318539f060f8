import { CACHE, respondJson, respondPrepared } from "../http/respond.ts";
import type { Metrics } from "../observation/metrics.ts";
import type { RecentBodies } from "../http/recent_bodies.ts";
import { toMoment } from "./page_age.ts";
import type { PageState } from "../repositories/page_state.ts";
import type { PageGateway, PageOrigin, PageReading } from "./page_gateway.ts";
import type { PageSubject } from "./page_kind.ts";
import { outcomeOf, toNoPageProblem } from "./page_outcome.ts";

/** What is answered of which page. */
export interface PageAnswer<Subject, Content> {
  what: "records" | "results";
  gateway: PageGateway<Subject, Content>;
  subject: Subject;
  /** What is kept of it, without its content. */
  kept: PageState | null;
  /** The visitor wants it read again. */
  renew?: boolean;
  /**
   * Names the answer among those of the same athlete, with all that it depends on beside page and
   * `madeOf`.
   */
  name: string;
  /** What the answer is made of beside the page: another value means another answer. */
  madeOf: unknown;
  /**
   * Makes the part that lasts while page and `madeOf` stay the same: an object that is not empty.
   */
  toContent: (reading: PageReading<Content>) => object | Promise<object>;
}

/** What answers that rest on a page work with. */
export interface PageNeeds {
  metrics: Metrics;
  clock: () => Date;
  /** Records sent lately, ready to be sent. */
  recordBodies: RecentBodies;
}

/** How long an answer may be kept: one of an old page, or of none, is asked for again each time. */
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
  { metrics, clock, recordBodies }: PageNeeds,
): Promise<Response> {
  const { what, gateway, subject, kept, renew = false, name, madeOf, toContent } = answer;
  const outcome = await gateway.find(subject, kept, { renew });
  metrics.countPage(what, outcomeOf(outcome));
  if (outcome.kind === "live") {
    const { reading } = outcome;
    const content = await toContent(reading);
    return await respondJson(request, { ...toMoment(reading, clock()), ...content }, {
      cache: cacheOf([reading]),
      identity: content,
    });
  }
  if (outcome.kind !== "kept") throw toNoPageProblem(outcome, what);
  const { origin } = outcome;
  const body = await recordBodies.get(`${subject.ffaId} ${name}`, {
    version: JSON.stringify([madeOf, origin]),
    moment: toMoment(origin, clock()),
    make: async () => {
      const page = await gateway.readKept(subject);
      return page && await toContent({ ...origin, ...page });
    },
  });
  // Removed between the two questions: somebody objected.
  if (body === null) throw toNoPageProblem({ kind: "unknown" }, what);
  return await respondPrepared(request, body, { cache: cacheOf([origin]) });
}
