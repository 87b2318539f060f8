import type { CrawlReport } from "../crawl/crawl_report.ts";

/** Names of the counters for people, in the order they are shown. */
const LABELS: [keyof CrawlReport["counters"], string][] = [
  ["requests", "requests"],
  ["pages", "pages read"],
  ["unchanged_pages", "of them unchanged"],
  ["failed_pages", "pages failed"],
  ["clubs", "clubs"],
  ["athletes", "athletes"],
  ["rows_written", "rows written"],
  ["row_problems", "broken rows"],
  ["opposed", "left out at their wish"],
  ["birth_years", "birth years found in results"],
  ["profiles", "athletes' own pages read"],
  ["shared_licenses", "licenses on several athletes"],
];

/** The summary of a run as people read it. */
export function formatReport({ plan, state, stopped, counters, failures, seconds }: CrawlReport) {
  const seasons = plan.seasons.length > 1
    ? `seasons ${plan.seasons.at(-1)} to ${plan.seasons[0]}`
    : `season ${plan.seasons[0]}`;
  const club = plan.clubNumber === null ? "" : `, club ${plan.clubNumber}`;
  const lines = [
    `Crawl of ${seasons}${club}: ${state} in ${seconds.toFixed(1)} s`,
    ...(stopped === null ? [] : [`Stopped before its end: ${stopped}`]),
    ...LABELS.map(([name, label]) => `${String(counters[name]).padStart(10)} ${label}`),
    ...failures.map(({ page, reason }) => `missing: ${page}: ${reason}`),
  ];
  const unlisted = counters.failed_pages - failures.length;
  if (unlisted > 0) lines.push(`missing: ${unlisted} more pages, all in the log`);
  return `${lines.join("\n")}\n`;
}
