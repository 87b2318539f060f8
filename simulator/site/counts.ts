import { type LoggedRequest, type PaceReport, RequestPace } from "./request_pace.ts";

/** Kinds of requests, as they are counted. */
const REQUEST_KINDS = [
  "club_list",
  "roster",
  "club_results",
  "people_results",
  "athlete",
  "records",
  "results",
  "athlete_tab",
  "results_fragment",
  "search",
  "robots",
  "refused_list",
  "unknown",
] as const;
export type RequestKind = typeof REQUEST_KINDS[number];

/** What was served since the start, or since the counts were reset. */
export type CountsReport = {
  total: number;
  kinds: Record<RequestKind, number>;
  /** Answers by HTTP status. */
  statuses: Record<string, number>;
  /** Struck requests by kind of fault; `overload` is the limit of simultaneous requests. */
  faults: Record<string, number>;
  in_flight: number;
  /** Most requests in flight at once. */
  most_in_flight: number;
  /** Characters of the pages made, before any fault cut them. */
  characters: number;
} & PaceReport;

/** Counts the requests that a simulator serves. */
export class Counts {
  #kinds = new Map<string, number>();
  #statuses = new Map<string, number>();
  #faults = new Map<string, number>();
  #total = 0;
  #characters = 0;
  #inFlight = 0;
  #mostInFlight = 0;
  #pace = new RequestPace();

  get inFlight(): number {
    return this.#inFlight;
  }

  /** Counts a request in. @returns Its number, from 1, and its entry, to be handed to `end()`. */
  begin(kind: RequestKind): { number: number; entry: LoggedRequest } {
    this.#total++;
    this.#inFlight++;
    this.#mostInFlight = Math.max(this.#mostInFlight, this.#inFlight);
    increment(this.#kinds, kind);
    return { number: this.#total, entry: this.#pace.begin(kind) };
  }

  /** Counts a request that a fault struck. */
  countFault(fault: string): void {
    increment(this.#faults, fault);
  }

  /** @param characters Length of the page made; 0 without one. */
  end(entry: LoggedRequest, status: number, characters: number): void {
    entry.status = status;
    this.#inFlight--;
    this.#characters += characters;
    increment(this.#statuses, String(status));
  }

  /** Back to zero; requests in flight stay counted as such. */
  reset(): void {
    this.#kinds = new Map();
    this.#statuses = new Map();
    this.#faults = new Map();
    this.#total = 0;
    this.#characters = 0;
    this.#mostInFlight = this.#inFlight;
    this.#pace = new RequestPace();
  }

  /** The latest requests one by one, oldest first. */
  requests(): LoggedRequest[] {
    return this.#pace.list();
  }

  report(): CountsReport {
    const kinds = Object.fromEntries(
      REQUEST_KINDS.map((kind) => [kind, this.#kinds.get(kind) ?? 0]),
    ) as Record<RequestKind, number>;
    return {
      total: this.#total,
      kinds,
      statuses: Object.fromEntries(this.#statuses),
      faults: Object.fromEntries(this.#faults),
      in_flight: this.#inFlight,
      most_in_flight: this.#mostInFlight,
      characters: this.#characters,
      ...this.#pace.report(),
    };
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
