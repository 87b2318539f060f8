/** The pages that ask the API, under anything that people type. */
import { assertEquals } from "@std/assert";
import { type BuiltSite, startBuiltSite } from "../../web/testing/built_site.ts";
import { EVERY_PATH } from "../../web/testing/every_page.ts";
import { askPage } from "./ask_page.ts";
import { type OfflineWorker, startOfflineWorker } from "./offline_worker.ts";
import { type RealApi, startRealApi } from "./real_api.ts";
import { DIRECTORY_PAGES, FUZZED_PAGES, requestsTo } from "./requests.ts";
import { CASES, SEED, tryCases } from "./run_cases.ts";
import { assertHuman, timesInTables } from "./shown_times.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

let api: RealApi;
let site: BuiltSite;
let worker: OfflineWorker;

beforeTests(async (parts) => {
  api = parts.use(await startRealApi());
  site = parts.use(await startBuiltSite(api.url));
  worker = await startOfflineWorker(site);
});

for (const [name, page] of Object.entries(DIRECTORY_PAGES)) {
  Deno.test(`${CASES} requests to the page of ${name} end well, with a connection and without (FUZZ_SEED=${SEED})`, async () => {
    await tryCases(requestsTo(page), async (request) => {
      const { html } = await askPage(site, request);
      for (const shown of timesInTables(html)) assertHuman(shown);
      await worker.ask(request);
    });
  });
}

/** Pages whose forms are drawn only in a state. */
const STATES = [
  "/?athletes=1001,1002",
  "/recherche?q=dupont&at=ffa",
  "/club/033904",
  "/athlete/1001",
  "/comparer?athletes=1001,1002",
  "/course?athletes=1001,1002",
  "/piste?athletes=1001",
];

/** Names of fields that a form sends and no request holds, with where it sends them. */
function missingFields(html: string): string[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].flatMap(
    ([, form = "", inside = ""]) => {
      const [, action = ""] = /action="([^"?#]*)/.exec(form) ?? [];
      const page = FUZZED_PAGES.find(({ paths, ids }) =>
        paths.some((path) => ids === undefined ? path === action : action.startsWith(`${path}/`))
      );
      const known = { ...page?.fields, ...page?.posted };
      return [...inside.matchAll(/ name="([^"]*)"/g)]
        .flatMap(([, name = ""]) => name in known ? [] : [`${name} of ${action}`]);
    },
  );
}

Deno.test("every field of every form is among the requests", async () => {
  for (const path of [...EVERY_PATH, ...STATES]) {
    const { html } = await askPage(site, { address: path, posted: null });
    assertEquals(missingFields(html), [], path);
  }
});
