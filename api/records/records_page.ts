import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import { findPageFault } from "@mypacer/shared/federation/parsers/open_page.ts";
import { parseRecords, type RecordsPage } from "@mypacer/shared/federation/parsers/records.ts";
import { isOfAnotherAthlete } from "@mypacer/shared/federation/parsers/shown_athlete.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import { federationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";

/** A records page as it was read. */
export interface ReadRecordsPage extends Omit<RecordsPage, "problems"> {
  fetchedAt: Date;
}

/**
 * Reads an athlete's records page for a visitor; what of it could not be read is logged.
 *
 * @throws {FederationError} When it cannot be had; a damaged page counts as that, so that the
 *   circuit opens.
 * @throws {PageShapeError} When the page changed, or is another athlete's.
 */
export async function readRecordsPage(
  ffaId: string,
  { federation, federationUrl, log }: {
    federation: FederationClient;
    federationUrl: string;
    log: Logger;
  },
): Promise<ReadRecordsPage> {
  const url = federationUrls(federationUrl).records(ffaId);
  const { body, transfer, fetchedAt } = await federation.get(url, {
    priority: "interactive",
    findFault: findPageFault,
  });
  if (isOfAnotherAthlete(body, ffaId)) {
    throw new PageShapeError("records", "it shows another athlete");
  }
  const { problems, ...page } = parseRecords(body, transfer);
  for (const { row, message, excerpt } of problems) {
    log.warn("a record could not be read", { row, problem: message, excerpt });
  }
  return { ...page, fetchedAt };
}
