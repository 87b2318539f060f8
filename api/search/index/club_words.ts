import type { Lists } from "./lists.ts";

/** What an index of clubs is made of. */
export interface ClubWordData {
  /** Different words of all names, sorted. */
  words: { text: Uint8Array; starts: Uint32Array };
  /** By word: clubs. */
  clubs: Lists;
  /** See `DeletionIndex`. */
  deletions: Lists;
}
