import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { FederationClient } from "@mypacer/shared/federation/client.ts";
import type { FederationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { retryWhileDatabaseIsDown } from "../repositories/database_retry.ts";
import { recordCheck } from "../repositories/federation_checks.ts";
import { checkFederation, type CheckReport } from "./check.ts";
import { mayCrawl } from "./verdict.ts";

/**
 * A crawl does not begin: a page of the federation may not be read, could not be had, or is not
 * understood.
 */
export class PagesNotUnderstood extends Error {
  override name = "PagesNotUnderstood";
}

/** What a check before a crawl works with. */
export interface BeforeCrawlTools {
  sql: Sql;
  federation: FederationClient;
  urls: FederationUrls;
  log: Logger;
  signal: AbortSignal;
}

/**
 * Checks with five requests whether the federation's pages may be read and are understood, and
 * records it.
 *
 * @throws {PagesNotUnderstood} If a crawl would read nothing, or the wrong things.
 * @throws What the signal was aborted with.
 */
export async function checkBeforeCrawl(
  { sql, federation, urls, log, signal }: BeforeCrawlTools,
  now: Date,
): Promise<void> {
  const baseUrl = urls.robots().origin;
  const report = await checkFederation("short", { federation, baseUrl, signal, now });
  await retryWhileDatabaseIsDown(() => saveCheck(sql, report), { log, signal });
  const pages = verdictsToReport(report);
  if (!mayCrawl(report.outcome)) {
    const reasons = reasonsOf(report);
    log.error("the crawl does not begin: the federation's pages are not as they must be", {
      outcome: report.outcome,
      pages,
      reasons,
    });
    throw new PagesNotUnderstood(
      `The crawl does not begin: ${reasons[0] ?? report.outcome}; federation_check.ts tells more`,
    );
  }
  if (report.outcome === "new") {
    log.warn("something on the federation's pages is new; federation_check.ts tells what", {
      pages,
    });
  }
}

/** Records a check, for `/status` and the metrics. */
export async function saveCheck(
  sql: Sql,
  { form, outcome, visits }: CheckReport,
): Promise<void> {
  const pages = Object.fromEntries(visits.map(({ step, verdict }) => [step.name, verdict]));
  await recordCheck(sql, { form, outcome, pages });
}

/** Verdicts of the pages that are not well. */
function verdictsToReport({ visits }: CheckReport): Record<string, string> {
  return Object.fromEntries(
    visits.filter(({ verdict }) => verdict !== "well" && verdict !== "skipped")
      .map(({ step, verdict }) => [step.name, verdict]),
  );
}

/** Why a crawl does not begin, without quoting the pages: they name people. */
function reasonsOf({ robots, visits }: CheckReport): string[] {
  if (robots.fault !== null) return [`robots.txt: ${robots.fault}`];
  return visits.filter(({ verdict }) => !["well", "new", "skipped"].includes(verdict))
    .map(({ step, note }) => `${step.title}: ${note}`);
}
