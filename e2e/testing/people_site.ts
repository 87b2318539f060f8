import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { type ComparedPerson, type ComparisonSite, useComparisonSite } from "./comparison_site.ts";
import { createVisit, type Visit } from "./visit.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

/** The built site over a real API that knows some invented people, and a browser to look at it. */
export interface PeopleSite extends Pick<ComparisonSite, "app" | "site"> {
  readonly browser: Browser;
  /** Opens a page of the site and looks at it. */
  readonly visit: Visit;
}

/** Starts site, API, database and browser before the tests of a file, and ends them after. */
export function usePeopleSite(people: readonly ComparedPerson[]): PeopleSite {
  const running = useComparisonSite(people);
  let browser: Browser;
  beforeTests(async (parts) => {
    browser = parts.use(await launchBrowser());
  });
  return {
    get app() {
      return running.app;
    },
    get site() {
      return running.site;
    },
    get browser() {
      return browser;
    },
    visit: createVisit(() => ({ browser, siteUrl: running.site.url })),
  };
}

/** Address of a page of some people. @param more Other parameters, as `&distance=5000`. */
export const peopleAddress = (
  path: string,
  people: readonly { ffaId: string }[],
  more = "",
): string => `${path}?athletes=${people.map(({ ffaId }) => ffaId)}${more}`;
