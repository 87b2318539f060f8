import { z } from "zod";
import { FfaId } from "./athlete.ts";
import { QUERY_LENGTH } from "./limits.ts";

/** Fewest letters the federation is asked for: its own page asks for no fewer. */
export const FEDERATION_QUERY_MIN_LENGTH = 3;

/** Query of `GET /federation/athletes`. */
export const FederationQuery = z.object({
  q: z.string().trim().min(FEDERATION_QUERY_MIN_LENGTH).max(QUERY_LENGTH.max),
});
export type FederationQuery = z.output<typeof FederationQuery>;

/** An athlete found by the federation's own search. */
export const FederationAthlete = z.object({
  ffa_id: FfaId,
  /** As published: `SURNAME Given`. */
  name: z.string(),
  sex: z.enum(["M", "F"]).nullable(),
  /** Name of the club; its number is not told there. */
  club: z.string().nullable(),
  /** The athlete's page on the federation's site. */
  url: z.url(),
  /** In the directory already; `POST /athletes` adds who is not. */
  listed: z.boolean(),
});
export type FederationAthlete = z.output<typeof FederationAthlete>;

/** `GET /federation/athletes`: in the federation's order. */
export const FederationAthletes = z.object({
  items: z.array(FederationAthlete),
  /** False when the federation found more than are shown. */
  total_is_exact: z.boolean(),
});
export type FederationAthletes = z.output<typeof FederationAthletes>;

/** Body of `POST /athletes`: who is to be added to the directory. */
export const AthleteToAdd = z.object({ ffa_id: FfaId }).strict();
export type AthleteToAdd = z.output<typeof AthleteToAdd>;
