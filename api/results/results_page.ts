import type { FederationClient, Page } from "@mypacer/shared/federation/client_types.ts";
import { FederationError } from "@mypacer/shared/federation/errors.ts";
import { unwrapFragment } from "@mypacer/shared/federation/parsers/fragment.ts";
import { findFragmentFault } from "@mypacer/shared/federation/parsers/open_page.ts";
import { parseResults, type ResultEntry } from "@mypacer/shared/federation/parsers/results.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";

/** How the federation's results are read. */
export interface ResultsSite {
  federation: FederationClient;
  federationUrl: string;
  log: Logger;
}

/**
 * Reads an athlete's results of a calendar year for a visitor, with one request: for the fragment
 * of the table, or for the page around it where robots.txt forbids the fragment. A whole page in
 * answer to the fragment is read as well.
 *
 * @returns Null for a page that names nobody; a fragment never names anybody.
 * @throws {FederationError} When it cannot be had.
 * @throws {PageShapeError} When the page changed, or shows another year.
 */
export async function readResultsPage(
  { ffaId, year }: { ffaId: string; year: number },
  site: ResultsSite,
): Promise<{ fetchedAt: Date; results: ResultEntry[] } | null> {
  const { body, transfer, fetchedAt } = await getFragmentOrPage({ ffaId, year }, site);
  const { header, results, problems } = parseResults(body, year, transfer);
  if (header === null && unwrapFragment(body) === null) return null;
  const other = results.find(({ date }) => date !== null && !date.startsWith(`${year}-`));
  if (other !== undefined) {
    throw new PageShapeError("results", `it shows ${other.date?.slice(0, 4)} in place of ${year}`);
  }
  for (const { row, message, excerpt } of problems) {
    site.log.warn("a result could not be read", { row, problem: message, excerpt });
  }
  return { fetchedAt, results };
}

async function getFragmentOrPage(
  { ffaId, year }: { ffaId: string; year: number },
  { federation, federationUrl }: ResultsSite,
): Promise<Page> {
  const urls = federationUrls(federationUrl);
  const options = { priority: "interactive", findFault: findFragmentFault } as const;
  try {
    return await federation.get(urls.results(ffaId, year), options);
  } catch (error) {
    // Nothing was sent.
    if (!(error instanceof FederationError) || error.kind !== "refused-by-robots") throw error;
    return await federation.get(urls.resultsPage(ffaId, year), options);
  }
}
