import type { Logger } from "@mypacer/shared/process/log.ts";
import { LRUCache } from "lru-cache";
import { IdSet } from "./id_set.ts";

const DAY_MS = 86_400_000;
/**
 * Fewest athletes that a network may read in a day, and at once: seven pages of results, and the
 * longest answer. A share of a small directory would be less than one visitor needs.
 */
const FEWEST = { day: 150, once: 100 };
/** How long a count of the directory is used, ms: the directory changes once a week. */
const SIZE_TTL_MS = 600_000;
/** How much more than one /64 the /48 around it may read: it may be one household, or many. */
const WIDE_FACTOR = 4;
/** Memory that all readers together may take: some 240 that have read a whole share. */
const MAX_BYTES = 32e6;
/** Memory of a reader beside its set and its name: measured, rounded up. */
const READER_BYTES = 500;

/** Most that a thread is lent at once: some fifty answers. */
const MOST_LENT = 500;
/** Fewest that are worth a loan. */
const FEWEST_LENT = 100;
/** Part of what a network may still read that is lent at once: other threads borrow as well. */
const LENT_PART = 0.1;

/** What is remembered of a network. */
interface Reader {
  /** Athletes it may still read. */
  remaining: number;
  /** When that was counted, ms since 1970. */
  countedAt: number;
  /** Athletes it has read. */
  athletes: IdSet;
  /** When the first of them was read, ms since 1970. */
  since: number;
}

/** A network of a client, as it stands now. */
interface Account extends Omit<Reader, "countedAt"> {
  key: string;
  /** Athletes that come back in a millisecond. */
  perMs: number;
}

/** What a network is told, and what it may read without asking again. */
export interface Loan {
  /** As of `take`. */
  wait: number;
  /** Athletes that are taken from its share for this, at most; to be paid back. */
  lent: number;
}

/** What was read of loans, and what is left of them. */
export interface Repayment {
  /** Who read, as `clientOf` names them. */
  client: string;
  /** Who was read, once or several times: as many as of the loans are not left. */
  ffaIds: readonly string[];
  left: number;
}

/** What the bound works with. */
export interface DirectoryShareOptions {
  /** Share of the directory that one network may read in a day, percent; 0 = no bound. */
  percent: number;
  /** Athletes in the directory. */
  countAthletes: () => Promise<number>;
  clock: () => Date;
  log: Logger;
  /** Memory that all readers together may take, bytes. */
  maxBytes?: number;
}

/**
 * Bounds how many different athletes one network may read in a day.
 *
 * Half of its share may be read at once, the other half comes back over the day: within any 24
 * hours a network reads its share at most. An athlete who was read before costs nothing for a day.
 * Nothing is stored; when there are too many networks, the one that has not asked for longest is
 * forgotten and has its share again.
 */
export class DirectoryShare {
  readonly #options: Omit<DirectoryShareOptions, "maxBytes">;
  readonly #readers: LRUCache<string, Reader>;
  #size = 0;
  #sizeAt = -Infinity;
  #counting: Promise<void> | undefined;
  /** Questions that were refused. */
  refused = 0;

  constructor({ maxBytes = MAX_BYTES, ...options }: DirectoryShareOptions) {
    this.#options = options;
    this.#readers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ athletes }, key) => READER_BYTES + 2 * key.length + athletes.bytes,
    });
  }

  /** Memory that readers take, bytes, about. */
  get bytes(): number {
    return this.#readers.calculatedSize;
  }

  /**
   * Takes athletes from the share of a network.
   *
   * @param client Who asks, as `clientOf` names them.
   * @returns 0 when the network may read them, else the seconds until it may; then nothing was
   *   taken.
   */
  async take(client: string, ffaIds: readonly string[]): Promise<number> {
    if (this.#options.percent === 0 || ffaIds.length === 0) return 0;
    await this.#ensureSize();
    const ids = new Set(ffaIds);
    const accounts = this.#accountsOf(client).map((account) => ({
      ...account,
      newIds: [...ids].filter((ffaId) => !account.athletes.has(ffaId)),
    }));
    const wait = Math.max(
      ...accounts.map(({ newIds, remaining, perMs }) =>
        Math.max(0, newIds.length - remaining) / perMs
      ),
    );
    if (wait > 0) {
      this.refused++;
      return Math.ceil(wait / 1000);
    }
    for (const { newIds, ...account } of accounts) {
      for (const ffaId of newIds) account.athletes.add(ffaId);
      this.#store(account, account.remaining - newIds.length);
    }
    return 0;
  }

  /**
   * Takes athletes as `take` does, and as many more for the answers to come as can be lent: none
   * where a network has few left, so that it can read all of them by whichever thread.
   */
  async borrow(client: string, ffaIds: readonly string[]): Promise<Loan> {
    const wait = await this.take(client, ffaIds);
    if (wait > 0 || this.#options.percent === 0) return { wait, lent: 0 };
    const accounts = this.#accountsOf(client);
    const spare = Math.min(...accounts.map(({ remaining }) => remaining));
    const lent = Math.min(MOST_LENT, Math.floor(spare * LENT_PART));
    if (lent < FEWEST_LENT) return { wait, lent: 0 };
    for (const account of accounts) this.#store(account, account.remaining - lent);
    return { wait, lent };
  }

  /** Counts what was read of loans. Gives back what is left of them, and who was read before. */
  repay(repayments: readonly Repayment[]): void {
    for (const { client, ffaIds, left } of repayments) {
      for (const account of this.#accountsOf(client)) {
        const before = account.athletes.size;
        for (const ffaId of ffaIds) account.athletes.add(ffaId);
        const added = account.athletes.size - before;
        this.#store(account, account.remaining + left + ffaIds.length - added);
      }
    }
  }

  /** The networks of a client, with what has come back to each, and whom it has read today. */
  #accountsOf(client: string): Account[] {
    const now = this.#options.clock().getTime();
    return networksOf(client).map(({ key, factor }) => {
      const { once, perMs } = this.#allowance(factor);
      // A question that is refused does not keep a network from being forgotten.
      const reader = this.#readers.peek(key);
      const isToday = reader !== undefined && now - reader.since < DAY_MS;
      const remaining = reader === undefined
        ? once
        : Math.min(once, reader.remaining + Math.max(0, now - reader.countedAt) * perMs);
      return {
        key,
        perMs,
        remaining,
        athletes: isToday ? reader.athletes : new IdSet(),
        since: isToday ? reader.since : now,
      };
    });
  }

  /** Remembers a network as counted now. */
  #store({ key, athletes, since }: Account, remaining: number): void {
    const countedAt = this.#options.clock().getTime();
    this.#readers.set(key, { remaining, countedAt, athletes, since });
  }

  /** How many athletes may be read at once, and how many come back in a millisecond. */
  #allowance(factor: number): { once: number; perMs: number } {
    const share = factor * this.#options.percent / 100 * this.#size;
    const day = Math.max(FEWEST.day * factor, share);
    // No answer names more than the fewest: everyone who waits is answered in the end.
    const once = Math.max(FEWEST.once * factor, day / 2);
    return { once, perMs: (day - once) / DAY_MS };
  }

  /** Counts the directory where that was not done lately; only the first question waits for it. */
  async #ensureSize(): Promise<void> {
    if (this.#options.clock().getTime() - this.#sizeAt > SIZE_TTL_MS) {
      this.#counting ??= this.#count();
    }
    if (this.#size === 0) await this.#counting;
  }

  async #count(): Promise<void> {
    const { countAthletes, clock, log } = this.#options;
    try {
      this.#size = await countAthletes();
    } catch (error) {
      // The last count stays; without one, the fewest may be read.
      log.warn("cannot count the directory", { error });
    } finally {
      this.#sizeAt = clock().getTime();
      this.#counting = undefined;
    }
  }
}

/**
 * The networks that a client stands for, and how many times the share of a visitor each may read:
 * its own and, of IPv6, the /48 around it.
 */
function networksOf(client: string): { key: string; factor: number }[] {
  const groups = client.split(":");
  const own = { key: client, factor: 1 };
  return groups.length < 4
    ? [own]
    : [own, { key: `${groups.slice(0, 3).join(":")}::/48`, factor: WIDE_FACTOR }];
}
