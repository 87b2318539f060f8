import type { Sql } from "../../database/connect.ts";
import { PaceState, UNUSED_PACE } from "./rules.ts";
import type { PaceStore } from "./store.ts";

/** How long a seat outlives a process that died, ms. */
const LEASE = 6000;
/** How soon a pause, a free seat or a visitor of another process is noticed, ms. */
const LOOK_EVERY = 200;
/**
 * Longest time between reading the state and writing it, ms: a decision that took longer is made
 * again.
 */
const LONGEST_STEP = 500;

interface PaceRow {
  now: number;
  version: number | null;
  state: unknown;
}

/**
 * Keeps the pace of a whole installation in its database: every process that asks the federation
 * shares it. The time is the database's, so that clocks of different machines do not matter.
 *
 * No lock is held meanwhile: a process that was overtaken decides again.
 *
 * @param options.site Whose requests are counted together: its origin.
 * @param options.persist Does work on the database, again while that is away; at once by default.
 */
export function databaseStore(
  sql: Sql,
  { site, persist = (work) => work() }: {
    site: string;
    persist?: <T>(work: () => Promise<T>) => Promise<T>;
  },
): PaceStore {
  /** @returns Null when another process was faster. */
  async function step<T>(
    rule: (state: PaceState, now: number) => [PaceState, T],
  ): Promise<{ result: T } | null> {
    const [row] = await sql<PaceRow[]>`
      select extract(epoch from clock_timestamp())::float8 * 1000 as now, version, state
      from (select) as always left join federation_pace on site = ${site}
    `;
    if (row === undefined) throw new TypeError("Cannot read the pace: one row always comes");
    const before = row.version === null ? UNUSED_PACE : PaceState.parse(row.state);
    const [after, result] = rule(before, row.now);
    if (after === before) return { result };
    const state = JSON.stringify(after);
    const written = row.version === null
      ? await sql`
        insert into federation_pace (site, version, state) values (${site}, 1, ${state}::text::jsonb)
        on conflict do nothing
      `
      : await sql`
        update federation_pace set version = version + 1, state = ${state}::text::jsonb
        where site = ${site} and version = ${row.version}
          and clock_timestamp() < to_timestamp(${(row.now + LONGEST_STEP) / 1000}::float8)
      `;
    return written.count === 1 ? { result } : null;
  }

  return {
    lease: LEASE,
    lookEvery: LOOK_EVERY,
    change: (rule) =>
      persist(async () => {
        for (;;) {
          const done = await step(rule);
          if (done !== null) return done.result;
        }
      }),
  };
}
