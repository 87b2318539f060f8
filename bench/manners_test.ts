/** Two scrapers as processes of their own, measured where they are guests: at the simulated federation. */
import { assert, assertEquals } from "@std/assert";
import { createTestDatabase } from "@mypacer/shared/database/test_database.ts";
import { createSimulator } from "../simulator/federation.ts";
import { runCrawl } from "./crawl_process.ts";

const SEASON = 2026;
const RATE = 10;
const SECOND = 1000;

Deno.test("two scrapers keep to one rate, to two requests at once, and to what a 429 asks", async () => {
  const simulator = createSimulator({
    seed: 5,
    clubs: 250,
    athletes: 2500,
    firstSeason: SEASON,
    lastSeason: SEASON,
    today: new Date("2026-03-01T12:00:00Z"),
    // Slow enough that more than two would be under way if the rate were all that is kept.
    latency: { min: 50, max: 500 },
  });
  const club = simulator.data.people.clubs.at(100).number;
  const isStruck = ({ url }: Request) => url.includes(`frmnclub=${club}`);
  simulator.faults.add({
    kind: "too-many-requests",
    path: `*frmnclub=${club}*`,
    rate: 1,
    times: 1,
    seconds: 30,
  });
  const starts: number[] = [];
  let toldAt = 0;
  const handler = async (request: Request) => {
    starts.push(performance.now());
    const response = await simulator.handler(request);
    if (isStruck(request) && response.status === 429) toldAt = performance.now();
    return response;
  };
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
  await using database = await createTestDatabase();
  const env = {
    DATABASE_URL: database.url,
    FEDERATION_URL: `http://127.0.0.1:${server.addr.port}`,
    FEDERATION_RATE: String(RATE),
  };
  const args = ["--season", String(SEASON)];
  const runs = await Promise.all([runCrawl(args, env), runCrawl(args, env)]);
  simulator.stop();
  await server.shutdown();

  assertEquals(runs.map(({ report }) => report.state), ["finished", "finished"]);
  // More than ten seconds' worth, or a window of ten would show nothing.
  assert(starts.length > 20 * RATE, `${starts.length} requests`);
  for (const from of starts) {
    const within = starts.filter((at) => at >= from && at < from + 10 * SECOND).length;
    assert(within <= 10 * RATE, `${within} requests within 10 s at ${RATE} a second`);
  }
  const { most_in_flight, statuses } = simulator.counts.report();
  assertEquals([most_in_flight, statuses["429"]], [2, 1]);
  // What had leave when the answer came may follow; then nobody asks for half a minute.
  const after = starts.filter((at) => at > toldAt);
  const late = after.filter((at) => at < toldAt + 29.9 * SECOND);
  assert(late.length <= 3, `${late.length} requests after the site asked for rest`);
  assert(after.length > late.length, "both go on afterwards");
});
