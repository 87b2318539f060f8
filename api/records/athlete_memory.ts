import type { Sql } from "@mypacer/shared/database/connect.ts";
import { timedBy } from "@mypacer/shared/process/cache_clock.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { LRUCache } from "lru-cache";
import type { AthleteWithPage } from "../repositories/athlete_with_page.ts";
import type { GroupedLoad } from "../repositories/grouped.ts";

/** What the memory works with. */
export interface AthleteMemoryOptions {
  sql: Sql;
  clock: () => Date;
  log: Logger;
  /** Longest time an athlete is remembered, ms. */
  ttl?: number;
  /** Most athletes remembered; each takes about 1 kB. */
  most?: number;
}

/** Channel on which the database notifies that somebody objected, or that a crawl ended. */
const CHANNEL = "directory_changed";
/** What a crawl or another API changes meanwhile may be shown this much later, ms. */
const TTL = 10_000;
const MOST = 10_000;

/**
 * Remembers athletes for some seconds, so that many readers of few athletes ask the database once.
 *
 * Who objects must be gone at once: the database tells, and everything is forgotten. So nothing is
 * remembered unless the database is being listened to, and each time listening begins anew all is
 * forgotten, since a message may have been lost.
 */
export class AthleteMemory {
  readonly #sql: Sql;
  readonly #log: Logger;
  readonly #known: LRUCache<string, AthleteWithPage>;
  #listening = false;
  /** Counts what made memories untrue: what was asked before is not remembered. */
  #changes = 0;

  constructor({ sql, clock, log, ttl = TTL, most = MOST }: AthleteMemoryOptions) {
    this.#sql = sql;
    this.#log = log;
    this.#known = new LRUCache({ max: most, ttl, ...timedBy(clock) });
  }

  /** Begins to listen. Resolves when the database is listened to, or cannot be. */
  async start(): Promise<void> {
    try {
      await this.#sql.listen(CHANNEL, () => this.#forgetAll(), () => {
        this.#listening = true;
        this.#forgetAll();
      });
    } catch (error) {
      this.#log.warn("the database cannot be listened to; athletes are not remembered", { error });
    }
  }

  /** Forgets an athlete of whom something was written. */
  forget(ffaId: string): void {
    this.#changes++;
    this.#known.delete(ffaId);
  }

  /** Remembers what is found. Who is not found is asked for again each time. */
  remembering(find: GroupedLoad<string, AthleteWithPage>): typeof find {
    return async (ffaId) => {
      const known = this.#known.get(ffaId);
      if (known !== undefined) return known;
      const changes = this.#changes;
      const found = await find(ffaId);
      if (found !== null && this.#listening && changes === this.#changes) {
        this.#known.set(ffaId, found);
      }
      return found;
    };
  }

  #forgetAll(): void {
    this.#changes++;
    this.#known.clear();
  }
}
