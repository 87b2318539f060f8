import { Analysis } from "@mypacer/shared/contract/analysis.ts";
import { Athlete, AthletePage } from "@mypacer/shared/contract/athlete.ts";
import { ClubDetail, ClubPage } from "@mypacer/shared/contract/club.ts";
import { ClubAthletes } from "@mypacer/shared/contract/club_athletes.ts";
import { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { FederationAthletes } from "@mypacer/shared/contract/federation_search.ts";
import { Problem } from "@mypacer/shared/contract/problem.ts";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { AthleteResults } from "@mypacer/shared/contract/result.ts";
import { RemovalReceipt, type RemovalRequest } from "@mypacer/shared/contract/removal_request.ts";
import { Status } from "@mypacer/shared/contract/status.ts";
import { HttpError } from "fresh/errors";
import { type z, ZodError } from "zod";
import { searchQuery, type SearchWanted } from "../addresses/search_parameters.ts";
import { queryOf } from "../forms/query.ts";
import { unanswered } from "./unanswered.ts";
import { DIRECTORY_SHARE } from "./api_problem.ts";

/** The API did not answer a request properly. */
export class ApiError extends Error {
  override name = "ApiError";
  /**
   * Status of its answer; `late`: no answer in time; null: no answer, or one that breaks the
   * contract.
   */
  readonly status: number | "late" | null;
  /** Seconds after which to ask again, from `Retry-After`. */
  readonly retryAfter: number | null;
  /**
   * Kind of problem that its answer names, e.g. `/problems/unknown-athlete`; null where it names
   * none.
   */
  readonly problem: string | null;

  constructor(
    message: string,
    status: number | "late" | null,
    { retryAfter = null, problem = null }: {
      retryAfter?: number | null;
      problem?: string | null;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
    this.problem = problem;
  }
}

/**
 * The visitor's network has read its share of the directory for now. The error page says so; only
 * pages that show more than people catch it.
 */
export class DirectoryShareError extends HttpError {
  override name = "DirectoryShareError";
  /** Seconds after which it may read more. */
  readonly retryAfter: number | null;

  constructor(retryAfter: number | null) {
    super(429, "The visitor's network has read its share of the directory");
    this.retryAfter = retryAfter;
  }
}

/** Results of one page. */
export const PAGE_SIZE = 20;

/** Longest wait of a page for each answer, ms. */
const TIMEOUT_MS = {
  search: 5000,
  athlete: 2000,
  // A first reading is made at the federation and may take 30 s. The API finishes it in any case,
  // so the page says that it is under way and asks again, rather than stay blank.
  records: 6000,
  // Needed only for the foot of a page.
  status: 500,
  club: 2000,
  removal: 5000,
  // Searched at the federation: the API gives up after 32 s.
  federation: 33_000,
};

/** A search for a page of results, {@linkcode PAGE_SIZE} of them by default. */
export type AthleteSearch = Omit<SearchWanted, "limit"> & { limit?: number };

/** Filters for the athletes of a club. */
export interface ClubAthletesSearch {
  /** Null for any. */
  season: number | null;
  sex: "M" | "F" | null;
  category: string | null;
  /** First letter of the name, `a` to `z`. */
  letter: string | null;
  limit: number;
  offset: number;
}

/** Clubs to choose from where a name fits several. */
const CLUBS = 8;

/** Athletes to compare. */
export interface ComparisonWanted {
  athletes: readonly string[];
  byAge: boolean;
  /** Oldest records used, years; null for all. */
  maxAge: number | null;
}

/** Reads the API for the pages; every answer is validated against the contract. */
export interface ApiClient {
  searchAthletes(search: AthleteSearch): Promise<AthletePage>;
  /** Clubs by name, best first. */
  clubs(query: string, page?: { limit: number; offset: number }): Promise<ClubPage>;
  /** A club with its seasons. */
  club(number: string): Promise<ClubDetail>;
  /** Athletes of a club, by name. */
  clubAthletes(number: string, search: ClubAthletesSearch): Promise<ClubAthletes>;
  /** Stores a request for removal. */
  askRemoval(request: RemovalRequest): Promise<RemovalReceipt>;
  /** Athletes by name, at the federation itself. */
  federationAthletes(query: string): Promise<FederationAthletes>;
  /** Adds an athlete of the federation to the directory. */
  addAthlete(ffaId: string): Promise<Athlete>;
  athlete(ffaId: string): Promise<Athlete>;
  records(ffaId: string): Promise<AthleteRecords>;
  /** The results of a calendar year. */
  results(ffaId: string, year: number): Promise<AthleteResults>;
  /** The analysis of an athlete's records; `maxAge` leaves out older ones, years. */
  analysis(ffaId: string, maxAge: number | null): Promise<Analysis>;
  /** Two to eight athletes side by side. */
  comparison(wanted: ComparisonWanted): Promise<Comparison>;
  status(): Promise<Status>;
}

/**
 * Makes the client of one API.
 *
 * Each method throws an {@link ApiError} when the API does not answer within its timeout, answers
 * another status than 200, or breaks the contract; a {@link DirectoryShareError} when the visitor's
 * network has read its share.
 *
 * @param base Address of the API.
 * @param visitor Address of the visitor: the API limits what each visitor may read.
 */
export function createApiClient(base: string, visitor?: string): ApiClient {
  const accept = {
    accept: "application/json",
    // They are neighbours: compressing takes longer than sending the answer as it is.
    "accept-encoding": "identity",
    ...visitor === undefined ? {} : { "x-forwarded-for": visitor },
  };
  const ask = async <T extends z.ZodType>(
    schema: T,
    path: string,
    timeout: number,
    sent?: unknown,
  ): Promise<z.output<T>> => {
    // Errors are logged: they name the route, never the searched text.
    const route = path.replace(/\?.*$/, "").replace(/\d+/, "{id}");
    const url = new URL(path, base);
    try {
      const response = await fetch(url, {
        ...sent === undefined ? { headers: accept } : {
          method: "POST",
          headers: { ...accept, "content-type": "application/json" },
          body: JSON.stringify(sent),
        },
        signal: AbortSignal.timeout(timeout),
        redirect: "error",
      });
      if (!response.ok) {
        const problem = Problem.pick({ type: true })
          .safeParse(await response.json().catch(() => null));
        const wait = Number(response.headers.get("retry-after") ?? NaN);
        const retryAfter = Number.isFinite(wait) ? wait : null;
        if (problem.data?.type === DIRECTORY_SHARE) throw new DirectoryShareError(retryAfter);
        throw new ApiError(`API answered ${response.status} to ${route}`, response.status, {
          retryAfter,
          problem: problem.data?.type ?? null,
        });
      }
      return schema.parse(await response.json());
    } catch (cause) {
      if (cause instanceof ApiError || cause instanceof DirectoryShareError) throw cause;
      if (cause instanceof DOMException && cause.name === "TimeoutError") {
        throw new ApiError(`API did not answer ${route} within ${timeout} ms`, "late");
      }
      // Neither the searched text, in the address, nor the answer may reach the log.
      const reason = cause instanceof ZodError
        ? `not of the contract at ${cause.issues[0]?.path.join(".")}`
        : unanswered(cause, url).join(", caused by ");
      throw new ApiError(`API did not answer ${route}: ${reason}`, null);
    }
  };
  return {
    searchAthletes: (search) =>
      ask(
        AthletePage,
        `/athletes${searchQuery({ limit: PAGE_SIZE, ...search })}`,
        TIMEOUT_MS.search,
      ),
    clubs: (query, page = { limit: CLUBS, offset: 0 }) =>
      ask(ClubPage, `/clubs${queryOf(Object.entries({ q: query, ...page }))}`, TIMEOUT_MS.club),
    club: (number) => ask(ClubDetail, `/clubs/${encodeURIComponent(number)}`, TIMEOUT_MS.club),
    clubAthletes: (number, search) =>
      ask(
        ClubAthletes,
        `/clubs/${encodeURIComponent(number)}/athletes${queryOf(Object.entries(search))}`,
        TIMEOUT_MS.club,
      ),
    askRemoval: (request) => ask(RemovalReceipt, "/removal-requests", TIMEOUT_MS.removal, request),
    federationAthletes: (query) =>
      ask(
        FederationAthletes,
        `/federation/athletes${queryOf([["q", query]])}`,
        TIMEOUT_MS.federation,
      ),
    addAthlete: (ffaId) => ask(Athlete, "/athletes", TIMEOUT_MS.federation, { ffa_id: ffaId }),
    athlete: (ffaId) => ask(Athlete, `/athletes/${encodeURIComponent(ffaId)}`, TIMEOUT_MS.athlete),
    records: (ffaId) =>
      ask(AthleteRecords, `/athletes/${encodeURIComponent(ffaId)}/records`, TIMEOUT_MS.records),
    results: (ffaId, year) =>
      ask(
        AthleteResults,
        `/athletes/${encodeURIComponent(ffaId)}/results${queryOf([["year", year]])}`,
        TIMEOUT_MS.records,
      ),
    analysis: (ffaId, maxAge) =>
      ask(
        Analysis,
        `/athletes/${encodeURIComponent(ffaId)}/analysis${queryOf([["max_age", maxAge]])}`,
        TIMEOUT_MS.records,
      ),
    comparison: ({ athletes, byAge, maxAge }) => {
      const query = queryOf([
        ["athletes", athletes.join(",")],
        ["by", byAge ? "age_grade" : null],
        ["max_age", maxAge],
      ]);
      return ask(Comparison, `/compare${query}`, TIMEOUT_MS.records);
    },
    status: () => ask(Status, "/status", TIMEOUT_MS.status),
  };
}
