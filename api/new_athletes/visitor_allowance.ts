import { describeFailure, tooManyRequests } from "../federation/failure.ts";
import { type Allowance, TokenBucket } from "../http/token_bucket.ts";

/**
 * Takes one request from the allowance, before it is sent.
 *
 * @param stillNeeded Requests that the question may need, this one included.
 * @throws {ProblemError} 429 when there is none, with the moment at which the question may be asked
 *   again.
 */
export type TakeRequest = (stillNeeded: number) => void;

/** Requests set aside for whoever asks the same question again. */
interface Reservation {
  count: number;
  /** When they may be sent, ms since 1970. */
  from: number;
}

/**
 * Most reservations at once: of the usual allowance (a request every 2 s) ten questions of four
 * requests that are never asked again hold others up for 80 s.
 */
const MAX_RESERVATIONS = 10;
/**
 * Longest pause of the whole installation for which requests are reserved, s: whoever must wait
 * longer rarely comes back.
 */
const LONGEST_PAUSE_S = 120;
/**
 * How long reserved requests wait for whoever comes late, ms: for a wait in whole seconds, a slow
 * network, a hesitating hand.
 */
const GRACE_MS = 15_000;

/**
 * What visitors may ask of the federation beside records, all together.
 *
 * A visitor who is refused is told when everything that the question may still need can be sent,
 * and that much is reserved: at that moment it is there for the same question, whoever else asks
 * meanwhile.
 */
export class VisitorAllowance {
  readonly #bucket: TokenBucket;
  readonly #clock: () => Date;
  readonly #reservations = new Map<string, Reservation>();

  constructor(allowance: Allowance, clock: () => Date) {
    this.#bucket = new TokenBucket(allowance, clock);
    this.#clock = clock;
  }

  /**
   * Runs what sends requests to the federation for one question.
   *
   * @param question The same text for the same question, of which one is under way at a time.
   * @param ask Takes each request before it sends it. What was reserved and not taken is put back.
   * @throws {ProblemError} 429 from taking a request; what `ask` throws.
   */
  async use<T>(question: string, ask: (take: TakeRequest) => Promise<T>): Promise<T> {
    this.#releaseUnclaimed();
    const reservation = this.#reservations.get(question);
    const isEarly = reservation !== undefined && this.#now() < reservation.from;
    let claimed = 0;
    if (reservation !== undefined && !isEarly) {
      this.#reservations.delete(question);
      claimed = reservation.count;
    }
    const take = (stillNeeded: number) => {
      if (claimed > 0) claimed--;
      else if (isEarly) throw tooManyRequests((reservation.from - this.#now()) / 1000);
      else if (this.#bucket.take() > 0) throw tooManyRequests(this.#reserve(question, stillNeeded));
    };
    try {
      const answer = await ask(take);
      // It needed less than was reserved for it.
      this.#release(question);
      return answer;
    } catch (error) {
      const { reason, retryAfter } = describeFailure(error);
      // Nothing was sent. Whoever comes back when the whole installation may send again is not
      // refused here.
      if (reason === "budget-spent") claimed = this.#setAside(question, claimed + 1, retryAfter);
      throw error;
    } finally {
      this.#bucket.putBack(claimed);
    }
  }

  /**
   * @returns Seconds until so many requests may be sent, by this question alone where they can be
   *   reserved.
   */
  #reserve(question: string, count: number): number {
    if (this.#reservations.size >= MAX_RESERVATIONS) return this.#bucket.secondsUntil(count);
    const wait = this.#bucket.reserve(count);
    this.#reservations.set(question, { count, from: this.#now() + wait * 1000 });
    return wait;
  }

  /**
   * Reserves taken requests for some seconds.
   *
   * @returns How many of them have to be put back instead.
   */
  #setAside(question: string, count: number, seconds: number): number {
    if (this.#reservations.size >= MAX_RESERVATIONS || seconds > LONGEST_PAUSE_S) return count;
    this.#reservations.set(question, { count, from: this.#now() + seconds * 1000 });
    return 0;
  }

  #releaseUnclaimed(): void {
    for (const [question, { from }] of this.#reservations) {
      if (this.#now() > from + GRACE_MS) this.#release(question);
    }
  }

  #release(question: string): void {
    const reservation = this.#reservations.get(question);
    if (reservation === undefined) return;
    this.#reservations.delete(question);
    this.#bucket.putBack(reservation.count);
  }

  #now(): number {
    return this.#clock().getTime();
  }
}
