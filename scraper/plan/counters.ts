/** What a run did, by name: kept with the run, shown by `GET /status`. */
export type CrawlCounters = {
  /** Requests sent, repeated ones and robots.txt included. */
  requests: number;
  /** Pages read and understood. */
  pages: number;
  /** Of those, the ones that had not changed. */
  unchanged_pages: number;
  /** Pages that could not be had or understood: what they hold is missing. */
  failed_pages: number;
  /** Clubs read, one a season. */
  clubs: number;
  /** Athletes read, one a season and club. */
  athletes: number;
  /** Rows of clubs, athletes and memberships that were added or changed. */
  rows_written: number;
  /** Rows of pages that were broken, in part or as a whole. */
  row_problems: number;
  /** Athletes left out because they objected. */
  opposed: number;
  /** Birth years found in results of clubs. */
  birth_years: number;
  /** Athletes' own pages that were read for what the directory lacks. */
  profiles: number;
  /** Licenses found on more than one athlete when the run ended. */
  shared_licenses: number;
};

export function noCounters(): CrawlCounters {
  return {
    requests: 0,
    pages: 0,
    unchanged_pages: 0,
    failed_pages: 0,
    clubs: 0,
    athletes: 0,
    rows_written: 0,
    row_problems: 0,
    opposed: 0,
    birth_years: 0,
    profiles: 0,
    shared_licenses: 0,
  };
}

/** Adds counters to others. */
export function addTo(counters: CrawlCounters, added: CrawlCounters): void {
  for (const name of Object.keys(added) as (keyof CrawlCounters)[]) counters[name] += added[name];
}
