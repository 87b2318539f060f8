import type { Logger } from "@mypacer/shared/process/log.ts";
import { LRUCache } from "lru-cache";
import { SeenAthletes } from "./seen_athletes.ts";

const DAY = 86_400_000;
/**
 * Fewest athletes that a network may read in a day, and at once: seven pages of results, and the
 * longest answer. A share of a small directory would be less than one visitor needs.
 */
const FEWEST = { day: 150, once: 100 };
/** How old the known size of the directory may be, ms: it changes once a week. */
const SIZE_KEPT = 600_000;
/** How much more than one /64 the /48 around it may read: a household of its own, or many. */
const WIDER = 4;
/** Memory that readers may take in all, bytes. */
const MOST_BYTES = 32e6;
/** Memory of a reader beside its set and its name: measured, rounded up. */
const READER_BYTES = 500;

/** What is remembered of a network. */
interface Reader {
  /** Athletes it may still be told of. */
  left: number;
  /** When `left` was true, ms since 1970. */
  at: number;
  seen: SeenAthletes;
  /** When `seen` was begun, ms since 1970. */
  since: number;
}

/** A network that asks, and how much more than a visitor it may read. */
interface Network {
  key: string;
  factor: number;
}

export interface DirectoryShareOptions {
  /** Share of the directory that one network may read in a day, percent; 0 = no bound. */
  percent: number;
  /** Athletes in the directory. */
  countAthletes: () => Promise<number>;
  clock: () => Date;
  log: Logger;
  /** Memory that all readers together may take, bytes. */
  mostBytes?: number;
}

/**
 * Bounds how many different athletes one network is told of in a day.
 *
 * Half of its share may be read at once, the other half comes back over the day: within any 24
 * hours a network reads its share at most. Who was read before costs nothing while that is
 * remembered, for a day. Nothing is stored; when there are too many networks, the longest unseen
 * is forgotten and has its share again.
 */
export class DirectoryShare {
  readonly #options: Omit<DirectoryShareOptions, "mostBytes">;
  readonly #readers: LRUCache<string, Reader>;
  #size = 0;
  #sizeAt = -Infinity;
  #counting: Promise<void> | undefined;
  /** Questions that were refused. */
  refused = 0;

  constructor({ mostBytes = MOST_BYTES, ...options }: DirectoryShareOptions) {
    this.#options = options;
    this.#readers = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ seen }, key) => READER_BYTES + 2 * key.length + seen.bytes,
    });
  }

  /** Memory that readers take, bytes, about. */
  get bytes(): number {
    return this.#readers.calculatedSize;
  }

  /**
   * Takes leave to tell a network of athletes.
   *
   * @param client Who asks, as `clientOf` names them.
   * @returns 0 when it may be told, else the seconds until it may; then nothing was taken.
   */
  async take(client: string, ffaIds: readonly string[]): Promise<number> {
    const { percent, clock } = this.#options;
    if (percent === 0 || ffaIds.length === 0) return 0;
    await this.#knowSize();
    const now = clock().getTime();
    const asked = [...new Set(ffaIds)];
    const networks = networksOf(client).map(({ key, factor }) => {
      const { once, perMs } = this.#allowance(factor);
      // A question that is refused does not keep a network from being forgotten.
      const reader = this.#readers.peek(key);
      const seen = reader !== undefined && now - reader.since < DAY ? reader.seen : undefined;
      const left = reader === undefined
        ? once
        : Math.min(once, reader.left + Math.max(0, now - reader.at) * perMs);
      const fresh = seen === undefined ? asked : asked.filter((ffaId) => !seen.has(ffaId));
      return { key, reader, seen, left, fresh, wait: Math.max(0, fresh.length - left) / perMs };
    });
    const wait = Math.max(...networks.map((network) => network.wait));
    if (wait > 0) {
      this.refused++;
      return Math.ceil(wait / 1000);
    }
    for (const { key, reader, seen = new SeenAthletes(), left, fresh } of networks) {
      for (const ffaId of fresh) seen.add(ffaId);
      const since = reader?.seen === seen ? reader.since : now;
      this.#readers.set(key, { left: left - fresh.length, at: now, seen, since });
    }
    return 0;
  }

  /** How many athletes may be read at once, and how many come back in a millisecond. */
  #allowance(factor: number): { once: number; perMs: number } {
    const share = factor * this.#options.percent / 100 * this.#size;
    const day = Math.max(FEWEST.day * factor, share);
    // No answer is longer than the fewest: everyone who waits is answered in the end.
    const once = Math.max(FEWEST.once * factor, day / 2);
    return { once, perMs: (day - once) / DAY };
  }

  /** Counts the directory where that was not done lately; only the first question waits for it. */
  async #knowSize(): Promise<void> {
    if (this.#options.clock().getTime() - this.#sizeAt > SIZE_KEPT) {
      this.#counting ??= this.#count();
    }
    if (this.#size === 0) await this.#counting;
  }

  async #count(): Promise<void> {
    const { countAthletes, clock, log } = this.#options;
    try {
      this.#size = await countAthletes();
    } catch (error) {
      // The last known size stays; without one, the fewest may be read.
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
    : [own, { key: `${groups.slice(0, 3).join(":")}::/48`, factor: WIDER }];
}
