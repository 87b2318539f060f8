import type { RecordsOrigin as WireOrigin } from "@mypacer/shared/contract/record.ts";
import type { PageOrigin } from "./page_gateway.ts";

/**
 * What of an origin changes from one answer to the next while the content stays: no part of an
 * entity tag.
 */
export type Moment = Pick<WireOrigin, "source" | "age_seconds">;

/** Age of a page, whole seconds. */
export function ageOf({ fetchedAt }: Pick<PageOrigin, "fetchedAt">, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - fetchedAt.getTime()) / 1000));
}

/** The passing part of an origin. */
export function toMoment(origin: PageOrigin, now: Date): Moment {
  return { source: origin.source, age_seconds: ageOf(origin, now) };
}

/** The lasting part of an origin. */
export function toLasting(
  { fetchedAt, staleReason }: PageOrigin,
): Omit<WireOrigin, keyof Moment> {
  return {
    fetched_at: fetchedAt.toISOString(),
    stale: staleReason !== null,
    stale_reason: staleReason,
  };
}
