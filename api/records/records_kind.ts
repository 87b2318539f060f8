import type { Sql } from "@mypacer/shared/database/connect.ts";
import { recordMissingPage, recordRecordsPage } from "@mypacer/shared/directory/record_pages.ts";
import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import type { RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { PageGateway, PageReading } from "../federation/page_gateway.ts";
import type { PageContent, PageKind, PageSubject } from "../federation/page_kind.ts";
import { findRecordPage, type RecordPageRow } from "../repositories/record_page.ts";
import { findAllResults } from "../repositories/results_page.ts";
import { seasonBestsOf, type SourcedSeasonBest } from "../results/season_bests.ts";
import { readRecordsPage } from "./records_page.ts";

/** What a records page holds. */
export interface Records {
  records: readonly RecordEntry[];
  /** Of the page, or of stored results where the page has none. */
  seasonBests: readonly SourcedSeasonBest[];
}

/** An athlete's records and where they come from. */
export type RecordsReading = PageReading<Records>;

/** Where the records of athletes come from. */
export type RecordsGateway = PageGateway<PageSubject, Records>;

/**
 * The records pages of athletes.
 *
 * @param maxAge How long records stay fresh, s.
 */
export function recordsKind(
  { sql, maxAge, clock, ...site }: {
    sql: Sql;
    federation: FederationClient;
    federationUrl: string;
    log: Logger;
    maxAge: number;
    clock: () => Date;
  },
): PageKind<PageSubject, Records> {
  async function hadRecords(athleteId: number): Promise<boolean> {
    const stored = await findRecordPage(sql, athleteId);
    return stored !== null && stored.records.length > 0;
  }

  async function withSeasonBests(
    athleteId: number,
    { fetchedAt, records, seasonBests }: RecordPageRow,
  ): Promise<PageContent<Records>> {
    const sourced = seasonBests.length > 0
      ? seasonBests.map((best) => ({ ...best, source: "records-page" as const }))
      : seasonBestsOf(await findAllResults(sql, athleteId), clock());
    return { fetchedAt, records, seasonBests: sourced };
  }

  return {
    name: "records",
    keyOf: ({ ffaId }) => ffaId,
    freshFor: () => maxAge,
    async read({ id, ffaId }, lastStatus) {
      const page = await readRecordsPage(ffaId, site);
      const { header } = page;
      if (header === null) return null;
      if (!page.hasRecordsTable && lastStatus === 200 && await hadRecords(id)) {
        throw new PageShapeError("records", "it has no records where there were some");
      }
      await recordRecordsPage(sql, { id, ffaId }, { page: { ...page, header }, maxAge });
      return await withSeasonBests(id, page);
    },
    storeMissing: ({ id }, state) => recordMissingPage(sql, { athleteId: id, ...state }),
    async findStored({ id }) {
      const page = await findRecordPage(sql, id);
      return page && await withSeasonBests(id, page);
    },
  };
}
