import type { RecordsOrigin as WireOrigin } from "@mypacer/shared/contract/record.ts";
import type { PageOrigin } from "./page_gateway.ts";

/**
 * How old a page is: what changes from one answer to the next while the content stays, and so is no
 * part of an entity tag.
 */
export type PageAge = Pick<WireOrigin, "source" | "age_seconds">;

/** Age of a page, whole seconds. */
export function ageInSeconds({ fetchedAt }: Pick<PageOrigin, "fetchedAt">, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - fetchedAt.getTime()) / 1000));
}

/** The age of a page as the wire tells it. */
export function toPageAge(origin: PageOrigin, now: Date): PageAge {
  return { source: origin.source, age_seconds: ageInSeconds(origin, now) };
}

/** Whether a page is fresh, as the wire tells it: it stays so until the page is read again. */
export function toPageFreshness(
  { fetchedAt, staleReason }: PageOrigin,
): Omit<WireOrigin, keyof PageAge> {
  return {
    fetched_at: fetchedAt.toISOString(),
    stale: staleReason !== null,
    stale_reason: staleReason,
  };
}
