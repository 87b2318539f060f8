import { LRUCache } from "lru-cache";
import { type Allowance, TokenBucket } from "./token_bucket.ts";

/**
 * Most clients remembered: who is forgotten has a full allowance again, within that of all
 * together.
 */
const MAX_CLIENTS = 10_000;

/**
 * Bounds how often each client, and all of them together, may do something. Nothing of it is
 * stored.
 */
export class ClientLimits {
  readonly #each: Allowance;
  readonly #clock: () => Date;
  readonly #all: TokenBucket;
  readonly #clients = new LRUCache<string, TokenBucket>({ max: MAX_CLIENTS });

  constructor({ each, all }: { each: Allowance; all: Allowance }, clock: () => Date) {
    this.#each = each;
    this.#clock = clock;
    this.#all = new TokenBucket(all, clock);
  }

  /**
   * Takes one from the allowance of a client and of all.
   *
   * @returns 0 when there was one, else the seconds until there is.
   */
  take(client: string): number {
    let bucket = this.#clients.get(client);
    if (bucket === undefined) {
      bucket = new TokenBucket(this.#each, this.#clock);
      this.#clients.set(client, bucket);
    }
    return bucket.take() || this.#all.take();
  }
}

/**
 * Who sends a request, as the proxy in front says: the last address of `X-Forwarded-For`, which it
 * adds itself. Those before are what the client claims. Of an IPv6 address the network counts
 * (/64): one subscriber has all of it.
 *
 * @returns `""` where no proxy says it: such clients share one allowance.
 */
export function clientOf(request: Request): string {
  const address = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return address.includes(":") ? networkOf(address) : address.slice(0, 15);
}

/** First four groups of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [before = "", behind] = address.slice(0, 45).toLowerCase().split("::");
  const groups = before === "" ? [] : before.split(":");
  const rest = behind === undefined || behind === "" ? [] : behind.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => "0");
  return [...groups, ...(behind === undefined ? [] : zeros), ...rest].slice(0, 4).join(":");
}
