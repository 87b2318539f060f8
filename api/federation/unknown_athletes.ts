import type { Sql } from "@mypacer/shared/database/connect.ts";
import { forgetMissingPages } from "@mypacer/shared/directory/record_pages.ts";
import { UnknownSeries } from "@mypacer/shared/federation/unknown_series.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";

/**
 * Watches how many athletes are unknown to the federation. When they are so many that its pages
 * must have changed, what was stored of them is dropped and the log says so.
 *
 * @param options.forget Called for each of them when that is done.
 */
export function watchUnknownAthletes(
  { sql, log, forget }: { sql: Sql; log: Logger; forget: (ffaId: string) => void },
): UnknownSeries {
  const series = new UnknownSeries();
  series.onBegin((ffaIds) => {
    log.error("so many athletes are unknown to the federation that its pages must have changed", {
      unknown: ffaIds.length,
    });
    forgetMissingPages(sql, ffaIds)
      .catch((error) => log.error("what was taken for unknown could not be dropped", { error }))
      .finally(() => ffaIds.forEach(forget));
  });
  return series;
}
