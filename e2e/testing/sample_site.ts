import type { Browser } from "playwright-core";
import { type BuiltSite, startBuiltSite } from "../../web/testing/built_site.ts";
import { type SampleApi, startSampleApi } from "../../web/testing/sample_api.ts";
import { launchBrowser } from "./browser.ts";
import { createVisit, type Visit } from "./visit.ts";

/** The built site over an API of invented people, and a browser to look at it. */
export interface SampleSite {
  readonly browser: Browser;
  readonly site: BuiltSite;
  readonly api: SampleApi;
  /** Opens a page of the site and looks at it. */
  readonly visit: Visit;
}

/** Starts the built site and a browser before the tests of a file, and ends them after. */
export function useSampleSite(): SampleSite {
  let api: SampleApi;
  let site: BuiltSite;
  let browser: Browser;
  Deno.test.beforeAll(async () => {
    api = startSampleApi();
    [site, browser] = await Promise.all([startBuiltSite(api.url), launchBrowser()]);
  });
  Deno.test.afterAll(async () => {
    await browser.close();
    await site[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
  });
  return {
    get browser() {
      return browser;
    },
    get site() {
      return site;
    },
    get api() {
      return api;
    },
    visit: createVisit(() => ({ browser, siteUrl: site.url })),
  };
}
