import type { Queryable } from "@mypacer/shared/database/connect.ts";
import { noCounters } from "../plan/counters.ts";
import { forgetKnownList, type KnownPage, saveKnownPages } from "../repositories/known_pages.ts";
import type { TaskPage } from "../repositories/task_page.ts";
import { addTasks, endTasks, restartList, type Task, type TaskEnd } from "../repositories/tasks.ts";
import type { PageFailed } from "./task_outcome.ts";

/**
 * Most pages of a list: with 250 entries each, more than any can have. A pager that says more is
 * damaged, and would fill the queue.
 */
const MOST_PAGES = 1000;

/** What storing pages leads to beside what they hold: written in the same transaction. */
export class FollowUps {
  /** What the pages add to the counters. */
  readonly counters = noCounters();
  /** Pages to read. */
  readonly #pages: (TaskPage & { total: number | null })[] = [];
  readonly #ends: TaskEnd[] = [];
  /** Lists to read from their beginning. */
  readonly #restarts: TaskPage[] = [];
  /** What is remembered of the pages, to know them when they come again. */
  readonly #known: { page: Task; known: KnownPage }[] = [];

  /** Remembers a page for the next run. */
  remember(page: Task, known: KnownPage): void {
    this.#known.push({ page, known });
  }

  /** Adds the rosters of clubs that a list names. */
  addRosters({ season }: Task, clubNumbers: readonly string[]): void {
    this.counters.clubs += clubNumbers.length;
    for (const key of clubNumbers) {
      this.#pages.push({ kind: "roster", season, key, page: 1, total: null });
    }
  }

  /** Ends a task whose page was read, and adds the other pages of its list. */
  endRead(task: Task, { total, pages }: { total: number | null; pages: number }): void {
    const { kind, season, key, page } = task;
    this.#ends.push({ kind, season, key, page, state: "done", error: null, notBefore: null });
    // The first page brought all others; where it is missing, any other one does.
    if (page > 1 && task.total !== null) return;
    for (let other = 2; other <= Math.min(pages, MOST_PAGES); other++) {
      this.#pages.push({ kind, season, key, page: other, total: page === 1 ? total : null });
    }
  }

  /** Ends a task that found its list changed, which is read from its beginning. */
  restart(task: Task): void {
    const { kind, season, key, page } = task;
    this.#ends.push({ kind, season, key, page, state: "done", error: null, notBefore: null });
    this.#restarts.push(task);
  }

  /**
   * Ends a task that failed. Without its first page nobody knows how many a list has: the second
   * may tell.
   */
  endFailed({ task, end }: PageFailed): void {
    const { kind, season, key, page } = task;
    this.#ends.push({ kind, season, key, page, ...end });
    if (page === 1 && kind === "clubs" && end.state === "failed") {
      this.#pages.push({ kind, season, key, page: 2, total: null });
    }
  }

  /** Writes all of it. */
  async write(sql: Queryable, runId: number): Promise<void> {
    await addTasks(sql, runId, this.#pages);
    await endTasks(sql, runId, inOrder(this.#ends));
    await saveKnownPages(sql, this.#known);
    for (const list of this.#restarts) {
      await restartList(sql, runId, list);
      await forgetKnownList(sql, list);
    }
  }
}

/** Always in one order, so that two workers never wait for one another. */
function inOrder(ends: readonly TaskEnd[]): TaskEnd[] {
  const name = ({ kind, season, key, page }: TaskEnd) => `${kind} ${season} ${key} ${page}`;
  return ends.toSorted((a, b) => name(a) < name(b) ? -1 : 1);
}
