import { AthletePage } from "@mypacer/shared/contract/athlete.ts";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { Status } from "@mypacer/shared/contract/status.ts";
import { SAMPLE_ATHLETES, sampleRecords } from "./sample_people.ts";

/** How the API speaks of one athlete's records. */
export type Mood = "well" | "stale" | "unavailable" | "broken" | "silent";

/** An API over a handful of invented people, on a port of its own. */
export interface SampleApi extends AsyncDisposable {
  url: string;
  /** Requests it got, as `GET /path?query`, with the headers they carried. */
  requests: { line: string; headers: Headers; body: string }[];
  /** What happens to an athlete's records, by id. */
  moods: Map<string, Mood>;
  /** Ids of the athletes whose silent records nobody waits for any more. */
  abandoned: string[];
  /** Lets those that are silent answer. */
  speak(): void;
}

const problem = (status: number) =>
  Response.json({ type: "about:blank", title: "Problem", status }, { status });

function search(query: string): Response {
  const word = query.toLowerCase();
  const items = SAMPLE_ATHLETES.flatMap((athlete) => {
    const start = athlete.name.toLowerCase().indexOf(word);
    return start < 0
      ? []
      : [{ ...athlete, score: 0.9, match: [{ start, end: start + word.length }] }];
  });
  return Response.json(AthletePage.parse({ items, total_is_exact: true, took_ms: 1.2 }));
}

function records(ffaId: string, mood: Mood): Response {
  const athlete = SAMPLE_ATHLETES.find((one) => one.ffa_id === ffaId);
  if (!athlete) return problem(404);
  if (mood === "unavailable") return problem(503);
  if (mood === "broken") return Response.json({ records: "none" });
  return Response.json(AthleteRecords.parse({
    athlete,
    source: mood === "stale" ? "cache" : "live",
    fetched_at: "2026-11-20T08:30:00Z",
    stale: mood === "stale",
    records: sampleRecords(ffaId),
  }));
}

/** Starts the API. It speaks the contract: its answers are checked against the schemas. */
export function startSampleApi(port = 0): SampleApi {
  const requests: SampleApi["requests"] = [];
  const moods: SampleApi["moods"] = new Map();
  const abandoned: string[] = [];
  const silence = Promise.withResolvers<void>();
  const server = Deno.serve({ port, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const { pathname, search: queryString, searchParams } = new URL(request.url);
    // As the API does with a body that is too large: refused before it is read.
    if (pathname === "/limited") return problem(413);
    requests.push({
      line: `${request.method} ${pathname}${queryString}`,
      headers: request.headers,
      body: await request.text(),
    });
    const match = pathname.match(/^\/athletes\/(\d+)(\/records)?$/);
    if (pathname === "/athletes") return search(searchParams.get("q") ?? "");
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
        search_engine: "sql",
        federation: { url: "http://127.0.0.1:8090", simulated: true },
      }));
    }
    if (pathname === "/echo") {
      return new Response("echo", { status: 201, headers: { "x-own": "1", etag: '"1"' } });
    }
    return problem(404);
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    requests,
    moods,
    abandoned,
    speak: silence.resolve,
    async [Symbol.asyncDispose]() {
      silence.resolve();
      await server.shutdown();
    },
  };
}
