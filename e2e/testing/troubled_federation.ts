/** A simulated federation whose faults a test switches, with a crawler and an API that read it. */
import { LocalSite } from "@mypacer/shared/testing/local_site.ts";
import { type FederationUrls, federationUrls } from "@mypacer/shared/federation/urls.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import type { Allowance } from "../../api/http/token_bucket.ts";
import { createTestApp, type TestApp } from "../../api/testing/test_app.ts";
import { crawl } from "../../scraper/crawl/crawl.ts";
import type { CrawlReport } from "../../scraper/crawl/crawl_report.ts";
import { type CrawlRequest, makePlan } from "../../scraper/plan/plan.ts";
import type { FaultRule } from "../../simulator/faults/faults.ts";
import { createSimulator, type SimulatorOptions } from "../../simulator/site/create_simulator.ts";
import type { Simulator } from "../../simulator/site/simulator.ts";
import type { Person } from "../../simulator/people/people.ts";

/** The season that is crawled: over, so that everybody's results are there. */
export const SEASON = 2026;

const SIZE: SimulatorOptions = {
  seed: 1,
  clubs: 6,
  athletes: 150,
  firstSeason: 2025,
  lastSeason: 2027,
  today: new Date("2026-11-23T12:00:00Z"),
};

/** What a test says of the federation and of those who read it. */
export type TroubledOptions = Partial<SimulatorOptions> & {
  /** Time for a whole answer that the API allows, ms. */
  timeout?: number;
  /** How often visitors may have the federation searched. */
  federationSearches?: Allowance;
  /** Name of the site's host; without one it has the address of this machine. */
  host?: string;
};

/** Crawler and API read the same federation into the same database. */
export class TroubledFederation implements AsyncDisposable {
  readonly simulator: Simulator;
  readonly app: TestApp;
  readonly #site: LocalSite;
  readonly #urls: FederationUrls;

  private constructor(
    { simulator, site, app, urls }: {
      simulator: Simulator;
      site: LocalSite;
      app: TestApp;
      urls: FederationUrls;
    },
  ) {
    this.simulator = simulator;
    this.app = app;
    this.#site = site;
    this.#urls = urls;
  }

  static async open(
    { timeout, federationSearches, host, ...size }: TroubledOptions = {},
  ): Promise<TroubledFederation> {
    const simulator = createSimulator({ ...SIZE, ...size });
    // Not every system knows the names below localhost: requests to one are handed over instead.
    const named = host === undefined ? null : {
      baseUrl: new URL(`http://${host}:8090`),
      fetch: (...request: Parameters<typeof fetch>) => simulator.handler(new Request(...request)),
    };
    const site = new LocalSite(
      (_path, _count, request) => simulator.handler(request),
      named ?? {},
    );
    const baseUrl = named?.baseUrl ?? site.base;
    const app = await createTestApp({
      // Its people are of all ages.
      youngestListed: "BB",
      federationUrl: baseUrl.href,
      recordsMaxAge: 60,
      ...timeout === undefined ? {} : { timeout },
      ...federationSearches === undefined ? {} : { federationSearches },
      ...named === null ? {} : { fetch: named.fetch },
    });
    return new TroubledFederation({ simulator, site, app, urls: federationUrls(baseUrl) });
  }

  /** Switches one fault on, and all others off. */
  strike(...rules: (Pick<FaultRule, "kind"> & Partial<FaultRule>)[]): void {
    this.heal();
    for (const rule of rules) this.simulator.faults.add({ path: "*", rate: 1, ...rule });
  }

  heal(): void {
    this.simulator.faults.clear();
  }

  /** Crawls the season; waiting takes no time. */
  async crawl(request: CrawlRequest = { season: SEASON }): Promise<CrawlReport> {
    return await this.#site.drive(crawl({
      sql: this.app.sql,
      federation: this.#site.client,
      urls: this.#urls,
      log: createLogger("crawl", { level: "error", terminal: false, write: () => {} }),
      progress: { begin() {}, step() {}, end() {} },
      signal: new AbortController().signal,
      clock: this.#site.clock,
    }, { plan: makePlan(request, SEASON + 1), budget: null, resume: true }));
  }

  /** The members of a club in the season, by its place; of all clubs unless given. */
  members(club?: number): Person[] {
    const { data } = this.simulator;
    return data.standings(SEASON)
      .filter((standing) => club === undefined || standing.club === club)
      .flatMap(({ club }) => data.roster(club, SEASON))
      .map(({ index }) => data.people.at(index));
  }

  /** Name by federation id of everybody in the directory. */
  async stored(): Promise<Map<string, string>> {
    const rows = await this.app.sql<{ ffaId: string; name: string }[]>`
      select ffa_id, name from athlete
    `;
    return new Map(rows.map(({ ffaId, name }) => [ffaId, name]));
  }

  /** What the API says of an athlete's records. */
  async records(ffaId: string) {
    const response = await this.app.fetch(`/athletes/${ffaId}/records`);
    return { status: response.status, body: await response.json() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.simulator.stop();
    await this.app[Symbol.asyncDispose]();
    await this.#site[Symbol.asyncDispose]();
  }
}

/** Federation ids in order. */
export function idsOf(people: readonly Person[]): string[] {
  return [...new Set(people.map(({ ffaId }) => ffaId))].sort();
}
