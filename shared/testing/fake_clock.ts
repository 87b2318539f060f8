import type { Clock } from "../process/clock.ts";

interface Timer {
  at: number;
  task: () => void;
}

/** A clock that moves when a test says so. Starts on 1 November 2026, 08:00 UTC. */
export class FakeClock implements Clock {
  #now = Date.UTC(2026, 10, 1, 8);
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  timer(ms: number, task: () => void): () => void {
    const timer = { at: this.#now + ms, task };
    this.#timers.push(timer);
    return () => this.#timers = this.#timers.filter((other) => other !== timer);
  }

  /** Timers not yet due. */
  get pending(): number {
    return this.#timers.length;
  }

  /** Lets time pass; due timers run in their order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    while (this.#next !== undefined && this.#next.at <= end) this.advanceToNext();
    this.#now = end;
  }

  /** Lets time pass with the thread busy: what falls due runs once it is free again. */
  keepBusy(ms: number): void {
    this.#now += ms;
  }

  /** Lets time pass until the next timer is due, and runs it. */
  advanceToNext(): void {
    const next = this.#next;
    if (next === undefined) return;
    this.#timers = this.#timers.filter((other) => other !== next);
    this.#now = Math.max(this.#now, next.at);
    next.task();
  }

  get #next(): Timer | undefined {
    return this.#timers.reduce<Timer | undefined>(
      (first, timer) => first === undefined || timer.at < first.at ? timer : first,
      undefined,
    );
  }
}
