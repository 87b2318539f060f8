import { z } from "zod";
import { Athlete } from "./athlete.ts";
import { Club } from "./club.ts";

const Counts = z.record(z.string(), z.int().min(1));

/**
 * How many members each filter would leave, the other filters as they are. A value that nobody has
 * is left out, and so is who has none.
 */
export const MemberCounts = z.object({
  /** By `M` and `F`. */
  sex: Counts,
  /** By code of the age category. */
  category: Counts,
  /** By first letter of the name, `a` to `z`. */
  letter: Counts,
});
export type MemberCounts = z.output<typeof MemberCounts>;

/** `GET /clubs/{number}/athletes`: members, by name. */
export const ClubAthletes = z.object({
  club: Club,
  items: z.array(Athlete),
  /** How many answer the filters, those of other pages included. */
  total: z.int().min(0),
  counts: MemberCounts,
  /** False when more members exist than this page and those before it show. */
  total_is_exact: z.boolean(),
});
export type ClubAthletes = z.output<typeof ClubAthletes>;
