import type { Browser, BrowserContext, Page } from "playwright-core";

/**
 * Makes a browser note what its pages run of the site's scripts, for `deno task coverage`: a file
 * a context, written when that is closed. What a service worker runs is not noted.
 */
export function noteCoverage(browser: Browser, folder: string): Browser {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    return options?.javaScriptEnabled === false ? context : withCoverage(context, folder);
  };
  return browser;
}

function withCoverage(context: BrowserContext, folder: string): BrowserContext {
  const pages: Page[] = [];
  const [newPage, close] = [context.newPage.bind(context), context.close.bind(context)];
  context.newPage = async () => {
    const page = await newPage();
    await page.coverage.startJSCoverage({ resetOnNavigation: false });
    pages.push(page);
    return page;
  };
  context.close = async (options) => {
    const open = pages.filter((page) => !page.isClosed());
    const entries = await Promise.all(open.map((page) => page.coverage.stopJSCoverage()));
    const scripts = entries.flat().map(({ url, functions }) => ({ url, functions }));
    await Deno.writeTextFile(`${folder}/${crypto.randomUUID()}.json`, JSON.stringify(scripts));
    await close(options);
  };
  return context;
}
