import type { ComparedIds } from "../addresses/compared_athletes.ts";
import type { Missing, ShownAthlete } from "../athletes/shown_athlete.ts";

/** Reasons for which nothing can be shown for now. */
const FAILURES: readonly (Missing | null)[] = ["unavailable", "changed", "unreachable", "limited"];

/**
 * Status of a page of several athletes: not found, refused or unavailable only where it shows
 * nobody.
 */
export function namedStatus(address: ComparedIds, athletes: readonly ShownAthlete[]): number {
  if (address.unreadable.length > 0 || address.beyond.length > 0) return 400;
  const reasons = athletes.map(({ missing }) => missing);
  if (reasons.length === 0 || reasons.some((one) => one === null || one === "loading")) return 200;
  if (reasons.every((one) => one === "unknown")) return 404;
  if (reasons.every((one) => one === "limited")) return 429;
  return reasons.some((one) => FAILURES.includes(one)) ? 503 : 200;
}
