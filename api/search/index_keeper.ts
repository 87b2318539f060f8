import { type OppositionList, readOppositionList } from "@mypacer/shared/directory/opposition.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { backoff } from "@mypacer/shared/process/backoff.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { withTimeout } from "@mypacer/shared/process/timeout.ts";
import { DIRECTORY_CHANGED, readDirectoryVersion } from "../repositories/directory_version.ts";
import { freeMemory } from "./free_memory.ts";
import { type IndexChange, IndexHolder, type LoadedIndex } from "./index_holder.ts";
import { readIndexFile } from "./index/index_file.ts";
import type { BuildOptions } from "./index/build_in_worker.ts";
import { newestReading } from "./newest_reading.ts";
import type { IndexOrder, MadeIndex } from "./index/make_index.ts";

/**
 * How often the version of the directory is compared in case a notification was lost, ms: one short
 * query a minute costs nothing, and a removal or a crawl is never found later than that.
 */
const CHECK_INTERVAL_MS = 60_000;
/**
 * Least time between two indexes made because of such a comparison, ms: a crawl adds athletes for
 * hours, and an index takes seconds of one core.
 */
const REBUILD_INTERVAL_MS = 600_000;
/** Least time between two indexes of which the second is made for one more athlete, ms. */
const ADDED_INTERVAL_MS = 60_000;
/** Waits before an index that could not be made is tried again, ms. */
const RETRIES = { first: 1000, longest: 60_000 };

/**
 * Longest time the database may take to answer a short query, ms: on a broken connection nothing
 * may come back.
 */
const QUERY_TIMEOUT_MS = 5000;

const inTime = <T>(work: PromiseLike<T>) => withTimeout(work, { timeoutMs: QUERY_TIMEOUT_MS });

/** What a keeper works with. */
export interface KeeperOptions {
  sql: Sql;
  /** Makes an index of the directory as it is now. */
  build: (order: IndexOrder, options: BuildOptions) => Promise<MadeIndex>;
  /** The latest birth year that is listed now. */
  latestBirthYear: () => number;
  /** The file that all processes of the host read; none by default. */
  file?: string | null;
  clock: () => Date;
  log: Logger;
  oppositionKey?: string | undefined;
  /** How often to look for a lost notification. */
  checkIntervalMs?: number;
  /** Least time between two indexes of which the second is made for an athlete who was added. */
  addedIntervalMs?: number;
}

/**
 * Keeps an index of the directory in memory up to date: read from its file or built at the start,
 * and built again whenever the database notifies that the directory changed. The old one is in use
 * until the new one is ready.
 */
export class IndexKeeper {
  readonly #options: KeeperOptions;
  readonly #stop = new AbortController();
  readonly #holder: IndexHolder;
  readonly #listeners = new Set<(change: IndexChange) => void>();
  /** What is in use, as other threads are told of it. */
  #state: IndexChange = { kind: "none" };
  /** The list of opposed people as it is now. */
  readonly #readOpposition: () => Promise<OppositionList>;
  /** The reading of it that is applied when it ends, or was. */
  #applied: Promise<OppositionList> | null = null;
  #fileWasRead = false;
  #version = "";
  #builtAt = 0;
  #building: Promise<void> | null = null;
  #rebuildRequested = false;
  /** Attempts in vain since the last index. */
  #failures = 0;
  /** When the last index was ready, on the process's own clock, ms. */
  #readyAt = -Infinity;
  /** An index for athletes who were added is scheduled. */
  #rebuildScheduled = false;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** How many indexes were made, and how many could not be. */
  builds = 0;
  failures = 0;
  /** Time the last one took, s. */
  buildSeconds = 0;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#readOpposition = newestReading(() => inTime(readOppositionList(options.sql)));
    this.#holder = new IndexHolder({ oppositionKey: options.oppositionKey });
  }

  /** The index in use; null while there is none, or nobody in it. */
  get current(): LoadedIndex | null {
    return this.#holder.current;
  }

  /**
   * Tells what is in use, now and after every change.
   *
   * @returns Ends it.
   */
  follow(listener: (change: IndexChange) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  #apply(change: IndexChange): void {
    const hadIndex = this.#holder.hasIndex;
    this.#holder.apply(change);
    this.#state = change.kind === "opposition" && this.#state.kind === "index"
      ? { ...this.#state, opposition: change.opposition }
      : change;
    for (const listener of this.#listeners) listener(change);
    if (hadIndex && change.kind !== "opposition") freeMemory();
  }

  /**
   * Makes the first index and keeps it up to date until `close()`. Resolves when the first attempt
   * is over.
   */
  async start(): Promise<void> {
    const { sql, log, checkIntervalMs = CHECK_INTERVAL_MS } = this.#options;
    // The client listens again by itself after a broken connection, and then calls `onlisten` once
    // more: what happened meanwhile was not told.
    sql.listen(
      DIRECTORY_CHANGED,
      (reason) => this.#onNotify(reason),
      () => void this.#checkVersion("listening"),
    ).catch((
      error,
    ) => log.warn("the database cannot be listened to; asking it instead", { error }));
    const timer = setInterval(() => void this.#checkVersion("time"), checkIntervalMs);
    this.#timers.add(timer);
    await this.refresh();
  }

  /** Stops. What is being made is thrown away. */
  close(): void {
    this.#stop.abort(new DOMException("The process stops", "AbortError"));
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /**
   * Makes a new index; if one is being made, another after it. Resolves when none is left to be
   * made.
   */
  refresh(): Promise<void> {
    this.#rebuildRequested = true;
    this.#building ??= this.#buildAll().finally(() => this.#building = null);
    return this.#building;
  }

  async #buildAll(): Promise<void> {
    while (this.#rebuildRequested && !this.#stop.signal.aborted) {
      this.#rebuildRequested = false;
      await this.#buildOne();
    }
  }

  async #buildOne(): Promise<void> {
    const { clock, log } = this.#options;
    const { signal } = this.#stop;
    const began = performance.now();
    try {
      const { shared, basis, source, writeError } = await this.#obtain();
      // After the index: who objected while it was made is left out of the first answer.
      const opposition = await this.#readOpposition();
      this.#apply({ kind: "index", shared, opposition });
      this.#version = basis.directoryVersion;
      this.#builtAt = clock().getTime();
      this.#readyAt = performance.now();
      this.#failures = 0;
      this.builds++;
      this.buildSeconds = (performance.now() - began) / 1000;
      log.info("search index ready", {
        source,
        athletes: this.current?.index.size ?? 0,
        words: this.current?.index.vocabulary.size ?? 0,
        megabytes: Math.round(shared.byteLength / 1e6),
        seconds: this.buildSeconds,
      });
      if (writeError !== null) log.warn("search index not written to its file", { writeError });
    } catch (error) {
      if (signal.aborted) return;
      this.failures++;
      const after = backoff(this.#failures++, RETRIES);
      log.warn("search index not made; trying again", { error, after });
      this.#later(after, () => void this.refresh());
    }
  }

  /** The first index comes from the file, if that rests on the directory as it is now. */
  async #obtain(): Promise<MadeIndex> {
    const { sql, build, clock, log, latestBirthYear, file = null } = this.#options;
    // Active are those of this season or the last.
    const wanted = { activeSince: seasonOf(clock()) - 1, latestBirthYear: latestBirthYear() };
    if (file !== null && !this.#fileWasRead) {
      const basis = { directoryVersion: await inTime(readDirectoryVersion(sql)), ...wanted };
      const reading = await readIndexFile(file, basis);
      this.#fileWasRead = true;
      if ("shared" in reading) {
        return { shared: reading.shared, basis, source: "file", writeError: null };
      }
      const { problem, error } = reading;
      const level = problem === "missing" || problem === "outdated" ? "info" : "warn";
      log[level](`search index file is ${problem}; making it`, { error });
    }
    const letsRequestsGoFirst = this.#holder.hasIndex;
    return await build({ ...wanted, file }, { signal: this.#stop.signal, letsRequestsGoFirst });
  }

  #later(after: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, after);
    this.#timers.add(timer);
  }

  /** The database sent a notification that something changed. */
  #onNotify(reason: string): void {
    if (this.#stop.signal.aborted) return;
    // People who asked not to be listed do not wait for the next index.
    if (reason === "opposition") void this.#applyOpposition();
    if (reason === "athlete") this.#refreshForAdded();
    else void this.refresh();
  }

  /** Schedules one index for athletes who were added, however many they are. */
  #refreshForAdded(): void {
    const { addedIntervalMs = ADDED_INTERVAL_MS } = this.#options;
    if (this.#rebuildScheduled) return;
    this.#rebuildScheduled = true;
    this.#later(Math.max(0, this.#readyAt + addedIntervalMs - performance.now()), () => {
      this.#rebuildScheduled = false;
      void this.refresh();
    });
  }

  async #applyOpposition(): Promise<void> {
    const reading = this.#readOpposition();
    // Several notifications may lead to one reading.
    if (reading === this.#applied) return;
    this.#applied = reading;
    try {
      this.#apply({ kind: "opposition", opposition: await reading });
    } catch (error) {
      // Nobody may be shown by an index that does not know whom to leave out: SQL takes over, or
      // refuses.
      this.#apply({ kind: "none" });
      this.#options.log.error(
        "the list of opposed people cannot be read; the search index is put aside",
        { error },
      );
    }
  }

  /**
   * Compares the version of the directory in case a notification was lost: from time to time, and
   * when listening begins, before which none was received.
   */
  async #checkVersion(why: "time" | "listening"): Promise<void> {
    const { sql, clock, log } = this.#options;
    // The index being built may have read the directory before any notification could arrive.
    if (why === "listening") await this.#building;
    if (this.#stop.signal.aborted || this.#building !== null || !this.#holder.hasIndex) return;
    try {
      const version = await inTime(readDirectoryVersion(sql));
      if (version === this.#version) return;
      const age = Math.abs(clock().getTime() - this.#builtAt);
      if (
        this.current === null || age >= REBUILD_INTERVAL_MS ||
        sameRun(version, this.#version) === false
      ) {
        await this.refresh();
      } else if (why === "listening") this.#refreshForAdded();
    } catch (error) {
      // The index stays in use; the next comparison may succeed.
      log.debug("the directory's version cannot be read", { error });
    }
  }
}

/** Whether two versions differ in nothing but the athletes who were added. */
function sameRun(a: string, b: string): boolean {
  const without = (version: string) => version.replace(/ \d*#\d* /, " ");
  return without(a) === without(b);
}
