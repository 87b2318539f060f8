/** Signatures of `autocannon` 9 as far as they are used; the package is plain JavaScript. */

/** One request of the sequence that each connection repeats. */
export interface LoadRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** One connection. */
export interface Client {
  /** Replaces the sequence that the connection sends. */
  setRequests(requests: LoadRequest[]): void;
}

/** What is sent, and how. */
export interface Options {
  url: string;
  connections: number;
  /** Seconds. */
  duration: number;
  requests: LoadRequest[];
  /** Called with each connection before it sends anything. */
  setupClient?: (client: Client) => void;
}

/** What came of it. */
export interface Result {
  /** Answers that were read whole. */
  totalCompletedRequests: number;
  /** Seconds. */
  duration: number;
  errors: number;
  timeouts: number;
  non2xx: number;
}

/** A run under way; resolves with its result. */
export interface Run extends PromiseLike<Result> {
  on(
    event: "response",
    listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
  ): Run;
}

/** Sends requests over some connections at once, each the next one as soon as it is answered. */
export default function autocannon(options: Options): Run;
