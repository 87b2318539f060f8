import type { Browser } from "playwright-core";
import { noteCoverage } from "./browser_coverage.ts";
import { type Chromium, packagedChromium } from "./packaged_chromium.ts";

/** Where Debian, Fedora and the others put Chromium. */
const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
];
/** Keeps the browser to the pages under test: no look-ups, no updates, no account. */
const ARGS = [
  // Root and most containers cannot have the sandbox; only pages of this project are ever opened.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Letters as wide as they are drawn, in a window or without one, whichever Chromium this is.
  "--font-render-hinting=none",
];

async function exists(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Whether the npm package brings a Chromium for this machine. */
const IS_PACKAGED = Deno.build.os === "linux" && Deno.build.arch === "x86_64";

async function systemPath(): Promise<string> {
  for (const path of SYSTEM) if (await exists(path)) return path;
  throw new Error(`no Chromium at ${SYSTEM.join(", ")}: set CHROMIUM_PATH`);
}

/**
 * Finds a Chromium: `CHROMIUM_PATH`, else the one inside an npm package, else the system's. The
 * package's is the same version everywhere and, without a window's own pages, takes 2.5 times less
 * CPU for the same tests than Debian's.
 */
export async function findChromium(): Promise<Chromium> {
  const path = Deno.env.get("CHROMIUM_PATH");
  if (path) return { path, env: {} };
  return IS_PACKAGED ? await packagedChromium() : { path: await systemPath(), env: {} };
}

/**
 * Wait before each step that a test takes in a browser, ms, 0 to 5,000. A test that passes only
 * without one takes something for a sign of what has yet to come.
 *
 * @throws {Error} When `BROWSER_STEP_MS` is none.
 */
function stepWait(): number {
  const text = Deno.env.get("BROWSER_STEP_MS") || "0";
  if (!/^\d{1,4}$/.test(text) || Number(text) > 5000) {
    throw new Error(`BROWSER_STEP_MS is ${text}: it may be 0 to 5000`);
  }
  return Number(text);
}

/** Starts a headless Chromium. */
export async function launchBrowser(): Promise<Browser> {
  // While it is loaded, Playwright looks into /proc, which tests may not read, whether this is
  // Windows under Linux; a package in it does so later, if ever, where this is set.
  Deno.env.set("__IS_WSL_TEST__", "1");
  const { chromium } = await import("playwright-core");
  const { path, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...Deno.env.toObject(), ...env },
    args: ARGS,
    headless: true,
    timeout: 30_000,
    slowMo: stepWait(),
  });
  const folder = Deno.env.get("BROWSER_COVERAGE");
  return folder === undefined ? browser : noteCoverage(browser, folder);
}
