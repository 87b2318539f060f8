/** Records that anybody may know: of the world and of France, men's and women's. */
import type { Discipline } from "./discipline.ts";

/** The lists, by where they hold and for whom. */
export const RECORD_LISTS = ["world-m", "world-f", "france-m", "france-f"] as const;
/** One of them. */
export type RecordList = typeof RECORD_LISTS[number];

/** A record of a list. */
export interface PublicRecord {
  /** m. */
  distance: number;
  discipline: Extract<Discipline, "track" | "short-track" | "road">;
  /** Hundredths of a second. */
  mark: number;
  holder: string;
  /** ISO date of the race. */
  date: string;
  place: string;
  /** Addresses of pages that say so. */
  sources: readonly string[];
  /** ISO date up to which they say that nobody was faster. */
  asOf: string;
}
