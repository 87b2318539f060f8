import axe from "axe-core";
import { assertEquals } from "@std/assert";
import { clubPaths } from "../../web/kit/addresses/club_address.ts";
import { PATHS, TOOLS } from "../../web/kit/addresses/paths.ts";
import { LANGUAGES } from "../../web/kit/language/language.ts";
import type { Browser, BrowserContext, Page } from "playwright-core";

/** Longest wait for what a page shows, ms: a busy machine draws late. */
export const PAGE_TIMEOUT_MS = 30_000;

/** Paths of tools and lists, which are asked for as one types; those of clubs are beside. */
const LIVE_PATHS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) =>
    ([...TOOLS, "clubs", "search"] as const).map((name) => PATHS[language][name])
  ),
);
const CLUB_PATHS = Object.values(clubPaths(""));

const isLive = (path: string) =>
  LIVE_PATHS.has(path) || CLUB_PATHS.some((begin) => path.startsWith(begin));

/** What the browser says of a move between two pages that it gives up, as on a busy machine. */
const MOVE_GIVEN_UP = /^InvalidStateError: Transition was aborted/;

/** How a page is visited. */
export interface VisitOptions {
  javaScriptEnabled?: boolean;
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
  /** Whether the site's own face arrives; else the device's are seen. */
  face?: boolean;
  /** Status that the page is answered with. */
  status?: number;
}

/** Opens a page of a site and looks at it. */
export type Visit = (
  path: string,
  look: (page: Page, context: BrowserContext) => Promise<void>,
  options?: VisitOptions,
) => Promise<void>;

/**
 * Makes what opens pages of a site, each in a context of its own: an error in the page, a word of
 * the browser's console about one, or a request to another host fails the test.
 */
export function createVisit(site: () => { browser: Browser; siteUrl: string }): Visit {
  return async (path, look, options = {}) => {
    const { browser, siteUrl } = site();
    const {
      javaScriptEnabled = true,
      width = 1280,
      height = 800,
      colorScheme = "light",
      face = true,
      status = 200,
    } = options;
    const context = await browser.newContext({
      baseURL: siteUrl,
      javaScriptEnabled,
      colorScheme,
      viewport: { width, height },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    if (!face) await context.route("**/*.woff2", (route) => route.fulfill({ body: "" }));
    const faults: string[] = [];
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      if (!MOVE_GIVEN_UP.test(String(error))) faults.push(String(error));
    });
    page.on("console", (message) => {
      // The browser also reports the status of the page itself, which is checked below.
      const ownStatus = message.location().url === page.url() && status >= 400;
      // What is asked for as one types may be half a text, which is refused.
      const halfTyped = / status of 400 /.test(message.text()) &&
        isLive(new URL(message.location().url).pathname);
      if (message.type() === "error" && !ownStatus && !halfTyped) faults.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(siteUrl)) faults.push(`request to ${request.url()}`);
    });
    try {
      const response = await page.goto(path);
      assertEquals(response?.status(), status);
      if (javaScriptEnabled) await untilReady(page);
      await look(page, context);
      assertEquals(faults, []);
    } finally {
      await context.close();
    }
  };
}

/** Waits until the page's own script runs: it is loaded once the page is painted. */
export async function untilReady(page: Page): Promise<void> {
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

/** Rules of WCAG that a page breaks, with the elements that do. */
export async function violations(page: Page): Promise<string[]> {
  // As a script text: what `evaluate` runs is not held back by the page's own security policy.
  await page.evaluate(axe.source);
  // What holds stays in the page: told of each element of a table, it is more than a megabyte.
  return await page.evaluate<string[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>" +
      " violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)))",
  );
}

/**
 * Shows a page again in the site's own face, which is stored by now: on a busy machine it comes too
 * late for a first visit, and the device's letters are of other widths.
 */
export async function showInOwnFace(page: Page): Promise<void> {
  await page.evaluate("document.fonts.ready");
  await page.reload();
}

/** How far a page is wider than its window, px. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
}
