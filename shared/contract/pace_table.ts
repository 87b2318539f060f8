import { z } from "zod";

/** Slowest and fastest pace a table can hold, s/km: a slow walk, and faster than any world record. */
export const PACE_LIMITS = { slowest: 1800, fastest: 60 } as const;
/** Most cells (rows × distances) one table may have: what is asked beyond is refused before any work. */
export const MAX_CELLS = 100_000;
/** Most distances one table may have. */
export const MAX_DISTANCES = 60;
/** Longest distance of a table, m. */
export const MAX_DISTANCE = 1_000_000;

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
