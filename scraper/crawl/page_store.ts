import type { Queryable, Sql } from "@mypacer/shared/database/connect.ts";
import { isOpposed } from "@mypacer/shared/directory/opposition.ts";
import { recordResultYears } from "@mypacer/shared/directory/athletes.ts";
import { recordClubs } from "@mypacer/shared/directory/clubs.ts";
import { keepNamed, recordProfiles } from "@mypacer/shared/directory/profiles.ts";
import { recordRosters } from "@mypacer/shared/directory/rosters.ts";
import type { ClubEntry } from "@mypacer/shared/federation/parsers/club_list.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { CrawlCounters } from "../plan/counters.ts";
import { NO_SOURCE } from "../repositories/known_pages.ts";
import type { TaskPage } from "../repositories/task_page.ts";
import type { Task } from "../repositories/tasks.ts";
import { hashClubs, hashRoster } from "./content_hash.ts";
import { FollowUps } from "./follow_ups.ts";
import type {
  ClubsRead,
  PageUnchanged,
  ProfileRead,
  ResultsRead,
  RosterRead,
  TaskOutcome,
} from "./task_outcome.ts";

/**
 * Times a list is read from its beginning because it changed while it was read. One that changes
 * more often is read as it comes: else a run would never end.
 */
const MOST_RESTARTS = 3;

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
  readonly #options: StoreOptions;
  /** How often each list was read from its beginning. */
  readonly #restarts = new Map<string, number>();

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /**
   * Stores what was read and ends its tasks.
   *
   * @returns What that adds to the counters.
   * @throws What the database threw, with nothing stored.
   */
  async store(outcomes: readonly TaskOutcome[]): Promise<CrawlCounters> {
    return await this.#options.sql.begin(async (sql) => {
      // Who objects meanwhile waits, and is removed with what is stored here.
      await sql`lock table opposition in share mode`;
      const followUps = new FollowUps();
      const rosters: RosterRead[] = [];
      const profiles: ProfileRead[] = [];
      for (const outcome of outcomes) {
        switch (outcome.kind) {
          case "clubs":
            await this.#storeClubs(sql, outcome, followUps);
            break;
          case "results":
            await this.#storeResults(sql, outcome, followUps);
            break;
          case "unchanged":
            this.#followUnchanged(outcome, followUps);
            break;
          case "failed":
            followUps.endFailed(outcome);
            break;
          // Written together: one statement for all athletes of some pages.
          case "roster":
            rosters.push(outcome);
            break;
          case "profile":
            profiles.push(outcome);
            break;
        }
      }
      if (profiles.length > 0) await this.#storeProfiles(sql, profiles, followUps);
      if (rosters.length > 0) await this.#storeRosters(sql, rosters, followUps);
      await followUps.write(sql, this.#options.runId);
      return followUps.counters;
    });
  }

  async #storeClubs(
    sql: Queryable,
    { task, list, source, readAt }: ClubsRead,
    followUps: FollowUps,
  ): Promise<void> {
    const { clubNumber } = this.#options;
    const clubs = lastOfEachNumber(list.clubs)
      .filter(({ number }) => clubNumber === null || number === clubNumber);
    const contentHash = hashClubs(clubs);
    if (contentHash !== task.known?.contentHash && clubs.length > 0) {
      const origin = { source: "club-list" as const, season: task.season, readAt };
      followUps.counters.rows_written += await recordClubs(
        sql,
        clubs.map((club) => ({ ...club, ...origin })),
      );
    }
    const clubNumbers = clubs.map(({ number }) => number);
    followUps.addRosters(task, clubNumbers);
    const { total } = list;
    if (clubNumber === null) {
      const { pages } = list;
      const entries = clubs.length;
      followUps.remember(task, { ...source, contentHash, pages, total, entries, clubNumbers });
    }
    // One club is looked for page by page, until it is found.
    const pages = clubNumber === null
      ? list.pages
      : clubs.length > 0
      ? 1
      : Math.min(task.page + 1, list.pages);
    this.#followList(task, { total, pages }, followUps);
  }

  #followUnchanged({ task, known }: PageUnchanged, followUps: FollowUps): void {
    if (known.clubNumbers !== null) followUps.addRosters(task, known.clubNumbers);
    else followUps.counters.athletes += known.entries;
    this.#followList(task, known, followUps);
  }

  async #storeRosters(
    sql: Queryable,
    rosters: readonly RosterRead[],
    followUps: FollowUps,
  ): Promise<void> {
    const { counters } = followUps;
    const ids = rosters.flatMap(({ roster }) => roster.athletes.map(({ ffaId }) => ffaId));
    const opposed = await isOpposed(sql, ids, { key: this.#options.oppositionKey });
    const changed = [];
    for (const { task, roster, source, readAt } of rosters) {
      const athletes = roster.athletes.filter(({ ffaId }) => !opposed.has(ffaId));
      const contentHash = hashRoster(athletes);
      if (contentHash !== task.known?.contentHash) {
        changed.push({ season: task.season, clubNumber: task.key, readAt, athletes });
      }
      counters.athletes += roster.athletes.length;
      const leftOut = roster.athletes.length - athletes.length;
      counters.opposed += leftOut;
      const { pages, total } = roster;
      followUps.remember(task, {
        // Somebody on it objected: it is understood each time, so that whoever withdraws an
        // objection is listed with the next run.
        ...leftOut > 0 ? NO_SOURCE : source,
        contentHash,
        pages,
        total,
        entries: athletes.length,
        clubNumbers: null,
      });
      this.#followList(task, roster, followUps);
    }
    counters.rows_written += await recordRosters(sql, changed);
  }

  async #storeResults(
    sql: Queryable,
    { task, list, readAt }: ResultsRead,
    followUps: FollowUps,
  ): Promise<void> {
    const years = list.results.flatMap(({ ffaId, birthYear }) =>
      ffaId === null || birthYear === null ? [] : [{ ffaId, birthYear }]
    );
    const { found, written } = await recordResultYears(sql, years, {
      season: task.season,
      readAt,
    });
    followUps.counters.birth_years += found;
    followUps.counters.rows_written += written;
    this.#followList(task, { total: null, pages: list.pages }, followUps);
  }

  async #storeProfiles(
    sql: Queryable,
    profiles: readonly ProfileRead[],
    followUps: FollowUps,
  ): Promise<void> {
    const { counters } = followUps;
    const headers = profiles.map(({ task, header, readAt }) => ({
      ffaId: task.key,
      header,
      readAt,
    }));
    counters.profiles += profiles.length;
    // A site in trouble sends pages of others.
    counters.rows_written += await recordProfiles(sql, await keepNamed(sql, headers));
    for (const { task } of profiles) this.#followList(task, { total: null, pages: 1 }, followUps);
  }

  /** Ends a task that was read, and adds the other pages of its list or restarts the list. */
  #followList(
    task: Task,
    { total, pages }: { total: number | null; pages: number },
    followUps: FollowUps,
  ): void {
    const hasChanged = task.page > 1 && task.total !== null && total !== task.total;
    if (!hasChanged || !this.#mayRestart(task)) return followUps.endRead(task, { total, pages });
    this.#options.log.warn("a list changed while it was read: it is read again", {
      kind: task.kind,
      season: task.season,
      club: task.key,
      entries_before: task.total,
      entries: total,
    });
    followUps.restart(task);
  }

  #mayRestart({ kind, season, key }: TaskPage): boolean {
    const list = `${kind} ${season} ${key}`;
    const times = (this.#restarts.get(list) ?? 0) + 1;
    this.#restarts.set(list, times);
    return times <= MOST_RESTARTS;
  }
}

/** Clubs by number; of one that is listed twice the later entry. */
function lastOfEachNumber(clubs: ClubEntry[]): ClubEntry[] {
  return [...new Map(clubs.map((club) => [club.number, club])).values()];
}
