import { FAULT_KINDS, type FaultKind, FaultRule } from "./faults.ts";

/**
 * Share of requests struck by a fault that costs the page, and by one that changes its form: all
 * together a sixth to a quarter, which a crawl can bear.
 */
export const COSTLY_RATE = 0.002;
export const HARMLESS_RATE = 0.02;

/** Faults with which the page can be read all the same. */
const HARMLESS = new Set<FaultKind>([
  "data-section",
  "tbody",
  "no-tbody",
  "json-fragment",
  "nameless-athlete",
  "unbalanced",
  "www-redirect",
  "apex-redirect",
]);

/** A site that says 403 is not asked again: with that among them no crawl would end its plan. */
const ENDS_A_CRAWL = new Set<FaultKind>(["forbidden"]);

/** Faults that come with either status; all others have one status only. */
const STATUSES: Partial<Record<FaultKind, readonly number[]>> = {
  maintenance: [200, 503],
  challenge: [200, 503],
};

/** Every fault at once, as `--faults` switches them on: rare enough for a crawl to finish. */
export const EVERY_FAULT: readonly FaultRule[] = FAULT_KINDS
  .filter((kind) => !ENDS_A_CRAWL.has(kind))
  .flatMap((kind) => {
    const rate = HARMLESS.has(kind) ? HARMLESS_RATE : COSTLY_RATE;
    const statuses = STATUSES[kind] ?? [undefined];
    return statuses.map((status) => FaultRule.parse({ kind, rate, status }));
  });
