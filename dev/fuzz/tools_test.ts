/**
 * The tools under anything that people type: on the server, and in the service worker without a
 * connection.
 */
import { assert, assertEquals } from "@std/assert";
import { type BuiltSite, startBuiltSite } from "../../web/testing/built_site.ts";
import { type SampleApi, startSampleApi } from "../../web/testing/sample_api.ts";
import { askPage, isPage } from "./ask_page.ts";
import { type OfflineWorker, ORIGIN, startOfflineWorker } from "./offline_worker.ts";
import { DRAWN_TOOLS, MODELS, requestsTo } from "./requests.ts";
import { CASES, SEED, tryCases } from "./run_cases.ts";
import { assertHuman, timesInTables, timesOfExamples } from "./shown_times.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

let api: SampleApi;
let site: BuiltSite;
let worker: OfflineWorker;

beforeTests(async (parts) => {
  api = parts.use(startSampleApi());
  // A sheet tells the address of its page, which is that of the site either way.
  site = parts.use(await startBuiltSite(api.url, { environment: { SITE_URL: ORIGIN } }));
  worker = await startOfflineWorker(site);
});

/** What the main part of a page says. */
function mainText(html: string): string {
  const [main] = /<main[^]*<\/main>/.exec(html) ?? [];
  assert(main !== undefined, "the page has no main part");
  return main.replaceAll(/<!--.*?-->|<[^>]*>/gs, "");
}

for (const [name, page] of Object.entries(DRAWN_TOOLS)) {
  Deno.test(`${CASES} requests to the ${name} end well, with a connection and without (FUZZ_SEED=${SEED})`, async () => {
    await tryCases(requestsTo(page), async (request) => {
      const { html, address } = await askPage(site, request);
      for (const shown of timesInTables(html)) assertHuman(shown);
      const drawn = await worker.ask(request);
      // A form that is refused unread is a matter between browser and server.
      if (!isPage(html)) return;
      // What was understood is led to its short address, which shows it written anew.
      const same = address === request.address ? drawn : await worker.ask({ ...request, address });
      assertEquals(mainText(same), mainText(html));
    });
  });
}

Deno.test(`${CASES} requests to the models end well (FUZZ_SEED=${SEED})`, async () => {
  await tryCases(requestsTo(MODELS), async (request) => {
    const { html } = await askPage(site, request);
    for (const shown of timesOfExamples(html)) assertHuman(shown);
    await worker.ask(request);
  });
});
