import { ApiError, DirectoryShareError } from "./api_client.ts";
import { PAGE_CHANGED } from "./api_problem.ts";
import {
  athleteWithRecords,
  listedAthlete,
  type Missing,
  type ShownAthlete,
  unnamedAthlete,
} from "../athletes/shown_athlete.ts";
import type { Site } from "./site.ts";

/** Why an athlete has no records, from the API's error. */
function missingOf({ status, problem }: ApiError): Missing {
  // A missing answer is not a failure yet: the federation is sometimes slow, and the page asks
  // again.
  if (status === "late") return "loading";
  if (status === 404 || status === 410 || status === 400) return "unknown";
  if (problem === PAGE_CHANGED) return "changed";
  return status === 503 || status === 504 ? "unavailable" : "unreachable";
}

async function readAthlete({ api, log }: Site, ffaId: string): Promise<ShownAthlete> {
  let missing: Missing;
  try {
    return athleteWithRecords(await api.records(ffaId));
  } catch (error) {
    if (error instanceof DirectoryShareError) return unnamedAthlete(ffaId, "limited");
    if (!(error instanceof ApiError)) throw error;
    missing = missingOf(error);
    if (missing !== "unknown") log.warn("cannot read records", { error });
  }
  try {
    return listedAthlete(await api.athlete(ffaId), missing === "unknown" ? "gone" : missing);
  } catch (error) {
    if (error instanceof DirectoryShareError) return unnamedAthlete(ffaId, "limited");
    if (!(error instanceof ApiError)) throw error;
    if (missing === "unknown") return unnamedAthlete(ffaId, missing);
    log.warn("cannot read an athlete", { error });
    return unnamedAthlete(ffaId, missing === "loading" ? missing : missingOf(error));
  }
}

/** Reads athletes with their records, in order; one that fails stays, with the reason. */
export async function readAthletes(site: Site, ffaIds: readonly string[]): Promise<ShownAthlete[]> {
  return await Promise.all(ffaIds.map((ffaId) => readAthlete(site, ffaId)));
}
