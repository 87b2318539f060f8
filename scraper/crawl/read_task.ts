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
import type { Clock } from "@mypacer/shared/process/clock.ts";
import type { PageSource } from "../repositories/known_pages.ts";
import type { TaskPage } from "../repositories/task_page.ts";
import type { Task } from "../repositories/tasks.ts";
import type { PageReader } from "./page_reader.ts";
import type { PageFailed, TaskOutcome } from "./task_outcome.ts";

/** Times a page is asked for by a run before it counts as failed. */
const MOST_ATTEMPTS = 3;
/** How soon a page that failed once is tried again, ms; four times as late the next time. */
const FIRST_RETRY_AFTER_MS = 2000;
/** Failures that asking again does not mend. */
const FINAL_FAILURES = new Set<FederationErrorKind>([
  "not-found",
  "forbidden",
  "refused-by-robots",
  "too-large",
  "foreign-redirect",
]);

/** What tasks are read with. */
export type ReadTools = {
  urls: FederationUrls;
  reader: PageReader;
  clock: Clock;
  /** The only club to read; null = all. */
  clubNumber: string | null;
};

/** The address of a task's page. */
export function taskUrl(urls: FederationUrls, { kind, season, key, page }: TaskPage): URL {
  switch (kind) {
    case "clubs":
      return urls.clubList(season, page);
    case "profile":
      return urls.athlete(key);
    case "roster":
      return urls.roster(key, season, page);
    case "results":
      return urls.clubResults(key, season, page);
  }
}

/**
 * Reads a task's page.
 *
 * @throws {CrawlStopped} If no further page may be asked for.
 */
export async function readTask(
  { urls, reader, clock, clubNumber }: ReadTools,
  task: Task,
): Promise<TaskOutcome> {
  const url = taskUrl(urls, task);
  // A known page of the list names all its clubs, where a plan may be for one of them only.
  const known = task.kind === "clubs" && clubNumber !== null ? null : task.known;
  const read = async <T extends { problems: RowProblem[] }>(
    parse: (html: string, arrival: ReceivedAnswer) => T,
    toOutcome: (parsed: T, source: PageSource) => TaskOutcome,
  ): Promise<TaskOutcome> => {
    const page = await reader.read(url, parse, known);
    switch (page.kind) {
      case "read":
        return toOutcome(page.parsed, page.source);
      case "failed":
        return failureOf(task, page.error, clock);
      case "unchanged":
        if (known !== null) return { kind: "unchanged", task, known };
        throw new TypeError(`Cannot skip a page that is not known: ${url.search}`);
    }
  };
  switch (task.kind) {
    case "clubs":
      return await read(
        (html, arrival) =>
          checkClubs(checkPage("club-list", parseClubList(html, arrival), task), task),
        (list, source) => ({ kind: "clubs", task, list, source, readAt: new Date(clock.now()) }),
      );
    case "results":
      return await read(
        (html, arrival) => parseClubResults(html, { season: task.season, ...arrival }),
        (list) => ({ kind: "results", task, list, readAt: new Date(clock.now()) }),
      );
    case "profile":
      return await readProfile(reader, { task, url, clock });
    case "roster":
      return await read(
        (html, arrival) => checkPage("roster", parseRoster(html, arrival), task),
        (roster, source) => ({
          kind: "roster",
          task,
          roster,
          source,
          readAt: new Date(clock.now()),
        }),
      );
  }
}

/** An athlete's own page. One that names nobody is not read: rosters hold the athlete. */
async function readProfile(
  reader: PageReader,
  { task, url, clock }: { task: Task; url: URL; clock: Clock },
): Promise<TaskOutcome> {
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
  const page = await reader.read(url, parse, null);
  switch (page.kind) {
    case "read":
      reader.noteAthlete(task.key, { isNamed: true });
      return {
        kind: "profile",
        task,
        header: page.parsed.header,
        readAt: new Date(clock.now()),
      };
    case "failed": {
      const { error } = page;
      const isUnknown = error instanceof FederationError ? error.kind === "not-found" : isNameless;
      if (isUnknown) reader.noteAthlete(task.key, { isNamed: false });
      return failureOf(task, error, clock);
    }
    case "unchanged":
      throw new TypeError("Cannot skip a page that is not known");
  }
}

/**
 * Checks that a page is the one that was asked for: a site in trouble sends others.
 *
 * @throws {PageShapeError} If it shows another season or club.
 */
function checkPage<T extends { season: number | null; clubNumber?: string | null }>(
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
 * Checks that a season has clubs, as every season had.
 *
 * @throws {PageShapeError} If it is the first page and holds none.
 */
function checkClubs(list: ClubListPage, { season, page }: Task): ClubListPage {
  if (page === 1 && list.clubs.length === 0) {
    throw new PageShapeError("club-list", `it is the first page of season ${season} and empty`);
  }
  return list;
}

function failureOf(task: Task, error: PageShapeError | FederationError, clock: Clock): PageFailed {
  const isFinal = task.attempts >= MOST_ATTEMPTS ||
    error instanceof FederationError && FINAL_FAILURES.has(error.kind);
  const retryAfter = FIRST_RETRY_AFTER_MS * 4 ** (task.attempts - 1);
  return {
    kind: "failed",
    task,
    end: {
      state: isFinal ? "failed" : "pending",
      error: error.message,
      notBefore: isFinal ? null : new Date(clock.now() + retryAfter),
    },
  };
}
