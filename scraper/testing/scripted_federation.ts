import { connect, type Sql } from "@mypacer/shared/database/connect.ts";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { LocalSite } from "@mypacer/shared/testing/local_site.ts";
import type { LogFields, Logger } from "@mypacer/shared/process/log.ts";
import { crawl } from "../crawl/crawl.ts";
import type { CrawlReport } from "../crawl/crawl_report.ts";
import type { CrawlTools } from "../crawl/crawl_tools.ts";
import { type CrawlRequest, makePlan } from "../plan/plan.ts";
import {
  athletePage,
  clubListPage,
  MORE_FACTS,
  rosterPage,
  type WrittenClub,
  type WrittenMember,
} from "../../simulator/testing/written_pages.ts";

/** Which page a crawl asks for: `clubs 2026 p1`, `roster 075999 2026 p2`, `athlete 7000001`. */
export type PageName = string;

/** What a site answers; a text is a page. */
export type Answer = string | Response | Promise<Response>;

/** The season that tests take for the current one. */
export const CURRENT = 2026;

/**
 * A federation on this machine whose pages a test writes one by one, with a crawler of it and a
 * database of its own.
 */
export class ScriptedFederation implements AsyncDisposable {
  /** Answers by page name; a page without one does not exist. */
  readonly pages = new Map<PageName, (count: number, request: Request) => Answer>();
  readonly logged: { level: string; message: string; fields: LogFields }[] = [];
  /**
   * Whether pages of listed athletes and searches for them are answered as well: what a check asks
   * for.
   */
  answersChecks = false;
  /** Athletes of the seasons that were set, by id. */
  readonly #listed = new Map<string, WrittenMember>();
  readonly site: LocalSite;
  readonly stop = new AbortController();
  readonly #database: Awaited<ReturnType<typeof createTestDatabase>>;
  /**
   * Crawls have the rights that they have in production; what a test prepares is the superuser's.
   */
  readonly #scraperSql: Sql;

  private constructor(
    database: Awaited<ReturnType<typeof createTestDatabase>>,
    options: { robots?: () => Response },
  ) {
    this.#database = database;
    this.#scraperSql = connect({
      url: this.databaseUrl,
      applicationName: "mypacer test",
      max: 5,
    });
    this.site = new LocalSite((...request) => this.#answer(...request), options);
  }

  /** @param options.robots Answers robots.txt; there is none by default. */
  static async open(options: { robots?: () => Response } = {}): Promise<ScriptedFederation> {
    return new ScriptedFederation(await createTestDatabase(), options);
  }

  get sql(): Sql {
    return this.#database.sql;
  }

  get databaseUrl(): string {
    return this.#database.urlAs("mypacer_scraper");
  }

  get tools(): CrawlTools {
    return {
      sql: this.#scraperSql,
      federation: this.site.client,
      urls: this.site.urls,
      log: this.#log,
      progress: { begin() {}, step() {}, end() {} },
      signal: this.stop.signal,
      clock: this.site.clock,
    };
  }

  /** Sets a season of one page of clubs, each with a roster of one page. */
  season(season: number, clubs: readonly (WrittenClub & { athletes: readonly WrittenMember[] })[]) {
    this.pages.set(`clubs ${season} p1`, () => clubListPage(clubs));
    for (const { number, athletes } of clubs) {
      this.pages.set(`roster ${number} ${season} p1`, () => rosterPage(athletes));
      for (const athlete of athletes) this.#listed.set(String(athlete.id), athlete);
    }
  }

  /** Sets the roster of a club in a season, page by page. */
  roster(number: string, season: number, pages: readonly (readonly WrittenMember[])[]) {
    pages.forEach((athletes, index) => {
      const position = { page: index + 1, pages: pages.length };
      this.pages.set(
        `roster ${number} ${season} p${index + 1}`,
        () => rosterPage(athletes, position),
      );
    });
  }

  /** Crawls, with time passing whenever nothing else happens. */
  async crawl(
    request: CrawlRequest = {},
    { budget = null, resume = true, tools = {} }: {
      budget?: number | null;
      resume?: boolean;
      tools?: Partial<CrawlTools>;
    } = {},
  ): Promise<CrawlReport> {
    const plan = makePlan(request, CURRENT);
    return await this.site.drive(crawl({ ...this.tools, ...tools }, { plan, budget, resume }));
  }

  /** Pages that were asked for, by name, in order. */
  get requests(): PageName[] {
    return this.site.paths.map(nameOf);
  }

  /** Federation ids of those the directory holds, in order. */
  async storedIds(): Promise<string[]> {
    const rows = await this.sql<{ ffaId: string }[]>`select ffa_id from athlete order by ffa_id`;
    return rows.map(({ ffaId }) => ffaId);
  }

  #log: Logger = {
    debug: (message, fields = {}) => this.#note("debug", message, fields),
    info: (message, fields = {}) => this.#note("info", message, fields),
    warn: (message, fields = {}) => this.#note("warn", message, fields),
    error: (message, fields = {}) => this.#note("error", message, fields),
  };

  #note(level: string, message: string, fields: LogFields) {
    this.logged.push({ level, message, fields });
  }

  async #answer(path: string, count: number, request: Request): Promise<Response> {
    const answer = await this.pages.get(nameOf(path))?.(count, request) ?? this.#answerCheck(path);
    if (answer === undefined) return new Response("no such page", { status: 404 });
    return typeof answer === "string"
      ? new Response(answer, { headers: { "content-type": "text/html; charset=utf-8" } })
      : answer;
  }

  #answerCheck(path: string): string | undefined {
    if (!this.answersChecks) return undefined;
    const { pathname, searchParams } = new URL(path, "http://localhost");
    const id = /^\/athletes\/(\d+)(?:\/records)?$/.exec(pathname)?.[1];
    const athlete = this.#listed.get(id ?? "");
    if (athlete !== undefined) {
      return athletePage({
        name: athlete.name,
        birthYear: 2004,
        nationality: "FRA",
        facts: MORE_FACTS,
      });
    }
    if (pathname !== "/ajax/autocompletion.aspx") return undefined;
    const text = searchParams.get("recherche") ?? "";
    const matches = [...this.#listed.values()].filter(({ name }) => name.startsWith(text));
    return JSON.stringify(
      matches.map(({ id, name }) => ({ actseq: String(id), nom: name, sexe: "F", club: "" })),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.site[Symbol.asyncDispose]();
    await this.#scraperSql.end({ timeout: 1 });
    await this.#database[Symbol.asyncDispose]();
  }
}

function nameOf(path: string): PageName {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  if (pathname.startsWith("/athletes/")) return `athlete ${pathname.slice("/athletes/".length)}`;
  if (pathname === "/ajax/autocompletion.aspx") return `search ${searchParams.get("recherche")}`;
  const page = Number(searchParams.get("frmposition") ?? 0) + 1;
  const season = searchParams.get("frmsaison");
  if (searchParams.get("frmbase") === "resultats") {
    return `results ${searchParams.get("frmclub")} ${season} p${page}`;
  }
  return searchParams.get("frmmode") === "1"
    ? `clubs ${season} p${page}`
    : `roster ${searchParams.get("frmnclub")} ${season} p${page}`;
}
