import { AthletePage } from "@mypacer/shared/contract/athlete.ts";
import { ClubDetail, ClubPage, type ClubRef } from "@mypacer/shared/contract/club.ts";
import { ClubAthletes } from "@mypacer/shared/contract/club_athletes.ts";
import { FederationAthletes } from "@mypacer/shared/contract/federation_search.ts";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { RemovalReceipt } from "@mypacer/shared/contract/removal_request.ts";
import { Status } from "@mypacer/shared/contract/status.ts";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { sampleComparison } from "./sample_comparison.ts";
import { SAMPLE_ATHLETES, sampleRecords } from "./sample_people.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

/** How the API answers for one athlete's records. */
export type Mood = "well" | "stale" | "unavailable" | "changed" | "broken" | "silent";

/** An API with a handful of invented people, on a free port. */
export interface SampleApi extends AsyncDisposable {
  url: string;
  /** Received requests, as `GET /path?query`, with their headers. */
  requests: { line: string; headers: Headers; body: string }[];
  /** State of an athlete's records, by id. */
  moods: Map<string, Mood>;
  /** Status of a refusal by routes that need the federation; null for none. */
  federation: { refuses: number | null };
  /** Status of a refusal of requests for removal; null for none. */
  removals: { refuses: number | null };
  /** Seconds until the visitor's network may read more; null while it may. */
  share: { wait: number | null };
  /** Ids of the athletes whose silent answers were aborted. */
  abandoned: string[];
  /** Makes the silent ones answer. */
  speak(): void;
}

const problem = (status: number, type = "about:blank") =>
  Response.json({ type, title: "Problem", status }, { status });

/** The athlete known only to the federation. */
export const ONLY_THERE = SAMPLE_ATHLETES.find(({ ffa_id: id }) => id === "1003");

function search(parameters: URLSearchParams): Response {
  const word = (parameters.get("q") ?? "").toLowerCase();
  if (word.length === 1) return problem(400);
  const club = parameters.get("club");
  // Like the API: two letters are a whole name unless a club narrows the search.
  const whole = word.length === 2 && club === null ? new RegExp(`\\b${word}\\b`) : null;
  const found = SAMPLE_ATHLETES.flatMap((athlete) => {
    const name = athlete.name.toLowerCase();
    const isId = athlete.ffa_id === word;
    const start = isId ? 0 : whole === null ? name.indexOf(word) : name.search(whole);
    const left = start < 0 || club !== null && athlete.club?.ffa_number !== club ||
      (parameters.get("sex") ?? athlete.sex) !== athlete.sex ||
      (parameters.get("category") ?? athlete.category) !== athlete.category ||
      Number(parameters.get("active_since") ?? 0) > athlete.last_season;
    return left
      ? []
      : [{ ...athlete, score: 0.9, match: isId ? [] : [{ start, end: start + word.length }] }];
  });
  const from = Number(parameters.get("offset") ?? 0);
  const to = from + Number(parameters.get("limit") ?? 20);
  return Response.json(AthletePage.parse({
    items: found.slice(from, to),
    total: found.length,
    counts: parameters.get("with") === "counts" ? countPeople(found) : null,
    total_is_exact: found.length <= to,
    took_ms: 1.2,
    understood: {
      words: word === "" ? [] : [word],
      club_words: [],
      birth_year: null,
      numbers: [],
      club: CLUBS.find(({ ffa_number: number }) => number === club) ?? null,
    },
  }));
}

/** First letter of a name as the API counts it. */
const letterOf = (name: string) => normalizeName(name).slice(0, 1);

/** How many people have each value; nobody has null. */
function countBy<Person>(people: readonly Person[], valueOf: (one: Person) => string | null) {
  const counts: Record<string, number> = {};
  for (const value of people.map(valueOf)) {
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const countPeople = (people: readonly { sex: string | null; category: string | null }[]) => ({
  sex: countBy(people, ({ sex }) => sex),
  category: countBy(people, ({ category }) => category),
});

/** The clubs of the sample people, each once. */
const CLUBS = [
  ...new Map(
    SAMPLE_ATHLETES.flatMap(({ club }) => club === null ? [] : [[club.ffa_number, club] as const]),
  ).values(),
];

function clubs(query: string): Response {
  const items = CLUBS.filter(({ ffa_number: number, name }) =>
    number.startsWith(query) || name.toLowerCase().includes(query.toLowerCase())
  ).map(describeClub);
  return Response.json(ClubPage.parse({ items, total_is_exact: true }));
}

function describeClub(club: ClubRef) {
  return {
    ...club,
    league: "I-F",
    department: club.ffa_number.slice(0, 3),
    first_season: 2015,
    last_season: 2026,
  };
}

/** A club, or with `/athletes` its members. */
function club(number: string, parameters: URLSearchParams | null): Response {
  const found = CLUBS.find(({ ffa_number }) => ffa_number === number);
  if (!found) return problem(404);
  const members = SAMPLE_ATHLETES.filter((one) => one.club?.ffa_number === number);
  if (parameters === null) {
    const seasons = [2026, 2025, 2023, 2015].map((season, index) => ({
      season,
      athletes: members.length + index,
    }));
    return Response.json(ClubDetail.parse({ ...describeClub(found), seasons }));
  }
  const wanted = members.filter((one) =>
    (parameters.get("sex") ?? one.sex) === one.sex &&
    (parameters.get("category") ?? one.category) === one.category &&
    (parameters.get("letter") ?? letterOf(one.name)) === letterOf(one.name) &&
    Number(parameters.get("season") ?? 2026) <= one.last_season
  );
  const from = Number(parameters.get("offset") ?? 0);
  const to = from + Number(parameters.get("limit") ?? 100);
  return Response.json(ClubAthletes.parse({
    club: describeClub(found),
    items: wanted.slice(from, to),
    total: wanted.length,
    counts: { ...countPeople(wanted), letter: countBy(wanted, ({ name }) => letterOf(name)) },
    total_is_exact: wanted.length <= to,
  }));
}

function federation(query: string): Response {
  const items = SAMPLE_ATHLETES.filter(({ name }) =>
    name.toLowerCase().startsWith(query.toLowerCase())
  ).map((athlete) => ({
    ffa_id: athlete.ffa_id,
    name: athlete.name,
    sex: athlete.sex,
    club: athlete.club?.name ?? null,
    url: athlete.url,
    listed: athlete !== ONLY_THERE,
  }));
  return Response.json(FederationAthletes.parse({ items, total_is_exact: true }));
}

function add(body: string): Response {
  const athlete = SAMPLE_ATHLETES.find(({ ffa_id: id }) => id === JSON.parse(body).ffa_id);
  return athlete === undefined ? problem(404) : Response.json(athlete);
}

function records(ffaId: string, mood: Mood): Response {
  const athlete = SAMPLE_ATHLETES.find((one) => one.ffa_id === ffaId);
  if (!athlete) return problem(404);
  if (mood === "unavailable") return problem(503);
  if (mood === "changed") return problem(503, "/problems/federation-page-changed");
  if (mood === "broken") return Response.json({ records: "none" });
  return Response.json(AthleteRecords.parse({
    athlete,
    source: mood === "stale" ? "cache" : "live",
    fetched_at: "2026-11-20T08:30:00Z",
    age_seconds: 0,
    stale: mood === "stale",
    stale_reason: mood === "stale" ? "federation-unavailable" : null,
    records: sampleRecords(ffaId),
    season_bests: [],
  }));
}

/** Starts the API. It keeps the contract: its answers are validated by the schemas. */
export function startSampleApi(port = 0): SampleApi {
  const requests: SampleApi["requests"] = [];
  const moods: SampleApi["moods"] = new Map();
  const abandoned: string[] = [];
  const federationState: SampleApi["federation"] = { refuses: null };
  const removals: SampleApi["removals"] = { refuses: null };
  const share: SampleApi["share"] = { wait: null };
  const silence = Promise.withResolvers<void>();
  const server = serveLocally(async (request) => {
    const { pathname, search: queryString, searchParams } = new URL(request.url);
    // Like the API with a body that is too large: refused before it is read.
    if (pathname === "/limited") return problem(413);
    const body = await request.text();
    requests.push({
      line: `${request.method} ${pathname}${queryString}`,
      headers: request.headers,
      body,
    });
    if (share.wait !== null && /^\/(athletes|compare|clubs\/\d+\/athletes)/.test(pathname)) {
      return Response.json(
        { type: "/problems/directory-share", title: "Read enough", status: 429 },
        { status: 429, headers: { "retry-after": String(share.wait) } },
      );
    }
    const adding = request.method === "POST" && pathname === "/athletes";
    if (adding || pathname === "/federation/athletes") {
      const { refuses } = federationState;
      if (refuses !== null) {
        return new Response(null, { status: refuses, headers: { "retry-after": "20" } });
      }
      return adding ? add(body) : federation(searchParams.get("q") ?? "");
    }
    if (pathname === "/clubs") return clubs(searchParams.get("q") ?? "");
    const [, number, athletes] = pathname.match(/^\/clubs\/(\d+)(\/athletes)?$/) ?? [];
    if (number !== undefined) return club(number, athletes ? searchParams : null);
    if (pathname === "/removal-requests") {
      const { refuses } = removals;
      return refuses === null
        ? Response.json(RemovalReceipt.parse({ reference: "7KQ2M-0X9TB" }), { status: 201 })
        : new Response(null, { status: refuses, headers: { "retry-after": "600" } });
    }
    if (pathname === "/compare") return sampleComparison(searchParams) ?? problem(404);
    const match = pathname.match(/^\/athletes\/(\d+)(\/records)?$/);
    if (pathname === "/athletes") return search(searchParams);
    if (match?.[2]) {
      const [, ffaId = ""] = match;
      const mood = moods.get(ffaId) ?? "well";
      if (mood === "silent") {
        const leave = () => abandoned.push(ffaId);
        request.signal.addEventListener("abort", leave);
        await silence.promise;
        request.signal.removeEventListener("abort", leave);
      }
      return records(ffaId, mood);
    }
    if (match) {
      const athlete = SAMPLE_ATHLETES.find((one) => one.ffa_id === match[1]);
      return athlete ? Response.json(athlete) : problem(404);
    }
    if (pathname === "/status") {
      return Response.json(Status.parse({
        version: "0",
        clubs: 5,
        athletes: SAMPLE_ATHLETES.length,
        updated_at: "2026-11-22T03:20:00Z",
        last_run: null,
        running: null,
        last_check: null,
        pages_understood_at: null,
        search_engine: "sql",
        federation: { url: "http://127.0.0.1:8090", simulated: true },
      }));
    }
    if (pathname === "/echo") {
      return new Response("echo", { status: 201, headers: { "x-own": "1", etag: '"1"' } });
    }
    return problem(404);
  }, { port });
  return {
    url: server.url,
    requests,
    moods,
    federation: federationState,
    removals,
    share,
    abandoned,
    speak: silence.resolve,
    async [Symbol.asyncDispose]() {
      silence.resolve();
      await server[Symbol.asyncDispose]();
    },
  };
}
