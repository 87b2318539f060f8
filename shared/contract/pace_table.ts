import { z } from "zod";
import { MAX_DISTANCE, MAX_DISTANCES, PACE_LIMITS } from "../domain/table/pace_table.ts";

const Pace = z.number().min(PACE_LIMITS.fastest).max(PACE_LIMITS.slowest);

/** What a pace table is asked for: paces and step in s/km, distances in m. */
export const PaceTableOptions = z.object({
  slowest: Pace.default(390),
  fastest: Pace.default(180),
  step: z.number().min(0.1).max(600).default(5),
  distances: z.array(z.number().min(1).max(MAX_DISTANCE)).min(1).max(MAX_DISTANCES).optional(),
});
export type PaceTableOptions = z.output<typeof PaceTableOptions>;

/** One row: a pace, its speed, and the time it takes over each distance. */
export const PaceRow = z.object({
  /** s/km. */
  pace: z.number(),
  /** km/h, 2 decimals. */
  speed: z.number(),
  /** s, 2 decimals, in the order of `distances`. */
  times: z.array(z.number()),
});

/** `GET /pace-table`: slowest pace first. */
export const PaceTable = z.object({
  slowest: z.number(),
  fastest: z.number(),
  step: z.number(),
  distances: z.array(z.number()),
  rows: z.array(PaceRow),
});
export type PaceTable = z.output<typeof PaceTable>;
