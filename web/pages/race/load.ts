import type { Analysis } from "@mypacer/shared/contract/analysis.ts";
import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import {
  type ComparedIds,
  readComparedIds,
  withAthletes,
} from "../../kit/addresses/compared_athletes.ts";
import { RACE } from "../../kit/addresses/race_settings.ts";
import { recordLists } from "../../kit/athletes/record_lists.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { ApiError } from "../../kit/load/api_client.ts";
import { readAthletes } from "../../kit/load/athletes.ts";
import { namedStatus } from "../../kit/load/named_status.ts";
import { type PageAnswer, pageHeaders } from "../../kit/load/page_answer.ts";
import type { Site } from "../../kit/load/site.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { bestRun, type Race, raceOf, runnersByDistance, usualDistance } from "./race_runners.ts";

/** Data of the race. */
export interface RaceData {
  language: Language;
  facts: SiteFacts;
  /** The table that the visitor comes from, with the athletes who race. */
  state: TableState;
  /** The athletes of the address, and the parts that are left out. */
  address: ComparedIds;
  /** The distance of the address, m; null where it names none that can be raced. */
  distance: number | null;
  /** The distance of the address that cannot be raced, as written; null where it can. */
  wrongDistance: string | null;
  predicted: boolean;
  athletes: ShownAthlete[];
  /** Lists of records of the world and of France that run as well. */
  lists: ShownAthlete[];
  /** Null where no records could be read. */
  race: Race | null;
  /** How many adults have run each distance. */
  counts: ReadonlyMap<number, number>;
  /** Why there is no race although records could be read. */
  problem: "loading" | "failed" | null;
}

/** `GET /course` and `GET /en/race`: athletes around the track. */
export async function getRace(
  site: Site,
  url: URL,
  language: Language,
): Promise<PageAnswer<RaceData>> {
  const address = readComparedIds(url.searchParams);
  const { state: settings, problems } = RACE.read(url.searchParams);
  const [facts, athletes] = await Promise.all([site.facts(), readAthletes(site, address.ids)]);
  const state = withAthletes(readParameters(url.searchParams).state, address.ids);
  const lists = recordLists(state.records, language);
  const wrongDistance = problems.distance?.typed ?? null;
  const data: RaceData = {
    language,
    facts,
    state,
    lists,
    address,
    distance: settings.distance,
    wrongDistance,
    predicted: settings.predicted,
    athletes,
    race: null,
    counts: new Map(),
    problem: null,
  };
  const headers = pageHeaders({ named: true });
  const status = wrongDistance === null ? namedStatus(address, athletes) : 400;
  const read = athletes.filter(({ missing }) => missing === null).map(({ ffaId }) => ffaId);
  if (read.length === 0 && lists.length === 0) {
    const isLoading = athletes.some(({ missing }) => missing === "loading");
    return { data: { ...data, problem: isLoading ? "loading" : null }, status, headers };
  }
  try {
    const comparison = read.length === 0
      ? { athletes: [] }
      : await site.api.comparison({ athletes: read, byAge: false, maxAge: null });
    const distance = settings.distance ?? usualDistance(comparison, lists);
    const analyses = settings.predicted
      ? await readAnalyses(site, comparison, distance)
      : new Map<string, Analysis>();
    const race = raceOf(athletes, comparison, { distance, analyses, lists });
    const counts = runnersByDistance(comparison, lists);
    return { data: { ...data, race, counts }, status, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    site.log.warn("cannot read a race", { error });
    if (error.retryAfter !== null) headers.set("retry-after", String(error.retryAfter));
    return error.status === "late"
      ? { data: { ...data, problem: "loading" }, status, headers }
      : { data: { ...data, problem: "failed" }, status: 503, headers };
  }
}

/** Analyses of the adults without a record over a distance; one that fails is left out. */
async function readAnalyses(
  { api, log }: Site,
  comparison: Pick<Comparison, "athletes">,
  distance: number,
): Promise<Map<string, Analysis>> {
  const ids = comparison.athletes.filter(({ minor, athlete, runs }) =>
    !minor && runs.length > 0 && bestRun(comparison, athlete.ffa_id, distance) === null
  ).map(({ athlete }) => athlete.ffa_id);
  const read = await Promise.all(ids.map(async (ffaId) => {
    try {
      return [[ffaId, await api.analysis(ffaId, null)] as const];
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      log.warn("cannot read an analysis", { error });
      return [];
    }
  }));
  return new Map(read.flat());
}
