import type { Sql } from "@mypacer/shared/database/connect.ts";
import { timedBy } from "@mypacer/shared/process/cache_clock.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import { LRUCache } from "lru-cache";
import type { AthleteWithPage } from "../repositories/athlete_with_page.ts";
import { DIRECTORY_CHANGED } from "../repositories/directory_version.ts";
import type { GroupedLoad } from "../repositories/grouped.ts";

/** What the memory works with. */
export interface AthleteMemoryOptions {
  sql: Sql;
  clock: () => Date;
  log: Logger;
  /** Longest time an athlete is remembered, ms. */
  ttl?: number;
  /** Most athletes remembered; each takes about 1 kB. */
  max?: number;
}

/** How long an athlete is remembered, ms: what another process changes is shown so much later. */
const ATHLETE_TTL_MS = 10_000;
/** Most athletes remembered: some 10 MB. */
const MAX_ATHLETES = 10_000;

/**
 * Remembers athletes for some seconds, so that many readers of few athletes ask the database once.
 *
 * Who objects must be gone at once: the database notifies, and everything is forgotten. So nothing
 * is remembered unless notifications are received, and each time that begins anew all is forgotten,
 * since one may have been lost.
 */
export class AthleteMemory {
  readonly #sql: Sql;
  readonly #log: Logger;
  readonly #athletes: LRUCache<string, AthleteWithPage>;
  #listening = false;
  /** Counts what made memories wrong: an answer to a question asked before is not remembered. */
  #changes = 0;

  constructor({ sql, clock, log, ttl = ATHLETE_TTL_MS, max = MAX_ATHLETES }: AthleteMemoryOptions) {
    this.#sql = sql;
    this.#log = log;
    this.#athletes = new LRUCache({ max, ttl, ...timedBy(clock) });
  }

  /** Begins to listen. Resolves when the database is listened to, or cannot be. */
  async start(): Promise<void> {
    try {
      await this.#sql.listen(DIRECTORY_CHANGED, () => this.#forgetAll(), () => {
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
    this.#athletes.delete(ffaId);
  }

  /** Remembers whom `find` finds. Who is not found is looked for again each time. */
  remembering(find: GroupedLoad<string, AthleteWithPage>): typeof find {
    return async (ffaId) => {
      const remembered = this.#athletes.get(ffaId);
      if (remembered !== undefined) return remembered;
      const changes = this.#changes;
      const athlete = await find(ffaId);
      if (athlete !== null && this.#listening && changes === this.#changes) {
        this.#athletes.set(ffaId, athlete);
      }
      return athlete;
    };
  }

  #forgetAll(): void {
    this.#changes++;
    this.#athletes.clear();
  }
}
