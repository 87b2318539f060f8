import type { Status } from "@mypacer/shared/contract/status.ts";
import type { Logger } from "@mypacer/shared/process/log.ts";
import type { SiteFacts } from "../kit/frame/site_facts.ts";

/** Age from which the directory's figures are read anew, ms. */
export const RENEWED_AFTER = 60_000;
/** Age from which a page waits for that: after minutes without a visitor. */
export const OLDEST_SHOWN = 2 * RENEWED_AFTER;

/** The directory's size and freshness, as the foot of every page has them; never fails. */
export class DirectoryFacts {
  readonly #status: () => Promise<Status>;
  readonly #log: Logger;
  readonly #now: () => number;
  #facts: SiteFacts["index"] = null;
  #readAt = -Infinity;
  #reading: Promise<void> | undefined;

  /**
   * @param status Asks the API.
   * @param now A clock, ms.
   */
  constructor(
    { status, log, now = Date.now }: {
      status: () => Promise<Status>;
      log: Logger;
      now?: () => number;
    },
  ) {
    this.#status = status;
    this.#log = log;
    this.#now = now;
  }

  /** The figures, at most {@linkcode OLDEST_SHOWN} old; null where the API never answered. */
  async current(): Promise<SiteFacts["index"]> {
    const age = this.#now() - this.#readAt;
    if (age > RENEWED_AFTER) {
      this.#reading ??= this.#read();
      // Most pages do not wait: they show the last known figures.
      if (this.#facts === null || age > OLDEST_SHOWN) await this.#reading;
    }
    return this.#facts;
  }

  async #read(): Promise<void> {
    try {
      const status = await this.#status();
      this.#facts = {
        athletes: status.athletes,
        clubs: status.clubs,
        updatedAt: status.updated_at,
        simulated: status.federation.simulated,
        federationUrl: status.federation.url,
      };
    } catch (error) {
      // The page is complete without it; the last known figures remain.
      this.#log.warn("cannot read the status of the index", { error });
    } finally {
      this.#readAt = this.#now();
      this.#reading = undefined;
    }
  }
}
