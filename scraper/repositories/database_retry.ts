import { codeOf, READ_ONLY } from "@mypacer/shared/database/error_codes.ts";
import { systemClock, wait } from "@mypacer/shared/process/clock.ts";
import { backoff } from "@mypacer/shared/process/backoff.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";

/** Longest wait for the database, ms: a restore or an upgrade takes minutes. */
const TIMEOUT_MS = 600_000;
/** Pauses between two attempts, ms: a collision is over at once, a restart takes seconds. */
const PAUSES = { first: 100, longest: 5000 };

/** Codes of the client, and SQLSTATEs of a server that shuts down or starts: nobody to talk to. */
const CONNECTION_LOSSES = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECTION_NO_PRIMARY",
  "CONNECTION_SILENT",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "EPIPE",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08003",
  "08006",
  // A primary that has become a standby.
  READ_ONLY,
]);
/** SQLSTATEs of work that another transaction was in the way of: it may succeed at once. */
const COLLISIONS = new Set(["40001", "40P01"]);

/** Whether the database could not be reached, rather than refused the work. */
export function isConnectionLoss(error: unknown): boolean {
  return CONNECTION_LOSSES.has(codeOf(error));
}

/**
 * Does work on the database, and tries again while the database is down or another transaction is
 * in the way.
 *
 * @param work Leaves nothing behind when it fails: one transaction.
 * @throws What the work threw last, after ten minutes of attempts.
 */
export async function retryWhileDatabaseIsDown<T>(
  work: () => Promise<T>,
  { log, signal = new AbortController().signal }: { log: Logger; signal?: AbortSignal },
): Promise<T> {
  const until = performance.now() + TIMEOUT_MS;
  for (let failures = 0;; failures++) {
    try {
      return await work();
    } catch (error) {
      const mayRetry = isConnectionLoss(error) || COLLISIONS.has(codeOf(error));
      if (!mayRetry || signal.aborted || performance.now() > until) throw error;
      const pause = backoff(failures, PAUSES);
      log.warn("waiting for the database", { reason: codeOf(error), wait_ms: pause });
      await wait(systemClock, pause, signal);
    }
  }
}
