/**
 * The API itself over a directory of invented people, with a federation that publishes records of
 * many kinds.
 */
import { createTestApp, type TestApp } from "../../api/testing/test_app.ts";
import { fillDirectory } from "../../api/testing/test_directory.ts";
import { type RecordRow, recordsPage } from "../../simulator/testing/written_pages.ts";
import { startSampleApi } from "../../web/testing/sample_api.ts";
import { SAMPLE_ATHLETES } from "../../web/testing/sample_people.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

/** What an athlete of the tests ran; each of them has one of these lists. */
const RECORDS: readonly (readonly RecordRow[])[] = [
  [
    ["1 500m", "4'12''30", "4 Mai 2024", "Ville test"],
    ["5 000m", "15'56''40", "12 Juin 2023", "Ville test"],
    ["10 Km Route", "33'20''", "6 Janv. 2024", "Autre ville"],
    ["1/2 Marathon", "1h14'23''", "3 Mars 2024", "Autre ville"],
    ["Marathon", "2h38'07''", "14 Avr. 2024", "Ville test"],
  ],
  [],
  [["100m", "11''42", "4 Mai 2024", "Ville test"], ["Longueur", "6m12", "", "Ville test"]],
  // Two that contradict each other, and one that nobody runs.
  [
    ["5 Km Route", "17'00''", "6 Janv. 2024", "Autre ville"],
    ["5 000m", "25'00''", "6 Janv. 2014", "Autre ville"],
    ["10 Km Route", "26'00''", "6 Janv. 2024", "Autre ville"],
  ],
  [["Marathon", "6h59'59''", "14 Avr. 2004", "Ville test"]],
  [
    ["10 Km Route", "1h05'10''", "6 Janv. 2024", "Autre ville"],
    ["1/2 Marathon", "2h31'02''", "3 Mars 2026", "Autre ville"],
  ],
];

/** An API on a port of its own. */
export interface RealApi extends AsyncDisposable {
  url: string;
}

/**
 * What is asked of the federation's search and of removals has limits of its own: a stand-in
 * answers instead.
 */
const isStoodIn = (method: string, path: string) =>
  path.startsWith("/federation") || path === "/removal-requests" ||
  method === "POST" && path === "/athletes";

/** Puts the invented people of the site's tests into the directory. */
async function fill({ sql, keeper }: TestApp): Promise<void> {
  const clubs = new Map(
    SAMPLE_ATHLETES.flatMap(({ club }) =>
      club === null ? [] : [[club.ffa_number, club.name] as const]
    ),
  );
  await fillDirectory(sql, {
    clubs: [...clubs].map(([ffaNumber, name]) => ({ ffaNumber, name })),
    athletes: SAMPLE_ATHLETES.map(({ ffa_id: ffaId, name, birth_year: year, sex, club }) => ({
      ffaId,
      name,
      ...year === null ? {} : { birthYear: year },
      ...sex === null ? {} : { sex },
      ...club === null ? {} : { club: club.ffa_number },
    })),
  });
  await keeper?.refresh();
}

/** Starts the API. */
export async function startRealApi(): Promise<RealApi> {
  const app = await createTestApp({ inMemory: true, recordsMaxAge: 86_400 });
  const sample = startSampleApi();
  await fill(app);
  app.federation.answer = ({ url }) => {
    const id = Number(/athletes\/(\d+)/.exec(url)?.[1] ?? 0);
    return new Response(recordsPage({ rows: [...RECORDS[id % RECORDS.length] ?? []] }));
  };
  const server = serveLocally(async (request) => {
    const { pathname, search } = new URL(request.url);
    if (!isStoodIn(request.method, pathname)) return await app.fetch(pathname + search, request);
    const body = request.method === "POST" ? await request.text() : null;
    return await fetch(sample.url + pathname + search, { method: request.method, body });
  });
  return {
    url: server.url,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await sample[Symbol.asyncDispose]();
      await app[Symbol.asyncDispose]();
    },
  };
}
