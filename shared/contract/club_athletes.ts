import { z } from "zod";
import { Athlete } from "./athlete.ts";
import { Club } from "./club.ts";

/** `GET /clubs/{number}/athletes`: members, by name. */
export const ClubAthletes = z.object({
  club: Club,
  items: z.array(Athlete),
  /** False when more members exist than this page and those before it show. */
  total_is_exact: z.boolean(),
});
export type ClubAthletes = z.output<typeof ClubAthletes>;
