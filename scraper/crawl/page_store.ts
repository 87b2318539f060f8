import type { Queryable, Sql } from "@mypacer/shared/database/connect.ts";
import { isOpposed } from "@mypacer/shared/directory/opposition.ts";
import { recordResultYears } from "@mypacer/shared/directory/athletes.ts";
import { recordClubs } from "@mypacer/shared/directory/clubs.ts";
import { keepNamed, recordProfiles } from "@mypacer/shared/directory/profiles.ts";
import { recordRosters } from "@mypacer/shared/directory/rosters.ts";
import type { AthleteHeader } from "@mypacer/shared/federation/parsers/athlete.ts";
import type { ClubEntry, ClubListPage } from "@mypacer/shared/federation/parsers/club_list.ts";
import type { ClubResultsPage } from "@mypacer/shared/federation/parsers/club_results.ts";
import type { RosterPage } from "@mypacer/shared/federation/parsers/roster.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import {
  forgetKnownList,
  type KnownPage,
  type PageSource,
  saveKnownPages,
} from "../repositories/known_pages.ts";
import { addTasks, endTasks, restartList, type Task, type TaskEnd } from "../repositories/tasks.ts";
import type { TaskPage } from "../repositories/task_page.ts";
import { hashClubs, hashRoster } from "./content_hash.ts";
import { type CrawlCounters, noCounters } from "../plan/counters.ts";

/** What came of a task. */
export type ReadTask =
  | { task: Task; clubs: ClubListPage; source: PageSource; readAt: Date }
  | { task: Task; roster: RosterPage; source: PageSource; readAt: Date }
  | { task: Task; results: ClubResultsPage; readAt: Date }
  | { task: Task; profile: AthleteHeader; readAt: Date }
  | { task: Task; unchanged: KnownPage }
  | { task: Task; failed: Omit<TaskEnd, keyof TaskPage> };

/** Most pages of a list: a pager that says more is not believed. */
const MOST_PAGES = 1000;
/** Times a list is read again from its beginning because it changed while it was read. */
const RESTARTS = 3;

/** What a page leads to beside what it holds. */
type Consequences = {
  pages: (TaskPage & { total: number | null })[];
  ends: TaskEnd[];
  restarts: TaskPage[];
  known: { page: Task; known: KnownPage }[];
};

/** What pages of a run are stored with. */
type StoreOptions = {
  sql: Sql;
  runId: number;
  /** The only club to read; null = all. */
  clubNumber: string | null;
  oppositionKey: string | undefined;
  log: Logger;
};

/**
 * Stores pages of a run with all that follows from them, some at a time, each time in one
 * transaction.
 */
export class PageStore {
  readonly #given: StoreOptions;
  readonly #restarts = new Map<string, number>();

  constructor(given: StoreOptions) {
    this.#given = given;
  }

  /**
   * Stores what was read and ends its tasks.
   *
   * @returns What that adds to the counters.
   * @throws What the database threw, with nothing stored.
   */
  async store(read: readonly ReadTask[]): Promise<CrawlCounters> {
    return await this.#given.sql.begin(async (sql) => {
      const added = noCounters();
      // Who objects meanwhile waits, and is removed with what is stored here.
      await sql`lock table opposition in share mode`;
      const next: Consequences = { pages: [], ends: [], restarts: [], known: [] };
      for (const page of read) {
        if ("clubs" in page) await this.#storeClubs(sql, page, { added, next });
        if ("results" in page) await this.#storeResults(sql, page, { added, next });
        if ("unchanged" in page) this.#passOver(page, { added, next });
        if ("failed" in page) fail(page, next);
      }
      await this.#storeProfiles(sql, read.filter((page) => "profile" in page), { added, next });
      await this.#storeRosters(sql, read.filter((page) => "roster" in page), { added, next });
      await addTasks(sql, this.#given.runId, next.pages);
      await endTasks(sql, this.#given.runId, inOrder(next.ends));
      await saveKnownPages(sql, next.known);
      for (const list of next.restarts) {
        await restartList(sql, this.#given.runId, list);
        await forgetKnownList(sql, list);
      }
      return added;
    });
  }

  async #storeClubs(
    sql: Queryable,
    { task, clubs: list, source, readAt }: {
      task: Task;
      clubs: ClubListPage;
      source: PageSource;
      readAt: Date;
    },
    { added, next }: { added: CrawlCounters; next: Consequences },
  ): Promise<void> {
    const { clubNumber } = this.#given;
    const clubs = distinct(list.clubs)
      .filter(({ number }) => clubNumber === null || number === clubNumber);
    const contentHash = hashClubs(clubs);
    if (contentHash !== task.known?.contentHash && clubs.length > 0) {
      const origin = { source: "club-list" as const, season: task.season, readAt };
      added.rows_written += await recordClubs(sql, clubs.map((club) => ({ ...club, ...origin })));
    }
    const clubNumbers = clubs.map(({ number }) => number);
    this.#addRosters(task, clubNumbers, { added, next });
    const { total } = list;
    if (clubNumber === null) {
      const { pages } = list;
      next.known.push({
        page: task,
        known: { ...source, contentHash, pages, total, entries: clubs.length, clubNumbers },
      });
    }
    // One club is looked for page by page, until it is found.
    const pages = clubNumber === null
      ? list.pages
      : clubs.length > 0
      ? 1
      : Math.min(task.page + 1, list.pages);
    this.#follow(task, { total, pages }, next);
  }

  /** The rosters of clubs that a list tells. */
  #addRosters(
    { season }: Task,
    clubNumbers: readonly string[],
    { added, next }: { added: CrawlCounters; next: Consequences },
  ): void {
    added.clubs += clubNumbers.length;
    next.pages.push(...clubNumbers.map((key) => ({
      kind: "roster" as const,
      season,
      key,
      page: 1,
      total: null,
    })));
  }

  /** What follows from a page that is as it was: all of it is stored. */
  #passOver(
    { task, unchanged: known }: { task: Task; unchanged: KnownPage },
    { added, next }: { added: CrawlCounters; next: Consequences },
  ): void {
    if (known.clubNumbers !== null) this.#addRosters(task, known.clubNumbers, { added, next });
    else added.athletes += known.entries;
    this.#follow(task, known, next);
  }

  async #storeRosters(
    sql: Queryable,
    read: readonly { task: Task; roster: RosterPage; source: PageSource; readAt: Date }[],
    { added, next }: { added: CrawlCounters; next: Consequences },
  ): Promise<void> {
    const ids = read.flatMap(({ roster }) => roster.athletes.map(({ ffaId }) => ffaId));
    const opposed = await isOpposed(sql, ids, { key: this.#given.oppositionKey });
    const changed = [];
    for (const { task, roster, source, readAt } of read) {
      const athletes = roster.athletes.filter(({ ffaId }) => !opposed.has(ffaId));
      const contentHash = hashRoster(athletes);
      if (contentHash !== task.known?.contentHash) {
        changed.push({ season: task.season, clubNumber: task.key, readAt, athletes });
      }
      added.athletes += roster.athletes.length;
      const left = roster.athletes.length - athletes.length;
      added.opposed += left;
      const { pages, total } = roster;
      // Who is left out is looked for each time.
      const again = left > 0 ? { etag: null, lastModified: null, bodyHash: null } : source;
      const entries = athletes.length;
      next.known.push({
        page: task,
        known: { ...again, contentHash, pages, total, entries, clubNumbers: null },
      });
      this.#follow(task, roster, next);
    }
    added.rows_written += await recordRosters(sql, changed);
  }

  async #storeResults(
    sql: Queryable,
    { task, results: list, readAt }: { task: Task; results: ClubResultsPage; readAt: Date },
    { added, next }: { added: CrawlCounters; next: Consequences },
  ): Promise<void> {
    const years = list.results.flatMap(({ ffaId, birthYear }) =>
      ffaId === null || birthYear === null ? [] : [{ ffaId, birthYear }]
    );
    const { found, written } = await recordResultYears(sql, years, {
      season: task.season,
      readAt,
    });
    added.birth_years += found;
    added.rows_written += written;
    this.#follow(task, { total: null, pages: list.pages }, next);
  }

  async #storeProfiles(
    sql: Queryable,
    read: readonly { task: Task; profile: AthleteHeader; readAt: Date }[],
    { added, next }: { added: CrawlCounters; next: Consequences },
  ): Promise<void> {
    const profiles = read.map(({ task, profile, readAt }) => ({
      ffaId: task.key,
      header: profile,
      readAt,
    }));
    added.profiles += read.length;
    // A site in trouble sends pages of others.
    added.rows_written += await recordProfiles(sql, await keepNamed(sql, profiles));
    for (const { task } of read) this.#follow(task, { total: null, pages: 1 }, next);
  }

  /** Ends a task that was read, and adds the other pages of its list or starts the list again. */
  #follow(
    task: Task,
    { total, pages }: { total: number | null; pages: number },
    next: Consequences,
  ): void {
    const { kind, season, key, page } = task;
    next.ends.push({
      kind,
      season,
      key,
      page,
      state: "done",
      error: null,
      notBefore: null,
    });
    if (page > 1 && task.total !== null && total !== task.total && this.#mayRestart(task)) {
      this.#given.log.warn("a list changed while it was read: it is read again", {
        kind,
        season,
        club: key,
        entries_before: task.total,
        entries: total,
      });
      next.restarts.push(task);
      return;
    }
    // Later pages add nothing, but where the first one is missing.
    if (page > 1 && task.total !== null) return;
    for (let other = 2; other <= Math.min(pages, MOST_PAGES); other++) {
      next.pages.push({ kind, season, key, page: other, total: page === 1 ? total : null });
    }
  }

  #mayRestart({ kind, season, key }: TaskPage): boolean {
    const list = `${kind} ${season} ${key}`;
    const times = (this.#restarts.get(list) ?? 0) + 1;
    this.#restarts.set(list, times);
    return times <= RESTARTS;
  }
}

/**
 * Ends a task that failed. Without its first page nobody knows how many a list has: the second may
 * tell.
 */
function fail(
  { task, failed }: { task: Task; failed: Omit<TaskEnd, keyof TaskPage> },
  next: Consequences,
): void {
  const { kind, season, key, page } = task;
  next.ends.push({ kind, season, key, page, ...failed });
  if (page === 1 && kind === "clubs" && failed.state === "failed") {
    next.pages.push({ kind, season, key, page: 2, total: null });
  }
}

/** Always in one order, so that two workers never wait for one another. */
function inOrder(ends: TaskEnd[]): TaskEnd[] {
  const name = ({ kind, season, key, page }: TaskEnd) => `${kind} ${season} ${key} ${page}`;
  return ends.sort((a, b) => name(a) < name(b) ? -1 : 1);
}

/** The list's last word on each club. */
function distinct(clubs: ClubEntry[]): ClubEntry[] {
  return [...new Map(clubs.map((club) => [club.number, club])).values()];
}
