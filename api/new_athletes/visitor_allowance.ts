import { describeFailure, tooManyRequests } from "../federation/failure.ts";
import { type Allowance, TokenBucket } from "../http/token_bucket.ts";

/**
 * Takes leave for one request.
 *
 * @param stillNeeded Requests that the question may need, this one included.
 */
export type TakeLeave = (stillNeeded: number) => void;

/** Requests set aside for whoever asks the same question again. */
interface Promised {
  count: number;
  /** When they are there, ms since 1970. */
  from: number;
}

/**
 * Most promises at once: with the usual allowance who never comes back holds others up for 80 s at
 * most.
 */
const MAX_PROMISES = 10;
/**
 * Longest pause of the whole installation after which requests are set aside, s: who must wait
 * longer rarely comes back.
 */
const LONGEST_PAUSE_S = 120;
/**
 * How long promised requests wait for who comes late, ms: whole seconds, a slow network, a
 * hesitating hand.
 */
const GRACE_MS = 15_000;

/**
 * What visitors may ask of the federation beside records, all together.
 *
 * Who is refused is told when everything that the question may still need is there, and that much
 * is set aside: it is there for the same question at that moment, whoever else asks meanwhile.
 */
export class VisitorAllowance {
  readonly #bucket: TokenBucket;
  readonly #clock: () => Date;
  readonly #promises = new Map<string, Promised>();

  constructor(allowance: Allowance, clock: () => Date) {
    this.#bucket = new TokenBucket(allowance, clock);
    this.#clock = clock;
  }

  /**
   * Runs what sends requests to the federation for one question.
   *
   * @param question The same text for the same question, of which one is under way at a time.
   * @param ask Takes leave before each request. Leave that was promised and not taken is put back.
   * @throws {ProblemError} 429 from taking leave when there is none, with the promised moment; what
   *   `ask` throws.
   */
  async use<T>(question: string, ask: (take: TakeLeave) => Promise<T>): Promise<T> {
    this.#putBackUnclaimed();
    const promised = this.#promises.get(question);
    const tooEarly = promised !== undefined && this.#now() < promised.from;
    let claimed = 0;
    if (promised !== undefined && !tooEarly) {
      this.#promises.delete(question);
      claimed = promised.count;
    }
    const take = (stillNeeded: number) => {
      if (claimed > 0) claimed--;
      else if (tooEarly) throw tooManyRequests((promised.from - this.#now()) / 1000);
      else if (this.#bucket.take() > 0) throw tooManyRequests(this.#promise(question, stillNeeded));
    };
    try {
      const answer = await ask(take);
      // It needed less than was promised to it.
      this.#release(question);
      return answer;
    } catch (error) {
      const { reason, retryAfter } = describeFailure(error);
      // Nothing was sent. Who comes back when the whole installation may send again is not refused
      // here.
      if (reason === "budget-spent") claimed = this.#setAside(question, claimed + 1, retryAfter);
      throw error;
    } finally {
      this.#bucket.putBack(claimed);
    }
  }

  /**
   * @returns Seconds until so many requests may be sent, by this question alone where a promise can
   * be made.
   */
  #promise(question: string, count: number): number {
    if (this.#promises.size >= MAX_PROMISES) return this.#bucket.secondsUntil(count);
    const wait = this.#bucket.reserve(count);
    this.#promises.set(question, { count, from: this.#now() + wait * 1000 });
    return wait;
  }

  /**
   * Sets taken requests aside for some seconds.
   *
   * @returns How many of them have to be put back instead.
   */
  #setAside(question: string, count: number, seconds: number): number {
    if (this.#promises.size >= MAX_PROMISES || seconds > LONGEST_PAUSE_S) return count;
    this.#promises.set(question, { count, from: this.#now() + seconds * 1000 });
    return 0;
  }

  #putBackUnclaimed(): void {
    for (const [question, { from }] of this.#promises) {
      if (this.#now() > from + GRACE_MS) this.#release(question);
    }
  }

  #release(question: string): void {
    const promised = this.#promises.get(question);
    if (promised === undefined) return;
    this.#promises.delete(question);
    this.#bucket.putBack(promised.count);
  }

  #now(): number {
    return this.#clock().getTime();
  }
}
