import { type Clock, systemClock } from "@mypacer/shared/process/clock.ts";
import { describePage } from "@mypacer/shared/federation/urls.ts";
import { countSharedLicenses } from "../repositories/athletes.ts";
import { addResultsForBirthYears } from "../repositories/birth_years.ts";
import { addProfilesForGaps } from "../repositories/profiles.ts";
import { addCounters, closeRun, type OpenRun } from "../repositories/runs.ts";
import {
  countClubTasks,
  deleteFormerTasks,
  findFailedTasks,
  readQueue,
  releaseTasks,
} from "../repositories/tasks.ts";
import { addTo, type CrawlCounters, noCounters } from "../plan/counters.ts";
import type { CrawlReport } from "./crawl_report.ts";
import type { CrawlTools } from "./crawl_tools.ts";
import { saveMisreadPagesIn } from "./misread_pages.ts";
import { CrawlStopped, type PageFailure, PageReader } from "./page_reader.ts";
import { readTask, taskUrl } from "./read_task.ts";
import { PageStore } from "./page_store.ts";
import { storeAccepted } from "./store_accepted.ts";
import type { TaskOutcome } from "./task_outcome.ts";
import { retryWhileDatabaseIsDown } from "../repositories/database_retry.ts";
import type { CrawlPlan } from "../plan/plan.ts";
import { TaskSource } from "./task_source.ts";
import { workOnRun } from "./work.ts";

/** Failures in the summary, as many as a person reads; all are counted and logged. */
const FAILURES_LISTED = 50;
/**
 * Pages a weekly run reads beside its plan, for what the directory lacks most: results of clubs,
 * then athletes' own pages. Both together take a minute and a half at one request a second.
 */
const SOME_RESULTS = 40;
const SOME_PROFILES = 40;
/** How often counters are added to the run, ms: often enough for people who watch it. */
const COUNT_EVERY_MS = 1000;

/** The run that a worker works on, and how much of it. */
type RunPart = { plan: CrawlPlan; budget: number | null; run: OpenRun; worker: number };

/** One worker's part of a run: reads and stores until nothing is left, and closes the run. */
export class RunWorker {
  readonly #tools: CrawlTools;
  readonly #part: RunPart;
  readonly #clock: Clock;
  /** What was done here and is not yet added to the run. */
  #counters = noCounters();
  #countedAt = performance.now();
  /** The season whose progress is shown. */
  #season: number | null = null;

  constructor(tools: CrawlTools, part: RunPart) {
    this.#tools = tools;
    this.#part = part;
    this.#clock = tools.clock ?? systemClock;
  }

  async work(): Promise<CrawlReport> {
    const { progress, signal } = this.#tools;
    const { plan } = this.#part;
    const began = performance.now();
    let stopped: string | null = null;
    try {
      await this.#readAndStore();
    } catch (error) {
      const reason = signal.aborted ? new CrawlStopped("it was interrupted") : error;
      if (!(reason instanceof CrawlStopped)) {
        await this.#closeAfterError();
        throw error;
      }
      stopped = reason.message;
    } finally {
      progress.end();
    }
    const closed = await this.#close(stopped);
    return { plan, ...closed, seconds: (performance.now() - began) / 1000 };
  }

  async #readAndStore(): Promise<void> {
    const { sql, federation, urls, log, signal, oppositionKey, pagesFolder } = this.#tools;
    const { plan: { clubNumber }, budget, run: { id: runId }, worker } = this.#part;
    const clock = this.#clock;
    const reader = new PageReader({
      federation,
      counters: this.#counters,
      log,
      signal,
      budget,
      clock,
      saveMisread: saveMisreadPagesIn(pagesFolder, log),
    });
    const source = new TaskSource({
      sql,
      runId,
      worker,
      clock,
      log,
      signal: reader.signal,
      onDrained: () => this.#addPagesForGaps(),
    });
    const pages = new PageStore({ sql, runId, clubNumber, oppositionKey, log });
    await workOnRun({
      source,
      read: (task) => readTask({ urls, reader, clock, clubNumber }, task),
      store: (outcomes) => retryWhileDatabaseIsDown(() => storeAccepted(pages, outcomes), { log }),
      onStored: (outcomes, added) => this.#onStored(outcomes, added),
    });
  }

  /**
   * Adds pages that may say what the directory lacks: results of clubs once the rosters are read,
   * then athletes' own.
   *
   * @returns How many.
   */
  async #addPagesForGaps(): Promise<number> {
    const { sql, log } = this.#tools;
    const { plan: { birthYears, seasons, clubNumber }, run } = this.#part;
    if (birthYears === "none") return 0;
    const atMost = birthYears === "some" ? SOME_RESULTS : null;
    const results = await retryWhileDatabaseIsDown(
      () => addResultsForBirthYears(sql, run.id, { seasons, clubNumber, atMost }),
      { log },
    );
    if (results > 0 || birthYears === "all") return results;
    const season = Math.max(...seasons);
    return await retryWhileDatabaseIsDown(
      () => addProfilesForGaps(sql, run.id, { season, atMost: SOME_PROFILES }),
      { log },
    );
  }

  async #onStored(outcomes: readonly TaskOutcome[], added: CrawlCounters): Promise<void> {
    const { sql, log, progress } = this.#tools;
    const { run } = this.#part;
    addTo(this.#counters, added);
    for (const outcome of outcomes) {
      const { task: { kind, season } } = outcome;
      if (kind !== "roster" || outcome.kind === "failed") continue;
      if (season !== this.#season) {
        this.#season = season;
        const clubs = await retryWhileDatabaseIsDown(() => countClubTasks(sql, run.id, season), {
          log,
        });
        progress.begin(season, clubs);
      }
      if (outcome.kind === "roster") progress.step(outcome.roster.athletes.length);
      if (outcome.kind === "unchanged") progress.step(outcome.known.entries);
    }
    if (performance.now() - this.#countedAt < COUNT_EVERY_MS) return;
    this.#countedAt = performance.now();
    await this.#addCounters();
  }

  /** Adds what was done here to the run; returns what all workers did. */
  async #addCounters(): Promise<CrawlCounters> {
    const { sql, log } = this.#tools;
    const done = { ...this.#counters };
    const all = await retryWhileDatabaseIsDown(() => addCounters(sql, this.#part.run.id, done), {
      log,
    });
    // Not set to 0: lanes count on meanwhile.
    for (const name of Object.keys(done) as (keyof CrawlCounters)[]) {
      this.#counters[name] -= done[name];
    }
    return all;
  }

  /** Closes the run after an error, and throws none itself: the first one is the one to know. */
  async #closeAfterError(): Promise<void> {
    try {
      await this.#close("it ended with an error");
    } catch (error) {
      this.#tools.log.error("the run could not be closed; the next one will go on with it", {
        error,
      });
    }
  }

  async #close(stopped: string | null): Promise<Omit<CrawlReport, "plan" | "seconds">> {
    const { sql, log } = this.#tools;
    const { run, worker } = this.#part;
    return await retryWhileDatabaseIsDown(async () => {
      await releaseTasks(sql, run.id, worker);
      const missing = stopped === null ? await this.#findMissing() : [];
      const { failed } = await readQueue(sql, run.id);
      const failures = [...await this.#findFailures(), ...missing];
      const closed = await closeRun(sql, run.id, {
        worker,
        stopped,
        facts: {
          failed_pages: failed + missing.length,
          shared_licenses: await countSharedLicenses(sql),
        },
      });
      if (closed.state === "finished") await deleteFormerTasks(sql, run.id);
      const counters = await this.#addCounters();
      // `stopped` is why this worker stopped: others may go on.
      return { state: closed.state, stopped, counters, failures };
    }, { log });
  }

  async #findFailures(): Promise<PageFailure[]> {
    const { sql, urls } = this.#tools;
    const failed = await findFailedTasks(sql, this.#part.run.id, FAILURES_LISTED);
    return failed.map(({ error, ...task }) => ({
      page: describePage(taskUrl(urls, task)),
      reason: error,
    }));
  }

  /** The one club of the plan, where no list names it. */
  async #findMissing(): Promise<PageFailure[]> {
    const { sql } = this.#tools;
    const { plan: { clubNumber, seasons }, run } = this.#part;
    if (clubNumber === null) return [];
    const rosters = await Promise.all(seasons.map((season) => countClubTasks(sql, run.id, season)));
    if (rosters.some((count) => count > 0)) return [];
    return [{
      page: `club ${clubNumber}`,
      reason: `no club list of ${seasons.join(", ")} holds it`,
    }];
  }
}
