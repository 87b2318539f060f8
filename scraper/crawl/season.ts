import type { Sql } from "@mypacer/shared/database/connect.ts";
import { isOpposed } from "@mypacer/shared/database/opposition.ts";
import type { Season } from "@mypacer/shared/domain/season.ts";
import { type ClubEntry, parseClubList } from "@mypacer/shared/federation/parsers/club_list.ts";
import { parseRoster, type RosterEntry } from "@mypacer/shared/federation/parsers/roster.ts";
import { describePage, type FederationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Progress } from "../progress.ts";
import { findClubId, upsertClubs } from "../repositories/clubs.ts";
import { upsertRoster } from "../repositories/athletes.ts";
import type { CrawlCounters } from "./counters.ts";
import { forEachAtOnce } from "./for_each_at_once.ts";
import type { PageReader } from "./page_reader.ts";

/** Clubs read at once. More than the client sends at once, so that pages are parsed and stored meanwhile. */
const CLUBS_AT_ONCE = 4;
/** Most pages of a list: a pager that says more is not believed. */
const MOST_PAGES = 1000;

/** What the parts of a run share. */
export type CrawlContext = {
  sql: Sql;
  urls: FederationUrls;
  reader: PageReader;
  counters: CrawlCounters;
  progress: Progress;
  oppositionKey: string | undefined;
};

/** Reads the clubs of a season, or one of them, and their rosters; each club is stored as it is read. */
export async function crawlSeason(
  context: CrawlContext,
  season: Season,
  clubNumber: string | null,
): Promise<void> {
  const clubs = clubNumber === null
    ? await readClubs(context, season)
    : await readClub(context, season, clubNumber);
  context.progress.begin(season, clubs.size);
  await forEachAtOnce(clubs, CLUBS_AT_ONCE, async ([number, clubId]) => {
    context.progress.step(await readRoster(context, { season, number, clubId }));
  });
}

/** Reads and stores all clubs of a season: number → row id. */
async function readClubs(context: CrawlContext, season: Season): Promise<Map<string, number>> {
  const { sql, urls, reader, counters } = context;
  const ids = new Map<string, number>();
  const readPage = async (page: number) => {
    const list = await reader.read(urls.clubList(season, page), parseClubList);
    if (!list) return null;
    const { clubIds, written } = await upsertClubs(sql, season, distinct(list.clubs));
    counters.rows_written += written;
    for (const [number, id] of clubIds) ids.set(number, id);
    return list;
  };
  const first = await readPage(1);
  // Without the first page nobody knows how many there are: they are read until one brings nothing.
  const pages = Math.min(first?.pages ?? MOST_PAGES, MOST_PAGES);
  for (let page = 2; page <= pages; page++) {
    const before = ids.size;
    const list = await readPage(page);
    if (ids.size === before && (list !== null || first === null)) break;
  }
  counters.clubs += ids.size;
  return ids;
}

/** Finds one club, known already or on the season's list. */
async function readClub(
  context: CrawlContext,
  season: Season,
  number: string,
): Promise<Map<string, number>> {
  const { sql, urls, reader, counters } = context;
  const known = await findClubId(sql, number, season);
  if (known !== null) {
    counters.clubs++;
    return new Map([[number, known]]);
  }
  for (let page = 1, pages = 1; page <= pages; page++) {
    const list = await reader.read(urls.clubList(season, page), parseClubList);
    pages = Math.min(list?.pages ?? pages, MOST_PAGES);
    const found = list?.clubs.filter((club) => club.number === number) ?? [];
    if (found.length === 0) continue;
    const { clubIds, written } = await upsertClubs(sql, season, distinct(found));
    counters.rows_written += written;
    counters.clubs++;
    return clubIds;
  }
  return new Map();
}

/** The list's last word on each club. */
function distinct(clubs: ClubEntry[]): ClubEntry[] {
  return [...new Map(clubs.map((club) => [club.number, club])).values()];
}

/**
 * Reads all pages of a club's roster and stores each as it comes; what a failed page holds is missing.
 *
 * @returns How many athletes were read.
 */
async function readRoster(
  context: CrawlContext,
  { season, number, clubId }: { season: Season; number: string; clubId: number },
): Promise<number> {
  const { urls, reader } = context;
  const seen = new Set<string>();
  for (let page = 1, pages = 1; page <= pages; page++) {
    const url = urls.roster(number, season, page);
    const roster = await reader.read(url, parseRoster);
    if (!roster) continue;
    pages = Math.min(roster.pages, MOST_PAGES);
    const athletes = roster.athletes.filter(({ ffaId }) => !seen.has(ffaId));
    // A page past the end may show the last one again.
    if (athletes.length === 0) break;
    for (const { ffaId } of athletes) seen.add(ffaId);
    try {
      await storeRoster(context, { season, clubId, athletes });
    } catch (error) {
      if (!isRefusedData(error)) throw error;
      reader.reportMissing({ page: describePage(url), reason: `not stored: ${error.message}` });
    }
  }
  return seen.size;
}

/** Whether the database refused what a page holds (SQLSTATE classes 22, 23), and not its work. */
function isRefusedData(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));
}

async function storeRoster(
  { sql, counters, oppositionKey }: CrawlContext,
  { season, clubId, athletes }: { season: Season; clubId: number; athletes: RosterEntry[] },
): Promise<void> {
  const opposed = await isOpposed(sql, athletes.map(({ ffaId }) => ffaId), { key: oppositionKey });
  const listed = athletes.filter(({ ffaId }) => !opposed.has(ffaId));
  const written = await upsertRoster(sql, { season, clubId, athletes: listed });
  counters.rows_written += written;
  counters.athletes += athletes.length;
  counters.opposed += opposed.size;
}
