import { type Clock, systemClock } from "@mypacer/shared/process/clock.ts";
import { describePage } from "@mypacer/shared/federation/urls.ts";
import { countSharedLicenses } from "../repositories/athletes.ts";
import { addWantedResults } from "../repositories/birth_years.ts";
import { addWantedProfiles } from "../repositories/profiles.ts";
import { addCounters, closeRun, type OpenRun } from "../repositories/runs.ts";
import {
  countClubTasks,
  findFailedTasks,
  forgetFormerTasks,
  readQueue,
  releaseTasks,
} from "../repositories/tasks.ts";
import { addTo, type CrawlCounters, noCounters } from "../plan/counters.ts";
import type { CrawlReport } from "./crawl_report.ts";
import type { CrawlTools } from "./crawl_tools.ts";
import { keepPagesIn } from "./kept_pages.ts";
import { WORKER_LOCK } from "../repositories/crawl_locks.ts";
import { CrawlStopped, type PageFailure, PageReader } from "./page_reader.ts";
import type { ReadTask } from "./page_store.ts";
import { retryWhileDatabaseIsDown } from "../repositories/database_retry.ts";
import type { CrawlPlan } from "../plan/plan.ts";
import { taskUrl, workOnRun } from "./work.ts";

/** Failures that are kept for the summary; all are counted and logged. */
const KEPT = 50;
/**
 * Pages a weekly run reads beside its plan, for what is missing most: results of clubs, athletes'
 * own pages.
 */
const SOME_RESULTS = 40;
const SOME_PROFILES = 40;
/** How often what was done is added to the run, ms. */
const COUNT_EVERY = 1000;

/** What a worker does in a run. */
type Part = { plan: CrawlPlan; budget: number | null; run: OpenRun; worker: number };

/** One worker's part of a run: reads and stores until nothing is left, and closes the run. */
export class RunWorker {
  readonly #tools: CrawlTools;
  readonly #given: Part;
  readonly #clock: Clock;
  /** Done here and not yet added to the run. */
  #counters = noCounters();
  #countedAt = performance.now();
  #season: number | null = null;

  constructor(tools: CrawlTools, given: Part) {
    this.#tools = tools;
    this.#given = given;
    this.#clock = tools.clock ?? systemClock;
  }

  async work(): Promise<CrawlReport> {
    const { sql, federation, urls, log, progress, signal, oppositionKey, pagesFolder } =
      this.#tools;
    const { plan, budget, run, worker } = this.#given;
    const began = performance.now();
    const reader = new PageReader({
      federation,
      counters: this.#counters,
      log,
      signal,
      budget,
      clock: this.#clock,
      keepPage: keepPagesIn(pagesFolder, log),
    });
    let stopped: string | null = null;
    try {
      await workOnRun({
        sql,
        urls,
        reader,
        log,
        clock: this.#clock,
        oppositionKey,
        runId: run.id,
        worker,
        clubNumber: plan.clubNumber,
        onDrained: () => this.#addWanted(),
        onStored: (read, added) => this.#onStored(read, added),
      });
    } catch (error) {
      const reason = signal.aborted ? new CrawlStopped("it was interrupted") : error;
      if (!(reason instanceof CrawlStopped)) {
        await this.#closeAfter("it ended with an error");
        throw error;
      }
      stopped = reason.message;
    } finally {
      progress.end();
    }
    const closed = await this.#close(stopped);
    return { plan, ...closed, seconds: (performance.now() - began) / 1000 };
  }

  /**
   * Pages that may tell what is not known: results of clubs once the rosters are read, then
   * athletes' own.
   */
  async #addWanted(): Promise<number> {
    const { sql, log } = this.#tools;
    const { plan: { birthYears, seasons, clubNumber }, run } = this.#given;
    if (birthYears === "none") return 0;
    const atMost = birthYears === "some" ? SOME_RESULTS : null;
    const wanted = { seasons, clubNumber, atMost };
    const results = await retryWhileDatabaseIsDown(() => addWantedResults(sql, run.id, wanted), {
      log,
    });
    if (results > 0 || birthYears === "all") return results;
    const most = { season: Math.max(...seasons), atMost: SOME_PROFILES };
    return await retryWhileDatabaseIsDown(() => addWantedProfiles(sql, run.id, most), { log });
  }

  async #onStored(read: readonly ReadTask[], added: CrawlCounters): Promise<void> {
    const { sql, log, progress } = this.#tools;
    const { run } = this.#given;
    addTo(this.#counters, added);
    for (const page of read) {
      if (page.task.kind !== "roster" || "failed" in page) continue;
      const { season } = page.task;
      if (season !== this.#season) {
        this.#season = season;
        const clubs = await retryWhileDatabaseIsDown(() => countClubTasks(sql, run.id, season), {
          log,
        });
        progress.begin(season, clubs);
      }
      if ("roster" in page) progress.step(page.roster.athletes.length);
      if ("unchanged" in page) progress.step(page.unchanged.entries);
    }
    if (performance.now() - this.#countedAt < COUNT_EVERY) return;
    this.#countedAt = performance.now();
    await this.#count();
  }

  /** Adds what was done here to the run. */
  async #count(): Promise<CrawlCounters> {
    const { sql, log } = this.#tools;
    const done = { ...this.#counters };
    const all = await retryWhileDatabaseIsDown(() => addCounters(sql, this.#given.run.id, done), {
      log,
    });
    for (const name of Object.keys(done) as (keyof CrawlCounters)[]) {
      // Requests are counted from the beginning, by the reader.
      this.#counters[name] -= done[name];
    }
    return all;
  }

  /** Closes the run where the error came from elsewhere: the first error is the one to know. */
  async #closeAfter(stopped: string): Promise<void> {
    try {
      await this.#close(stopped);
    } catch (error) {
      this.#tools.log.error("the run could not be closed; the next one will go on with it", {
        error,
      });
    }
  }

  async #close(stopped: string | null): Promise<Omit<CrawlReport, "plan" | "seconds">> {
    const { sql, log } = this.#tools;
    const { run, worker } = this.#given;
    return await retryWhileDatabaseIsDown(async () => {
      await releaseTasks(sql, run.id, worker);
      const missing = stopped === null ? await this.#findMissing() : [];
      const { failed } = await readQueue(sql, run.id);
      const failures = [...await this.#findFailures(), ...missing];
      const closed = await closeRun(sql, run.id, {
        workerLock: WORKER_LOCK,
        worker,
        stopped,
        facts: {
          failed_pages: failed + missing.length,
          shared_licenses: await countSharedLicenses(sql),
        },
      });
      if (closed.state === "finished") await forgetFormerTasks(sql, run.id);
      const counters = await this.#count();
      // Its stop is this worker's own while others go on.
      return { state: closed.state, stopped, counters, failures };
    }, { log });
  }

  async #findFailures(): Promise<PageFailure[]> {
    const { sql, urls } = this.#tools;
    const failed = await findFailedTasks(sql, this.#given.run.id, KEPT);
    return failed.map(({ error, ...task }) => ({
      page: describePage(taskUrl(urls, task)),
      reason: error,
    }));
  }

  /** What is missing for another reason than its page. */
  async #findMissing(): Promise<PageFailure[]> {
    const { sql } = this.#tools;
    const { plan: { clubNumber, seasons }, run } = this.#given;
    if (clubNumber === null) return [];
    const found = await Promise.all(seasons.map((season) => countClubTasks(sql, run.id, season)));
    if (found.some((count) => count > 0)) return [];
    return [{
      page: `club ${clubNumber}`,
      reason: `no club list of ${seasons.join(", ")} holds it`,
    }];
  }
}
