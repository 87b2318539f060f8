/**
 * Kinds of pages a run reads: lists of clubs, results of a club, members of a club, an athlete's
 * own page.
 */
export type TaskKind = "clubs" | "results" | "roster" | "profile";

/** One page to read. */
export type TaskPage = {
  kind: TaskKind;
  season: number;
  /** The club's number, or the athlete's; empty for the list of all clubs. */
  key: string;
  /** Counted from 1. */
  page: number;
};
