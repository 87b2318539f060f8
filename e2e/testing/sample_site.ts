import type { Browser } from "playwright-core";
import {
  type SampleSite as BuiltSampleSite,
  useSampleSite as useBuiltSampleSite,
} from "../../web/testing/sample_site.ts";
import { launchBrowser } from "./browser.ts";
import { createVisit, type Visit } from "./visit.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

/** The built site over an API of invented people, and a browser to look at it. */
export interface SampleSite extends BuiltSampleSite {
  readonly browser: Browser;
  /** Opens a page of the site and looks at it. */
  readonly visit: Visit;
}

/** Starts the built site and a browser before the tests of a file, and ends them after. */
export function useSampleSite(): SampleSite {
  const running = useBuiltSampleSite();
  let browser: Browser;
  beforeTests(async (parts) => {
    browser = parts.use(await launchBrowser());
  });
  return {
    get browser() {
      return browser;
    },
    get site() {
      return running.site;
    },
    get api() {
      return running.api;
    },
    visit: createVisit(() => ({ browser, siteUrl: running.site.url })),
  };
}
