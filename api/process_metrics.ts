import type { HeavyWork } from "@mypacer/shared/process/heavy_work.ts";
import type { DirectoryShare } from "./directory_share/directory_share.ts";
import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import type { UnknownSeries } from "@mypacer/shared/federation/unknown_series.ts";
import type { BodyCache } from "./http/prepared_body.ts";
import type { RecordsGateway } from "./records/records_kind.ts";
import type { ResultsGateway } from "./results/results_kind.ts";
import type { SearchEngine } from "./search/engine.ts";
import type { IndexKeeper } from "./search/index_keeper.ts";
import type { Metrics } from "./observation/metrics.ts";

/** What tables each thread has by itself. */
interface Tables {
  tables: BodyCache;
  heavyWork: HeavyWork;
}

/** Lets the metrics show what a thread does for tables. */
export function watchTables(metrics: Metrics, { tables, heavyWork }: Tables): void {
  const { counter, gauge } = watchers(metrics);
  counter("table_cache_hits_total", "Tables sent as computed before.", () => tables.hits);
  counter("table_cache_misses_total", "Tables computed.", () => tables.misses);
  gauge("table_cache_bytes", "Memory of kept tables, about.", () => tables.bytes);
  gauge("heavy_work_waiting", "Large tables that wait for their turn.", () => heavyWork.waiting);
  counter(
    "heavy_work_refusals_total",
    "Large tables refused because too many waited.",
    () => heavyWork.refused,
  );
}

function watchers(metrics: Metrics) {
  return {
    counter: (name: string, help: string, read: () => number) =>
      metrics.watch({ name, help, type: "counter", read }),
    gauge: (name: string, help: string, read: () => number) =>
      metrics.watch({ name, help, type: "gauge", read }),
  };
}

/** Lets the metrics show what the parts of the process are doing. */
export function watchProcess(
  metrics: Metrics,
  {
    tables,
    heavyWork,
    directoryShare,
    federation,
    records,
    results,
    search,
    keeper,
    unknownSeries,
  }: Tables & {
    directoryShare: DirectoryShare;
    federation: FederationClient;
    records: RecordsGateway;
    results: ResultsGateway;
    search: SearchEngine;
    keeper?: IndexKeeper | undefined;
    unknownSeries: { records: UnknownSeries; results: UnknownSeries };
  },
): void {
  const began = Date.now() / 1000;
  const { counter, gauge } = watchers(metrics);
  watchTables(metrics, { tables, heavyWork });
  // Read again each time: it is a copy.
  const read = () => federation.counters;

  gauge("start_time_seconds", "When the process began, Unix time.", () => began);
  gauge("resident_memory_bytes", "Memory of the process.", () => Deno.memoryUsage().rss);
  counter(
    "directory_share_refusals_total",
    "Answers refused to networks that had read their share of the directory.",
    () => directoryShare.refused,
  );
  gauge(
    "directory_share_bytes",
    "Memory of what networks have read, about.",
    () => directoryShare.bytes,
  );
  gauge("records_active", "Readings of records under way.", () => records.active);
  gauge("results_active", "Readings of results under way.", () => results.active);
  counter("federation_requests_total", "Requests to the federation.", () => read().requests);
  counter("federation_retries_total", "Requests sent again.", () => read().retries);
  counter("federation_failures_total", "Requests that failed.", () => read().failures);
  counter("federation_bytes_total", "Bytes read from the federation.", () => read().bytes);
  gauge(
    "search_in_memory",
    "1 while searches are answered from memory, 0 while SQL answers.",
    () => search.kind === "memory" ? 1 : 0,
  );
  gauge(
    "search_index_athletes",
    "Athletes in the search index.",
    () => keeper?.current?.index.size ?? 0,
  );
  gauge(
    "search_index_bytes",
    "Memory of the search index.",
    () => keeper?.current?.index.bytes ?? 0,
  );
  gauge(
    "search_index_build_seconds",
    "Time the last search index took.",
    () => keeper?.buildSeconds ?? 0,
  );
  counter("search_index_builds_total", "Search indexes made.", () => keeper?.builds ?? 0);
  counter(
    "search_index_failures_total",
    "Search indexes that could not be made.",
    () => keeper?.failures ?? 0,
  );
  gauge(
    "federation_athletes_unknown",
    "1 while too many athletes in a row are unknown to the federation: its pages have changed.",
    () => unknownSeries.records.isOpen || unknownSeries.results.isOpen ? 1 : 0,
  );
  gauge("federation_queued", "Requests waiting for their turn.", () => read().queued);
}
