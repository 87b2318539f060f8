import { createFederationClient, type FederationClient } from "../federation/client.ts";
import type { FederationClientOptions } from "../federation/client_types.ts";
import { federationUrls } from "../federation/urls.ts";
import { FakeClock } from "./fake_clock.ts";
import { until } from "./until.ts";
import { type LocalServer, serveLocally } from "./local_server.ts";

/** One request that reached the local site. */
export interface Visit {
  path: string;
  /** Milliseconds of the fake clock since the test began. */
  at: number;
  headers: Headers;
}

/** Answers one request; `count` is its number among those for its path, from 1. */
export type Handler = (
  path: string,
  count: number,
  request: Request,
) => Response | Promise<Response>;

/** A real HTTP server on this machine, a client of it, and a clock that the test controls. */
export class LocalSite implements AsyncDisposable {
  readonly clock = new FakeClock();
  readonly visits: Visit[] = [];
  readonly logged: string[] = [];
  readonly client: FederationClient;
  readonly base: URL;
  /** Most requests that were answered at the same time. */
  busiest = 0;
  readonly #server: LocalServer;
  readonly #start = this.clock.now();

  /** @param handler Answers every page except robots.txt, which does not exist without `robots`. */
  constructor(handler: Handler, { robots, ...options }: LocalSiteOptions = {}) {
    const counts = new Map<string, number>();
    let busy = 0;
    this.#server = serveLocally(async (request) => {
      const { pathname, search } = new URL(request.url);
      const path = pathname + search;
      const count = (counts.get(path) ?? 0) + 1;
      counts.set(path, count);
      this.visits.push({ path, at: this.clock.now() - this.#start, headers: request.headers });
      this.busiest = Math.max(this.busiest, ++busy);
      try {
        if (path === "/robots.txt") {
          return robots?.(count) ?? new Response("none", { status: 404 });
        }
        return await handler(path, count, request);
      } finally {
        busy--;
      }
    });
    this.base = new URL(this.#server.url);
    this.client = this.connect(options);
  }

  /** Another client of the same site. */
  connect(options: Partial<FederationClientOptions> = {}): FederationClient {
    const note = (message: string, fields?: Record<string, unknown>) => {
      this.logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
    };
    return createFederationClient({
      baseUrl: this.base,
      contact: "https://mypacer.example/contact",
      rate: 0,
      version: "0.1",
      log: { debug: note, info: note, warn: note, error: note },
      clock: this.clock,
      random: () => 0.5,
      ...options,
    });
  }

  /** Reads a path through the client. */
  get(path: string, options: Parameters<FederationClient["get"]>[1] = {}) {
    return this.client.get(new URL(path, this.base), options);
  }

  /**
   * Lets time pass, whenever nothing else happens, until the promise is settled.
   *
   * @param client Whose request it is.
   */
  async drive<T>(promise: Promise<T>, client = this.client): Promise<T> {
    let settled = false;
    const end = () => settled = true;
    promise.then(end, end);
    await until("the end of what was asked", async () => {
      await turn();
      if (!settled && client.counters.active === 0) this.clock.advanceToNext();
      return settled;
    }, { pollEvery: 0 });
    return await promise;
  }

  /**
   * Waits, in real time, until something holds.
   *
   * @throws {Error} With the condition, after a minute.
   */
  async until(condition: () => boolean): Promise<void> {
    await until(String(condition), condition, { pollEvery: 0 });
  }

  /** Paths asked for, without robots.txt. */
  get paths(): string[] {
    return this.pages.map(({ path }) => path);
  }

  /** Visits, without those of robots.txt. */
  get pages(): Visit[] {
    return this.visits.filter(({ path }) => path !== "/robots.txt");
  }

  get urls() {
    return federationUrls(this.base);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.client.close();
    await this.#server[Symbol.asyncDispose]();
  }
}

interface LocalSiteOptions extends Partial<FederationClientOptions> {
  robots?: (count: number) => Response;
}

/** Lets the event loop go round once. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
