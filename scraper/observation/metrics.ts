import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import type { WaitingRequests } from "@mypacer/shared/database/removal_request.ts";
import { type MetricFamily, metricLabels, metricsText } from "@mypacer/shared/process/metrics.ts";
import { CheckOutcome } from "@mypacer/shared/contract/status.ts";
import type { LastChecks } from "../repositories/federation_checks.ts";
import type { RunFacts } from "../repositories/run_facts.ts";

/** Scheduled crawls of this process, by how they ended. */
export type CronCounts = { finished: number; failed: number };

/** Makes metrics of one type. A number is the one value of a metric without labels. */
const family =
  (type: MetricFamily["type"]) =>
  (name: string, help: string, values: number | MetricFamily["values"]): MetricFamily => ({
    name,
    type,
    help,
    values: typeof values === "number" ? [["", values]] : values,
  });
const gauge = family("gauge");
const counter = family("counter");

/**
 * Writes the state of the scraper in the text format of Prometheus, version 0.0.4.
 *
 * @param runs The latest runs, the last one first.
 */
export function toMetrics(
  { runs, checks, requests, cron, federation, began }: {
    runs: readonly RunFacts[];
    checks: LastChecks;
    requests: WaitingRequests;
    cron: CronCounts;
    federation: FederationClient["counters"];
    /** When the process began, Unix time, s. */
    began: number;
  },
): string {
  const [last] = runs;
  const finished = runs.find(({ state }) => state === "finished");
  const seconds = (date: Date | null | undefined) => (date?.getTime() ?? 0) / 1000;
  return metricsText([
    gauge("start_time_seconds", "When the process began, Unix time.", began),
    gauge("resident_memory_bytes", "Memory of the process.", Deno.memoryUsage().rss),
    counter("crawls_total", "Scheduled crawls of this process by outcome.", by("outcome", cron)),
    gauge("crawl_running", "Whether a run is under way.", last?.state === "running" ? 1 : 0),
    gauge("crawl_last_failed", "Whether the last run failed.", last?.state === "failed" ? 1 : 0),
    gauge(
      "crawl_last_start_seconds",
      "When the last run began, Unix time; 0 = never.",
      seconds(last?.startedAt),
    ),
    gauge(
      "crawl_last_success_seconds",
      "When a run finished last, Unix time; 0 = never.",
      seconds(finished?.finishedAt),
    ),
    gauge(
      "crawl_tasks",
      "Pages of the last run by state.",
      by("state", { pending: last?.pending ?? 0, failed: last?.failed ?? 0 }),
    ),
    gauge("crawl_run", "Counters of the last run.", by("counter", last?.counters ?? {})),
    gauge(
      "federation_check_last_seconds",
      "When pages were last checked, Unix time; 0 = never.",
      seconds(checks.last?.checkedAt),
    ),
    gauge(
      "federation_check_last_success_seconds",
      "When pages were last allowed, had and understood, Unix time; 0 = never.",
      seconds(checks.understood?.checkedAt),
    ),
    gauge(
      "federation_check_result",
      "What the last check of the pages came to; well and new let a crawl begin.",
      checks.last === null ? [] : CheckOutcome.options.map((
        result,
      ) => [`{${metricLabels({ result })}}`, result === checks.last?.outcome ? 1 : 0] as const),
    ),
    gauge(
      "removal_requests_open",
      "Requests of people that wait for the operator.",
      requests.open,
    ),
    gauge(
      "removal_requests_oldest_age_seconds",
      "For how long the oldest of these requests has waited; 0 = none waits.",
      requests.oldestAge,
    ),
    counter("federation_requests_total", "Requests to the federation.", federation.requests),
    counter("federation_retries_total", "Requests sent again.", federation.retries),
    counter("federation_failures_total", "Requests that failed.", federation.failures),
    counter("federation_bytes_total", "Bytes read from the federation.", federation.bytes),
  ]);
}

/** Values by one label. */
function by(label: string, values: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(values).map((
    [name, value],
  ) => [`{${metricLabels({ [label]: name })}}`, value]);
}
