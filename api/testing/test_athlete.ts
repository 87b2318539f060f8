/** An athlete with records, for the tests of what rests on them. */
import { assertEquals } from "@std/assert";
import { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { createTestApp, type TestApp } from "./test_app.ts";
import { fillDirectory } from "./test_directory.ts";
import { type RecordRow, recordsPage } from "../../simulator/testing/written_pages.ts";

/** Records of the athlete of a test. */
export const ROWS: RecordRow[] = [
  ["5 000m", "18'58''10", "4 Mai 2024", "Ville test"],
  ["5 Km Route", "18'50''", "6 Janv. 2024", "Autre ville"],
  ["1 500m", "4'42''3", "4 Mai 2024", "Ville test"],
];
/** Where they are. */
export const PATH = "/athletes/7000001/records";

/** An application whose directory has one athlete, of whom the federation publishes `ROWS`. */
export async function withAthlete(options?: Parameters<typeof createTestApp>[0]): Promise<TestApp> {
  const app = await createTestApp(options);
  await fillDirectory(app.sql, {
    clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }],
    athletes: [{ ffaId: "7000001", name: "TESTARD Zélie" }],
  });
  app.federation.answer = () => new Response(recordsPage({ rows: ROWS }));
  return app;
}

/** Reads the athlete's records. */
export async function read(app: TestApp): Promise<AthleteRecords> {
  const response = await app.fetch(PATH);
  const body = await response.json();
  assertEquals(response.status, 200, JSON.stringify(body));
  return AthleteRecords.parse(body);
}

/** Reads until the answer is as the test waits for. */
export async function readUntil(
  app: TestApp,
  isWanted: (answer: AthleteRecords) => boolean,
): Promise<AthleteRecords> {
  return await until(`an answer that is ${isWanted}`, async () => {
    const answer = await read(app);
    return isWanted(answer) && answer;
  });
}

/** What is refused, and by which problem. */
export async function refusal(app: TestApp): Promise<[status: number, type: string]> {
  const response = await app.fetch(PATH);
  return [response.status, (await response.json()).type];
}
