import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import type { WaitingRequests } from "@mypacer/shared/database/removal_request.ts";
import { CheckOutcome } from "@mypacer/shared/contract/status.ts";
import type { LastChecks } from "../repositories/federation_checks.ts";
import type { RunFacts } from "../repositories/run_facts.ts";

/** What the scheduled crawls of this process came to. */
export type CronCounts = { finished: number; failed: number };

/** A line of metrics: name, type, what it tells, its values by labels. */
type Family = [name: string, type: "gauge" | "counter", help: string, values: [string, number][]];

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
  const families: Family[] = [
    ["start_time_seconds", "gauge", "When the process began, Unix time.", [["", began]]],
    ["resident_memory_bytes", "gauge", "Memory of the process.", [["", Deno.memoryUsage().rss]]],
    ["crawls_total", "counter", "Scheduled crawls of this process by outcome.", [
      ['{outcome="finished"}', cron.finished],
      ['{outcome="failed"}', cron.failed],
    ]],
    ["crawl_running", "gauge", "Whether a run is under way.", [
      ["", last?.state === "running" ? 1 : 0],
    ]],
    ["crawl_last_failed", "gauge", "Whether the last run failed.", [
      ["", last?.state === "failed" ? 1 : 0],
    ]],
    ["crawl_last_start_seconds", "gauge", "When the last run began, Unix time; 0 = never.", [
      ["", seconds(last?.startedAt)],
    ]],
    ["crawl_last_success_seconds", "gauge", "When a run finished last, Unix time; 0 = never.", [
      ["", seconds(finished?.finishedAt)],
    ]],
    ["crawl_tasks", "gauge", "Pages of the last run by state.", [
      ['{state="pending"}', last?.pending ?? 0],
      ['{state="failed"}', last?.failed ?? 0],
    ]],
    [
      "crawl_run",
      "gauge",
      "Counters of the last run.",
      Object.entries(last?.counters ?? {}).map(([name, value]) => [`{counter="${name}"}`, value]),
    ],
    [
      "federation_check_last_seconds",
      "gauge",
      "When pages were last checked, Unix time; 0 = never.",
      [
        ["", seconds(checks.last?.checkedAt)],
      ],
    ],
    [
      "federation_check_last_success_seconds",
      "gauge",
      "When pages were last allowed, had and understood, Unix time; 0 = never.",
      [["", seconds(checks.understood?.checkedAt)]],
    ],
    [
      "federation_check_result",
      "gauge",
      "What the last check of the pages came to; well and new let a crawl begin.",
      checks.last === null ? [] : CheckOutcome.options.map((outcome) => [
        `{result="${outcome}"}`,
        outcome === checks.last?.outcome ? 1 : 0,
      ]),
    ],
    ["removal_requests_open", "gauge", "Requests of people that wait for the operator.", [
      ["", requests.open],
    ]],
    [
      "removal_requests_oldest_age_seconds",
      "gauge",
      "For how long the oldest of these requests has waited; 0 = none waits.",
      [["", requests.oldestAge]],
    ],
    ["federation_requests_total", "counter", "Requests to the federation.", [
      ["", federation.requests],
    ]],
    ["federation_retries_total", "counter", "Requests sent again.", [["", federation.retries]]],
    ["federation_failures_total", "counter", "Requests that failed.", [["", federation.failures]]],
    ["federation_bytes_total", "counter", "Bytes read from the federation.", [
      ["", federation.bytes],
    ]],
  ];
  const lines = families.flatMap(([name, type, help, values]) => [
    `# HELP mypacer_${name} ${help}`,
    `# TYPE mypacer_${name} ${type}`,
    ...values.map(([labels, value]) => `mypacer_${name}${labels} ${value}`),
  ]);
  return `${lines.join("\n")}\n`;
}
