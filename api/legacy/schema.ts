import { z } from "zod";
import { MAX_DISTANCE } from "@mypacer/shared/domain/table/pace_table.ts";
import { QUERY_LENGTH } from "@mypacer/shared/contract/limits.ts";

/** Largest number that PostgreSQL's `bigint`, the original's ids and offsets, stays below. */
const BIGINT_LIMIT = 2 ** 63;
/** Slowest pace accepted, s/km: one kilometer a day. */
const SLOWEST_PACE = 86_400;

const whole = () => z.number().multipleOf(1);

/** Body of `POST /generate_table`. Paces in s/km, distances in m. */
export const GenerateTableBody = z.object({
  /** The slowest pace. */
  min_pace: z.number().gt(0).max(SLOWEST_PACE),
  /** The fastest pace. */
  max_pace: z.number().gt(0).max(SLOWEST_PACE),
  increment: z.number().gt(0).max(SLOWEST_PACE),
  distances: z.array(z.number().gt(0).max(MAX_DISTANCE)).min(1).nullish(),
});

/**
 * Answer of `POST /generate_table`: slowest first; beside these two keys one a distance, as given.
 */
export const GeneratedTable = z.array(
  z.object({ pace: z.number(), speed: z.number() }).catchall(z.number()),
);

/** Query of `GET /get_athletes`. */
export const GetAthletesQuery = z.object({
  name: z.string().trim().min(1).max(QUERY_LENGTH.max),
  /** Brought to 1–100. */
  limit: whole().default(25),
  offset: whole().min(0).lt(BIGINT_LIMIT).default(0),
});

/** Answer of `GET /get_athletes`. */
export const LegacyAthletes = z.array(z.object({
  id: z.int(),
  ffa_id: z.string(),
  name: z.string(),
  url: z.string(),
  /** The birth year: nothing more exact leaves this API, and nothing of who may be under 16. */
  birth_date: z.string().nullable(),
  /** Always null: license numbers do not leave this API. */
  license_id: z.null(),
  sexe: z.string().nullable(),
  nationality: z.string().nullable(),
  score: z.number(),
}));
export type LegacyAthlete = z.output<typeof LegacyAthletes>[number];

/** Query of `GET /get_athlete_records`. */
export const GetAthleteRecordsQuery = z.object({
  /** `id` of `GET /get_athletes`. */
  ident: whole().min(1).lt(BIGINT_LIMIT),
});

/** Answer of `GET /get_athlete_records`: best time in s by distance in m. */
export const LegacyRecords = z.record(z.string(), z.number());

/** Answer of `GET /database_status`. */
export const DatabaseStatus = z.object({
  num_clubs: z.int(),
  num_athletes: z.int(),
  last_update: z.string().nullable(),
});

/** Answer of `GET /health`. */
export const Health = z.object({ status: z.literal("healthy"), service: z.literal("mypacer-api") });

/** Answer of `GET /health/ready`. */
export const Ready = z.object({
  status: z.literal("ready"),
  service: z.literal("mypacer-api"),
  database: z.literal("connected"),
  athletes_count: z.int(),
  /** Not of the original: what answers searches now. */
  search_engine: z.enum(["sql", "memory"]),
});
