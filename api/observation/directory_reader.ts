import { CheckOutcome } from "@mypacer/shared/contract/status.ts";
import type { Sql } from "@mypacer/shared/database/connect.ts";
import {
  type CheckRow,
  countDirectory,
  type Counts,
  type CrawlRunRow,
  findLastCheck,
  findLastRun,
  findLastUpdate,
} from "../repositories/status.ts";

/** What the directory holds and how fresh it is. */
export interface DirectoryState extends Counts {
  updatedAt: Date | null;
  lastRun: CrawlRunRow | null;
  running: CrawlRunRow | null;
  /** The last check of the federation's pages, and the last one that understood them. */
  lastCheck: CheckRow | null;
  lastUnderstood: CheckRow | null;
}

/** Reads the state of the directory. */
export interface DirectoryReader {
  /** The state, at most a second old; those who ask at once share one reading. */
  read(): Promise<DirectoryState>;
}

/** How long a state is used, ms: counting a million rows takes a tenth of that. */
const STATE_TTL_MS = 1000;

/** Makes the reader of the directory's state. */
export function createDirectoryReader(
  { sql, clock }: { sql: Sql; clock: () => Date },
): DirectoryReader {
  let current: { state: Promise<DirectoryState>; readAt: number } | null = null;
  return {
    read() {
      const now = clock().getTime();
      if (current !== null && Math.abs(now - current.readAt) < STATE_TTL_MS) return current.state;
      const reading = { state: readState(sql), readAt: now };
      current = reading;
      // A failure is for those who wait for it, not for those who ask next.
      reading.state.catch(() => {
        if (current === reading) current = null;
      });
      return reading.state;
    },
  };
}

async function readState(sql: Sql): Promise<DirectoryState> {
  const [counts, updatedAt, lastRun, running, lastCheck, lastUnderstood] = await Promise.all([
    countDirectory(sql),
    findLastUpdate(sql),
    findLastRun(sql, ["finished", "failed"]),
    findLastRun(sql, ["running"]),
    findLastCheck(sql, CheckOutcome.options),
    findLastCheck(sql, ["well", "new"]),
  ]);
  return { ...counts, updatedAt, lastRun, running, lastCheck, lastUnderstood };
}
