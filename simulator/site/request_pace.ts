/** Length of the window over which requests are counted, in milliseconds. */
const WINDOW_MS = 60_000;
/** Requests listed one by one: about three hours at one a second. */
const MOST_LISTED = 10_000;

/** One request that was served. */
export type LoggedRequest = {
  /** When it came in, in milliseconds since 1970, with fractions. */
  at: number;
  /** What it was for. */
  kind: string;
  /** HTTP status of the answer; null while it is in flight. */
  status: number | null;
};

/** How close to each other requests came in. */
export type PaceReport = {
  /** Shortest time between the starts of two requests, in milliseconds; null before the second. */
  smallest_gap_ms: number | null;
  /** Most requests that started within any 60 seconds. */
  most_in_60_s: number;
};

/** Measures when requests come in: by that a visitor's politeness is judged. */
export class RequestPace {
  readonly #now: () => number;
  #latest: LoggedRequest[] = [];
  /** Moments within the window that ends with the last request; those before `#first` are out. */
  #window: number[] = [];
  #first = 0;
  #smallestGap = Infinity;
  #mostInWindow = 0;

  /** @param now The present moment, in milliseconds since 1970; must never go backwards. */
  constructor(now: () => number = () => performance.timeOrigin + performance.now()) {
    this.#now = now;
  }

  /** Notes that a request came in. Its status is set by the caller once it is answered. */
  begin(kind: string): LoggedRequest {
    const request: LoggedRequest = { at: this.#now(), kind, status: null };
    const last = this.#window.at(-1);
    if (last !== undefined) this.#smallestGap = Math.min(this.#smallestGap, request.at - last);
    this.#window.push(request.at);
    while (request.at - (this.#window[this.#first] ?? request.at) >= WINDOW_MS) this.#first++;
    this.#mostInWindow = Math.max(this.#mostInWindow, this.#window.length - this.#first);
    // Cutting what is out only now and then keeps a request's cost constant.
    if (this.#first > MOST_LISTED) {
      this.#window.splice(0, this.#first);
      this.#first = 0;
    }
    this.#latest.push(request);
    if (this.#latest.length > 2 * MOST_LISTED) this.#latest.splice(0, MOST_LISTED);
    return request;
  }

  /** The latest requests, oldest first: 10,000 at most. */
  list(): LoggedRequest[] {
    return this.#latest.slice(-MOST_LISTED).map((request) => ({ ...request }));
  }

  report(): PaceReport {
    return {
      smallest_gap_ms: this.#smallestGap === Infinity ? null : this.#smallestGap,
      most_in_60_s: this.#mostInWindow,
    };
  }
}
