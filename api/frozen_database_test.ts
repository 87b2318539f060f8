/**
 * The API over a database that takes connections and answers nothing, as a frozen or overloaded
 * host does.
 */
import { assertEquals } from "@std/assert";
import { connect } from "@mypacer/shared/database/connect.ts";
import { openDatabaseRelay } from "@mypacer/shared/testing/database_relay.ts";
import { createTestDatabase } from "@mypacer/shared/testing/test_database.ts";
import { createTestApp } from "./testing/test_app.ts";
import { untilEquals } from "@mypacer/shared/testing/until.ts";

const PATHS = [
  "/status",
  "/health/ready",
  "/database_status",
  "/athletes?q=testard",
  "/athletes/7000001",
  "/athletes/7000001/records",
  "/athletes/7000001/results",
  "/athletes/7000001/analysis",
  "/compare?athletes=7000001,7000002",
  "/clubs?q=exemple",
  "/clubs/075999",
  "/clubs/075999/athletes",
  "/get_athletes?name=testard",
  "/get_athletes_from_db?name=testard",
  "/get_athlete_records?ident=1",
];

Deno.test("every route answers 503 over a frozen database, and works again when it thaws", async () => {
  await using database = await createTestDatabase();
  await using relay = openDatabaseRelay(database.url);
  const sql = connect({
    url: relay.url,
    applicationName: "mypacer_api",
    max: 3,
    statementTimeout: 500,
  });
  await using app = await createTestApp({ sql });
  await (await app.fetch("/clubs?q=exemple")).body?.cancel();
  relay.freeze();
  const statusOf = async (path: string, init?: RequestInit) => {
    const response = await app.fetch(path, init);
    await response.body?.cancel();
    return [path, response.status];
  };
  const answers = await Promise.all(PATHS.map((path) => statusOf(path)));
  assertEquals(answers, PATHS.map((path) => [path, 503]));
  const removal = {
    method: "POST",
    body: JSON.stringify({ kind: "removal", name: "TESTARD Zélie" }),
    headers: { "content-type": "application/json" },
  };
  assertEquals(await statusOf("/removal-requests", removal), ["/removal-requests", 503]);
  assertEquals(await statusOf("/health"), ["/health", 200]);
  relay.thaw();
  // The first answers after a thaw may still come too late for a statement's half a second.
  await untilEquals(() => statusOf("/health/ready"), ["/health/ready", 200]);
  await untilEquals(() => statusOf("/removal-requests", removal), ["/removal-requests", 201]);
  await sql.end({ timeout: 1 });
});
