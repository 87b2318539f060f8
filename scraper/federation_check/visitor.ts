import {
  type FederationClient,
  FederationError,
  type Page,
} from "@mypacer/shared/federation/client.ts";
import { type PageNature, recognizePage } from "@mypacer/shared/federation/parsers/frame.ts";
import { PageShapeError } from "@mypacer/shared/federation/shape.ts";
import { type PageReader, type Reading, readPage } from "./reading/read_page.ts";
import type { Step } from "./steps.ts";
import { type Verdict, verdictOfError } from "./verdict.ts";

/** What an answer is, before anything is read of it. */
export type Frame = PageNature | "rows" | "json";

/** A page that was asked for, and what came of it. */
export interface Visit {
  step: Step;
  /** Null for a page that was not asked for. */
  url: URL | null;
  verdict: Verdict;
  /** Why it is no plain success; null for one. */
  note: string | null;
  status: number | null;
  /** From sending the request to the end of the answer. */
  milliseconds: number | null;
  /** Of the body as it is read. */
  bytes: number | null;
  charset: string | null;
  contentEncoding: string | null;
  frame: Frame | null;
  reading: Reading | null;
  /** The page as it came; empty without one. */
  body: string;
}

/** What is expected of a page beyond its shape. */
export interface Expectation<P> {
  /**
   * Says what shows that a page which is read is another than it must be; null when nothing does.
   */
  findFault?: (page: P) => string | null;
  /** Says what is odd about a page that is understood; null when nothing is. */
  findOddity?: (page: P) => string | null;
  /** Whether the page may be one that does not exist (404). */
  mayBeMissing?: boolean;
  /** Whether another page of the kind is asked for where this one does not exist or has a fault. */
  hasSecondTry?: boolean;
}

export interface VisitorOptions {
  federation: FederationClient;
  signal: AbortSignal;
  /** Most requests, those that follow a redirect included. */
  limit: number;
  /** Called with each page once it has come or failed. */
  onVisit: (visit: Visit) => void;
}

/** Failures in a row after which the site is left alone: the second one is no accident. */
const MOST_FAILURES = 2;
/** Failures, and answers in place of pages, after which nothing further is asked for at once. */
const STOPPING = new Set([
  "forbidden",
  "circuit-open",
  "foreign-redirect",
  "maintenance",
  "challenge",
]);

/** Asks for pages one by one, and notes what came of each. */
export class Visitor {
  readonly visits: Visit[] = [];
  /** Where pages came from in place of where they were asked for, the first time that was so. */
  redirectedTo: string | null = null;
  readonly #options: VisitorOptions;
  readonly #requestsBefore: number;
  #failures = 0;
  #stopped: string | null = null;

  constructor(options: VisitorOptions) {
    this.#options = options;
    this.#requestsBefore = options.federation.counters.requests;
  }

  /** Requests that may still be sent. */
  get requestsLeft(): number {
    const sent = this.#options.federation.counters.requests - this.#requestsBefore;
    return Math.max(0, this.#options.limit - sent);
  }

  /** Requests sent. */
  get requests(): number {
    return this.#options.federation.counters.requests - this.#requestsBefore;
  }

  /**
   * Asks for a page and reads it.
   *
   * @returns Null when it could not be had or was not understood; why is noted.
   * @throws What the signal was aborted with.
   */
  async visit<P, E extends object>(
    step: Step,
    url: URL,
    reader: PageReader<P, E>,
    expectation: Expectation<P> = {},
  ): Promise<P | null> {
    const { findFault = () => null, findOddity = () => null, hasSecondTry = false } = expectation;
    if (this.#stopped !== null) return this.skip(step, this.#stopped);
    if (this.requestsLeft === 0) {
      return this.skip(step, `all ${this.#options.limit} requests are spent`);
    }
    const answer = await this.#ask(step, url, expectation);
    if (answer === null) return null;
    const { page, visit } = answer;
    const trouble = reader.findTrouble(page.body, page.transfer);
    if (trouble !== null) {
      this.#countFailure(visit.frame);
      this.#note({ ...visit, verdict: "down", note: trouble });
      return null;
    }
    this.#failures = 0;
    try {
      const { page: parsed, reading } = readPage(page.body, reader, page.transfer);
      const fault = findFault(parsed);
      const note = fault ?? findOddity(parsed);
      const isOdd = note !== null || isNew(reading, reader.isOnePerson ?? false);
      const isChanged = fault !== null && !hasSecondTry;
      const verdict = isChanged ? "changed" : isOdd ? "new" : "well";
      this.#note({ ...visit, reading, verdict, note });
      return fault === null ? parsed : null;
    } catch (error) {
      if (!(error instanceof PageShapeError)) throw error;
      this.#note({ ...visit, verdict: "changed", note: error.message });
      return null;
    }
  }

  /** Notes that a page is not asked for, and why. */
  skip(step: Step, reason: string): null {
    this.#note({ ...NO_ANSWER, step, verdict: "skipped", note: reason });
    return null;
  }

  async #ask<P>(
    step: Step,
    url: URL,
    { mayBeMissing = false, hasSecondTry = false }: Expectation<P>,
  ) {
    const { federation, signal } = this.#options;
    try {
      const page = await federation.get(url, { signal, retries: 0 });
      if (page.url.origin !== url.origin) this.redirectedTo ??= page.url.origin;
      return { page, visit: { ...NO_ANSWER, step, url: page.url, ...readTransfer(page) } };
    } catch (error) {
      if (!(error instanceof FederationError)) throw error;
      const { kind, status, message } = error;
      const isMissing = kind === "not-found" && mayBeMissing;
      const isGone = kind === "not-found" && hasSecondTry;
      const verdict = isMissing ? "well" : isGone ? "new" : verdictOfError(error);
      if (verdict === "down" || verdict === "refused") this.#countFailure(kind);
      this.#note({ ...NO_ANSWER, step, url, verdict, status, note: isMissing ? null : message });
      return null;
    }
  }

  /**
   * Counts a failure in a row; the page that robots.txt refuses is none, since nothing was asked.
   */
  #countFailure(kind: string): void {
    if (kind === "refused-by-robots") return;
    this.#failures++;
    if (STOPPING.has(kind) || this.#failures >= MOST_FAILURES) {
      this.#stopped = "the site is left alone: see above";
    }
  }

  #note(visit: Visit): void {
    this.visits.push(visit);
    this.#options.onVisit(visit);
  }
}

/** What a visit holds before there is an answer. */
const NO_ANSWER = {
  url: null,
  note: null,
  status: null,
  milliseconds: null,
  bytes: null,
  charset: null,
  contentEncoding: null,
  frame: null,
  reading: null,
  body: "",
};

function readTransfer({ status, body, transfer }: Page) {
  const { milliseconds, bytes, contentType, contentEncoding } = transfer;
  return {
    status,
    body,
    milliseconds: Math.round(milliseconds),
    bytes,
    charset: /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null,
    contentEncoding,
    frame: findFrame(body),
  };
}

function findFrame(body: string): Frame {
  const start = body.replace(/^\ufeff/, "").trimStart();
  if (/^(?:[\w$.]+\()?[[{]/.test(start)) return "json";
  // Next to nothing is what stands for no results.
  if (start.length <= 10 || /^<(?:table|thead|tbody|tr)[\s>]/i.test(start)) return "rows";
  return recognizePage(body);
}

/** Share of rows left out from which their shape counts as new: more than odd rows now and then. */
const SKIPPED_SHARE = 0.05;

/** Fewest rows of which a field that all lack counts as missing: one athlete may lack it. */
const ENOUGH_ROWS = 3;

function isNew({ missing, unknown, skipped, rows }: Reading, isOnePerson: boolean): boolean {
  const isMissing = missing.length > 0 && (isOnePerson || rows >= ENOUGH_ROWS);
  return isMissing || unknown.length > 0 ||
    skipped > SKIPPED_SHARE * (rows + skipped);
}
