import { Athlete, AthletePage } from "@mypacer/shared/contract/athlete.ts";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { Status } from "@mypacer/shared/contract/status.ts";
import { type z, ZodError } from "zod";
import { unanswered } from "./server/unanswered.ts";

/** The API did not give what was asked. */
export class ApiError extends Error {
  override name = "ApiError";
  /** Status of its answer; `late`: none in time; null: none, or one that is not of the contract. */
  readonly status: number | "late" | null;

  constructor(message: string, status: number | "late" | null) {
    super(message);
    this.status = status;
  }
}

/** Results asked for at once. */
export const PAGE_SIZE = 20;

/** Longest wait of a page for each answer, ms. */
const PATIENCE = {
  search: 5000,
  athlete: 2000,
  // A first reading is made at the federation and may take 20 s. The API finishes it in any case, so
  // the page says that it is under way and asks again, rather than stay blank for so long.
  records: 6000,
  // Only the foot of a page.
  status: 500,
};

/** Reads the API for the pages, every answer checked against the contract. */
export interface ApiClient {
  searchAthletes(query: string, offset: number): Promise<AthletePage>;
  athlete(ffaId: string): Promise<Athlete>;
  records(ffaId: string): Promise<AthleteRecords>;
  status(): Promise<Status>;
}

/**
 * Makes the client of one API.
 *
 * Each method throws an {@link ApiError} when the API does not answer within its patience, answers another
 * status than 200 or something that is not of the contract.
 *
 * @param base Address of the API.
 */
export function createApiClient(base: string): ApiClient {
  const get = async <T extends z.ZodType>(
    schema: T,
    path: string,
    timeout: number,
  ): Promise<z.output<T>> => {
    // Errors are logged: they name the route, never who was searched.
    const route = path.replace(/\?.*$/, "").replace(/\d+/, "{ffaId}");
    const url = new URL(path, base);
    try {
      const response = await fetch(url, {
        headers: { accept: "application/json" },
        signal: AbortSignal.timeout(timeout),
        redirect: "error",
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new ApiError(`API answered ${response.status} to ${route}`, response.status);
      }
      return schema.parse(await response.json());
    } catch (cause) {
      if (cause instanceof ApiError) throw cause;
      if (cause instanceof DOMException && cause.name === "TimeoutError") {
        throw new ApiError(`API did not answer ${route} within ${timeout} ms`, "late");
      }
      // Neither who was searched, in the address, nor what was answered may reach the log.
      const reason = cause instanceof ZodError
        ? `not of the contract at ${cause.issues[0]?.path.join(".")}`
        : unanswered(cause, url).join(", caused by ");
      throw new ApiError(`API did not answer ${route}: ${reason}`, null);
    }
  };
  return {
    searchAthletes: (query, offset) =>
      get(
        AthletePage,
        `/athletes?${new URLSearchParams({
          q: query,
          limit: String(PAGE_SIZE),
          offset: String(offset),
        })}`,
        PATIENCE.search,
      ),
    athlete: (ffaId) => get(Athlete, `/athletes/${encodeURIComponent(ffaId)}`, PATIENCE.athlete),
    records: (ffaId) =>
      get(AthleteRecords, `/athletes/${encodeURIComponent(ffaId)}/records`, PATIENCE.records),
    status: () => get(Status, "/status", PATIENCE.status),
  };
}
