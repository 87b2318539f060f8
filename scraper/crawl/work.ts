import type { Sql } from "@mypacer/shared/database/connect.ts";
import type { Clock } from "@mypacer/shared/process/clock.ts";
import { FederationError, type FederationErrorKind } from "@mypacer/shared/federation/client.ts";
import { parseAthlete } from "@mypacer/shared/federation/parsers/athlete.ts";
import { type ClubListPage, parseClubList } from "@mypacer/shared/federation/parsers/club_list.ts";
import { parseClubResults } from "@mypacer/shared/federation/parsers/club_results.ts";
import type { ReceivedAnswer } from "@mypacer/shared/federation/parsers/open_page.ts";
import { parseRoster } from "@mypacer/shared/federation/parsers/roster.ts";
import { isOfAnotherAthlete } from "@mypacer/shared/federation/parsers/shown_athlete.ts";
import {
  type PageKind,
  PageShapeError,
  type RowProblem,
} from "@mypacer/shared/federation/shape.ts";
import type { FederationUrls } from "@mypacer/shared/federation/urls.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { PageSource } from "../repositories/known_pages.ts";
import type { Task } from "../repositories/tasks.ts";
import type { TaskPage } from "../repositories/task_page.ts";
import type { CrawlCounters } from "../plan/counters.ts";
import type { PageReader } from "./page_reader.ts";
import { PageStore, type ReadTask } from "./page_store.ts";
import { PageWriter } from "./page_writer.ts";
import { retryWhileDatabaseIsDown } from "../repositories/database_retry.ts";
import { TaskSource } from "./task_source.ts";

/** Pages read at once. More than the client sends at once, so that pages are parsed meanwhile. */
const LANES = 4;
/** Tasks taken at once. */
const TAKEN_AT_ONCE = 8;
/** Times a task is taken before its page counts as failed. */
const ATTEMPTS = 3;
/** How long a page rests that failed once, ms; four times as long the next time. */
const REST = 2000;
/** Failures that asking again does not mend. */
const FINAL = new Set<FederationErrorKind>([
  "not-found",
  "forbidden",
  "refused-by-robots",
  "too-large",
  "foreign-redirect",
]);

/** What one worker works with. */
export type WorkContext = {
  sql: Sql;
  urls: FederationUrls;
  reader: PageReader;
  log: Logger;
  clock: Clock;
  oppositionKey: string | undefined;
  runId: number;
  worker: number;
  clubNumber: string | null;
  /** Told when nothing is left to read: adds what else there is; how many pages that is. */
  onDrained: () => Promise<number>;
  /** Told what was stored. */
  onStored: (read: readonly ReadTask[], added: CrawlCounters) => Promise<void> | void;
};

/**
 * Works on a run until it has nothing left to do. What was read is stored, also when this fails.
 *
 * @throws {CrawlStopped} If no further page may be asked for.
 */
export async function workOnRun(context: WorkContext): Promise<void> {
  const { sql, reader, log, clock, runId, worker, clubNumber, oppositionKey } = context;
  const source = new TaskSource({
    sql,
    runId,
    worker,
    clock,
    log,
    signal: reader.signal,
    atMost: TAKEN_AT_ONCE,
    onDrained: context.onDrained,
  });
  const store = new PageStore({ sql, runId, clubNumber, oppositionKey, log });
  const writer = new PageWriter(
    async (read) => {
      try {
        return await retryWhileDatabaseIsDown(() => storeOrRefuse(store, read), { log });
      } catch (error) {
        // Nobody may wait for what will never be stored.
        source.close();
        throw error;
      }
    },
    async (read, added) => {
      await context.onStored(read, added);
      source.end(read.length);
    },
  );
  const lane = async () => {
    try {
      for (let task = await source.next(); task !== null; task = await source.next()) {
        await writer.put(await readTask(context, task));
      }
    } finally {
      // One that ends for want of tasks, or with an error: the others have nothing to wait for
      // either.
      source.close();
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  await writer.drain();
  const failure = ends.find((end) => end.status === "rejected");
  if (failure) throw failure.reason;
}

/** The address of a task's page. */
export function taskUrl(urls: FederationUrls, { kind, season, key, page }: TaskPage): URL {
  if (kind === "clubs") return urls.clubList(season, page);
  if (kind === "profile") return urls.athlete(key);
  return kind === "roster" ? urls.roster(key, season, page) : urls.clubResults(key, season, page);
}

async function readTask(
  { urls, reader, clock, clubNumber }: WorkContext,
  task: Task,
): Promise<ReadTask> {
  const url = taskUrl(urls, task);
  // Of a list that is read for one club, the other clubs are not told.
  const known = task.kind === "clubs" && clubNumber !== null ? null : task.known;
  const read = async <T extends { problems: RowProblem[] }>(
    parse: (html: string, arrival: ReceivedAnswer) => T,
    asRead: (parsed: T, source: PageSource) => ReadTask,
  ): Promise<ReadTask> => {
    const outcome = await reader.read(url, parse, known);
    if ("error" in outcome) return failed(task, outcome, clock);
    if ("parsed" in outcome) return asRead(outcome.parsed, outcome.source);
    if (known === null) {
      throw new TypeError(`Cannot pass over a page that is not known: ${url.search}`);
    }
    return { task, unchanged: known };
  };
  switch (task.kind) {
    case "clubs":
      return await read(
        (html, arrival) => notEmpty(checked("club-list", parseClubList(html, arrival), task), task),
        (clubs, source) => ({ task, clubs, source, readAt: new Date(clock.now()) }),
      );
    case "results":
      return await read(
        (html, arrival) => parseClubResults(html, { season: task.season, ...arrival }),
        (results) => ({ task, results, readAt: new Date(clock.now()) }),
      );
    case "profile":
      return await readProfile(reader, { task, url, clock });
    case "roster":
      return await read(
        (html, arrival) => checked("roster", parseRoster(html, arrival), task),
        (roster, source) => ({ task, roster, source, readAt: new Date(clock.now()) }),
      );
  }
}

/** An athlete's own page. One that names nobody is not read: rosters hold the athlete. */
async function readProfile(
  reader: PageReader,
  { task, url, clock }: { task: Task; url: URL; clock: Clock },
): Promise<ReadTask> {
  let isNameless = false;
  const parse = (html: string, arrival: ReceivedAnswer) => {
    if (isOfAnotherAthlete(html, task.key)) {
      throw new PageShapeError("athlete", "it shows another athlete");
    }
    const header = parseAthlete(html, arrival);
    isNameless = header === null;
    if (header === null) throw new PageShapeError("athlete", "it names nobody");
    return { header, problems: [] };
  };
  const outcome = await reader.read(url, parse, null);
  if ("parsed" in outcome) {
    reader.noteAthlete(task.key, { isNamed: true });
    return { task, profile: outcome.parsed.header, readAt: new Date(clock.now()) };
  }
  if ("isUnchanged" in outcome) throw new TypeError("Cannot pass over a page that is not known");
  const { error } = outcome;
  const isUnknown = error instanceof FederationError ? error.kind === "not-found" : isNameless;
  if (isUnknown) reader.noteAthlete(task.key, { isNamed: false });
  return failed(task, outcome, clock);
}

/**
 * A page, once it is found to be the one that was asked for: a site in trouble sends others.
 *
 * @throws {PageShapeError} If it shows another season or club.
 */
function checked<T extends { season: number | null; clubNumber?: string | null }>(
  kind: PageKind,
  page: T,
  { season, key }: Task,
): T {
  if (page.season !== null && page.season !== season) {
    throw new PageShapeError(kind, `it shows season ${page.season} in place of ${season}`);
  }
  const { clubNumber = null } = page;
  if (clubNumber !== null && clubNumber !== key) {
    throw new PageShapeError(kind, `it shows club ${clubNumber} in place of ${key}`);
  }
  return page;
}

/**
 * A page of the clubs of a season, once it is found not to deny the season: every season has had
 * clubs.
 *
 * @throws {PageShapeError} If it is the first page and holds none.
 */
function notEmpty(list: ClubListPage, { season, page }: Task): ClubListPage {
  if (page === 1 && list.clubs.length === 0) {
    throw new PageShapeError("club-list", `it is the first page of season ${season} and empty`);
  }
  return list;
}

function failed(
  task: Task,
  { error }: { error: PageShapeError | FederationError },
  clock: Clock,
): ReadTask {
  const final = task.attempts >= ATTEMPTS ||
    error instanceof FederationError && FINAL.has(error.kind);
  const rest = REST * 4 ** (task.attempts - 1);
  return {
    task,
    failed: {
      state: final ? "failed" : "pending",
      error: error.message,
      notBefore: final ? null : new Date(clock.now() + rest),
    },
  };
}

/**
 * Stores pages; where the database refuses what one of them holds, the others are stored without
 * it.
 */
async function storeOrRefuse(
  store: PageStore,
  read: readonly ReadTask[],
): Promise<CrawlCounters> {
  try {
    return await store.store(read);
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    const [only] = read;
    if (read.length === 1 && only !== undefined) {
      const refused = { state: "failed", error: `not stored: ${error.message}`, notBefore: null };
      return await store.store([{ task: only.task, failed: { ...refused, state: "failed" } }]);
    }
    const half = Math.ceil(read.length / 2);
    const added = await storeOrRefuse(store, read.slice(0, half));
    const rest = await storeOrRefuse(store, read.slice(half));
    for (const name of Object.keys(added) as (keyof CrawlCounters)[]) added[name] += rest[name];
    return added;
  }
}

/** Whether the database refused what a page holds (SQLSTATE classes 22, 23), and not its work. */
function isRefusedData(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));
}
