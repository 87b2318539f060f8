import { type Clock, systemClock } from "@mypacer/shared/process/clock.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { DirectoryShare, Loan, Repayment } from "./directory_share.ts";

/** How long a thread keeps a loan, ms, at most: what it read of it is counted that much later. */
const KEPT_MS = 5000;

/** The one count of a process, as another thread than the main one reaches it. */
export interface Lender {
  borrowShare(client: string, ffaIds: readonly string[]): Promise<Loan>;
  repayShare(repayments: readonly Repayment[]): Promise<void>;
}

/**
 * The bound on what a network may read, for a thread beside the main one, which counts.
 *
 * Asking it for each answer takes a quarter of what both threads can answer. So with its first
 * answer to a network a thread borrows from the network's share; of that it answers without asking,
 * and tells within seconds who was read. No network reads more by that: what is lent is taken from
 * its share at once.
 */
export class BorrowedShare implements Pick<DirectoryShare, "take"> {
  readonly #lender: Lender;
  readonly #log: Logger;
  readonly #clock: Clock;
  #loans = new Map<string, { left: number; ffaIds: string[] }>();
  /** Whether all of them are about to be paid back. */
  #isTimed = false;

  constructor(
    { lender, log, clock = systemClock }: { lender: Lender; log: Logger; clock?: Clock },
  ) {
    this.#lender = lender;
    this.#log = log;
    this.#clock = clock;
  }

  /** As `DirectoryShare.take`. */
  async take(client: string, ffaIds: readonly string[]): Promise<number> {
    const loan = this.#loans.get(client);
    if (loan !== undefined && ffaIds.length <= loan.left) {
      loan.left -= ffaIds.length;
      loan.ffaIds.push(...ffaIds);
      return 0;
    }
    if (loan !== undefined) {
      // First: the main thread then knows whom this network has read, and what it may still read.
      this.#loans.delete(client);
      void this.#repay([{ client, ...loan }]);
    }
    const { wait, lent } = await this.#lender.borrowShare(client, ffaIds);
    if (lent > 0) this.#keep(client, lent);
    return wait;
  }

  #keep(client: string, lent: number): void {
    if (!this.#isTimed) this.#clock.timer(KEPT_MS, () => this.#repayAll());
    this.#isTimed = true;
    const loan = this.#loans.get(client);
    // Several questions of one network may have been asked at once.
    if (loan === undefined) this.#loans.set(client, { left: lent, ffaIds: [] });
    else loan.left += lent;
  }

  #repayAll(): void {
    const loans = this.#loans;
    this.#loans = new Map();
    this.#isTimed = false;
    void this.#repay([...loans].map(([client, loan]) => ({ client, ...loan })));
  }

  async #repay(repayments: Repayment[]): Promise<void> {
    try {
      await this.#lender.repayShare(repayments);
    } catch (error) {
      this.#log.warn("what networks read of their loans was not counted", { error });
    }
  }
}
