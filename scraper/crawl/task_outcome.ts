import type { AthleteHeader } from "@mypacer/shared/federation/parsers/athlete.ts";
import type { ClubListPage } from "@mypacer/shared/federation/parsers/club_list.ts";
import type { ClubResultsPage } from "@mypacer/shared/federation/parsers/club_results.ts";
import type { RosterPage } from "@mypacer/shared/federation/parsers/roster.ts";
import type { KnownPage, PageSource } from "../repositories/known_pages.ts";
import type { TaskPage } from "../repositories/task_page.ts";
import type { Task, TaskEnd } from "../repositories/tasks.ts";

/** A page of the list of a season's clubs was read. */
export type ClubsRead = {
  kind: "clubs";
  task: Task;
  list: ClubListPage;
  source: PageSource;
  readAt: Date;
};
/** A page of a club's members was read. */
export type RosterRead = {
  kind: "roster";
  task: Task;
  roster: RosterPage;
  source: PageSource;
  readAt: Date;
};
/** A page of a club's results was read. */
export type ResultsRead = { kind: "results"; task: Task; list: ClubResultsPage; readAt: Date };
/** An athlete's own page was read. */
export type ProfileRead = { kind: "profile"; task: Task; header: AthleteHeader; readAt: Date };
/** The page is as it was when it was read last, so that all of it is stored. */
export type PageUnchanged = { kind: "unchanged"; task: Task; known: KnownPage };
/** The page could not be had or understood; `end` says whether it is tried again. */
export type PageFailed = { kind: "failed"; task: Task; end: Omit<TaskEnd, keyof TaskPage> };

/** What came of a task, told apart by `kind`. */
export type TaskOutcome =
  | ClubsRead
  | RosterRead
  | ResultsRead
  | ProfileRead
  | PageUnchanged
  | PageFailed;
