import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { FederationClient } from "@mypacer/shared/federation/client_types.ts";
import type { RecordEntry, SeasonBestEntry } from "@mypacer/shared/federation/parsers/records.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { PageGateway, PageReading } from "../federation/page_gateway.ts";
import type { PageKind, PageSubject } from "../federation/page_kind.ts";
import { saveProfile } from "../repositories/athlete_profile.ts";
import { findRecordPage, saveMissing, saveRecordPage } from "../repositories/record_page.ts";
import { readRecordsPage } from "./records_page.ts";

/** What a records page holds. */
export interface Records {
  records: readonly RecordEntry[];
  seasonBests: readonly SeasonBestEntry[];
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
  { sql, maxAge, ...site }: {
    sql: Sql;
    federation: FederationClient;
    federationUrl: string;
    log: Logger;
    maxAge: number;
  },
): PageKind<PageSubject, Records> {
  async function hadRecords(athleteId: number): Promise<boolean> {
    const kept = await findRecordPage(sql, athleteId);
    return kept !== null && kept.records.length > 0;
  }

  return {
    name: "records",
    keyOf: ({ ffaId }) => ffaId,
    freshFor: () => maxAge,
    async read({ id, ffaId }, before) {
      const page = await readRecordsPage(ffaId, site);
      const { header, records, seasonBests, fetchedAt } = page;
      if (header === null) return null;
      if (!page.hasRecordsTable && before === 200 && await hadRecords(id)) {
        throw new PageShapeError("records", "it has no records where there were some");
      }
      await saveRecordPage(sql, {
        athleteId: id,
        fetchedAt,
        expiresAt: new Date(fetchedAt.getTime() + maxAge * 1000),
        records,
        seasonBests,
        header,
      });
      await saveProfile(sql, { athleteId: id, facts: header, readAt: fetchedAt });
      return { fetchedAt, records, seasonBests };
    },
    saveMissing: ({ id }, state) => saveMissing(sql, { athleteId: id, ...state }),
    find: ({ id }) => findRecordPage(sql, id),
  };
}
