/** Values kept for a while, the oldest dropped when there are too many. */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, { until: number; value: Value }>();
  readonly #most: number;
  readonly #clock: () => Date;

  constructor({ most, clock }: { most: number; clock: () => Date }) {
    this.#most = most;
    this.#clock = clock;
  }

  /** The value kept under a key; undefined when there is none any more. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > this.#clock().getTime()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  /** Keeps a value for so many milliseconds. */
  set(key: string, value: Value, duration: number): void {
    this.#entries.delete(key);
    if (this.#entries.size >= this.#most) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
    }
    this.#entries.set(key, { until: this.#clock().getTime() + duration, value });
  }

  /** Drops what is kept under a key. */
  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** Drops everything. */
  clear(): void {
    this.#entries.clear();
  }
}
