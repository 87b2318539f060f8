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

/** A network, and how many times the share of a visitor it may read. */
interface Network {
  key: string;
  factor: number;
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
    const { percent, clock } = this.#options;
    if (percent === 0 || ffaIds.length === 0) return 0;
    await this.#ensureSize();
    const now = clock().getTime();
    const ids = [...new Set(ffaIds)];
    const networks = networksOf(client).map(({ key, factor }) => {
      const { once, perMs } = this.#allowance(factor);
      // A question that is refused does not keep a network from being forgotten.
      const reader = this.#readers.peek(key);
      const isToday = reader !== undefined && now - reader.since < DAY_MS;
      const athletes = isToday ? reader.athletes : new IdSet();
      const remaining = reader === undefined
        ? once
        : Math.min(once, reader.remaining + Math.max(0, now - reader.countedAt) * perMs);
      const newIds = ids.filter((ffaId) => !athletes.has(ffaId));
      const wait = Math.max(0, newIds.length - remaining) / perMs;
      return { key, athletes, since: isToday ? reader.since : now, remaining, newIds, wait };
    });
    const wait = Math.max(...networks.map((network) => network.wait));
    if (wait > 0) {
      this.refused++;
      return Math.ceil(wait / 1000);
    }
    for (const { key, athletes, since, remaining, newIds } of networks) {
      for (const ffaId of newIds) athletes.add(ffaId);
      const reader = { remaining: remaining - newIds.length, countedAt: now, athletes, since };
      this.#readers.set(key, reader);
    }
    return 0;
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

/** The networks that a client stands for: its own and, of IPv6, the /48 around it. */
function networksOf(client: string): Network[] {
  const groups = client.split(":");
  const own = { key: client, factor: 1 };
  return groups.length < 4
    ? [own]
    : [own, { key: `${groups.slice(0, 3).join(":")}::/48`, factor: WIDE_FACTOR }];
}
