/**
 * A whole installation as processes of their own, measured where it is a guest: at the simulated
 * federation.
 */
import { assert, assertEquals } from "@std/assert";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { createSimulator } from "../simulator/site/create_simulator.ts";
import { playGuests } from "./guests.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

const RATE = 4;
/** Requests that an installation has under way at once. */
const SEATS = 2;

Deno.test("three APIs and two scrapers keep to one rate and two seats, and rest when asked to", async () => {
  const simulator = createSimulator({
    seed: 5,
    clubs: 400,
    athletes: 2000,
    firstSeason: 2026,
    lastSeason: 2026,
    today: new Date("2026-03-01T12:00:00Z"),
  });
  await using server = serveLocally(simulator.handler);
  await using database = await createTestDatabase();
  const report = await playGuests({
    databaseUrl: database.url,
    federation: server.url,
  }, {
    rate: RATE,
    seconds: 45,
    // Slow enough that three would be under way at once if the rate were all that is kept.
    latency: { min: 300, max: 900 },
    visitorEvery: 2000,
  });
  simulator.stop();

  assert(report.requests > 40, `${report.requests} requests`);
  // Single gaps are for the benchmark. Whatever a busy machine delays, no more than what is under
  // way can have been let go before these seconds and come within them.
  assert(report.most_in_10_s <= 10 * RATE + SEATS, `${report.most_in_10_s} within 10 s`);
  assertEquals(report.most_at_once, SEATS);
  assertEquals(report.after_retry_after, 0);
  assert(report.crawl_after_kill > 10, "the other scraper goes on");
  assert(report.visitors.length > 5);
  assertEquals(report.visitors.filter(({ status }) => status !== 200), []);
});
