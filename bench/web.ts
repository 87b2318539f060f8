/**
 * `deno task bench:web`: the built site in a real browser: what a first visit weighs, how soon it
 * is there, how fast the largest table is drawn again, and what Lighthouse says. The table is for
 * people; the last line of stdout is one JSON object.
 */
import {
  exitCodeOf,
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  say,
  wholeNumber,
} from "@mypacer/shared/process/command_line.ts";
import type { Browser, CDPSession, Page } from "playwright-core";
import { buildSite } from "../dev/site_build.ts";
import { findChromium, launchBrowser } from "../e2e/testing/browser.ts";
import { EIGHT_PEOPLE } from "../e2e/testing/compared_people.ts";
import { startComparisonSite } from "../e2e/testing/comparison_site.ts";
import { measurePages } from "./page_speed.ts";
import { setTable } from "./table_report.ts";

const HELP = `Measures the built site in Chromium, over a real API and invented people.

Usage: deno task bench:web [options]

  --page NAME      only this page; may be given several times
  --changes N      how often the step of the largest table is changed (40)
  --seconds N      length of each measurement of pages a second (5)
  --runs N         how often Lighthouse visits each page (1): told are the lowest scores, the median
                   of the LCP, the worst CLS and blocking time
  --no-lighthouse  leave Lighthouse out; it is fetched from npm at its first use
  --help           this text

Other work on the machine spoils the times.
`;

const LIGHTHOUSE = "lighthouse@13.5.0";
const [FIRST, SECOND] = EIGHT_PEOPLE.map(({ ffaId }) => ffaId);
/** The pages that are measured; of the last only the first visit. */
const PAGES = {
  home: "/",
  athlete: `/athlete/${FIRST}`,
  compare: `/comparer?athletes=${FIRST},${SECOND}`,
  planner: "/planificateur",
  predictor: "/predictions",
  group: "/groupe",
} as const;
const FURTHER_PAGES = {
  "home with athletes": `/?athletes=${FIRST},${SECOND}`,
  race: `/course?athletes=${FIRST},${SECOND}`,
  search: "/recherche?q=testard",
  clubs: "/clubs",
  zones: "/zones",
  tools: "/outils",
  age: "/age",
  models: "/modeles",
  glossary: "/glossaire",
  track: "/piste",
  "planner with a race": "/planificateur?d=10000&t=45:00",
  "predictor with times": "/predictions?r=10000@42:30,5000@20:15",
  legal: "/mentions-legales",
  privacy: "/confidentialite",
} as const;
/** The original's default: 241 paces over 16 distances. */
const LARGEST = "/?slow=6:00&fast=2:00&step=1" +
  "&cols=100,200,300,400,500,600,800,1000,1500,1609.344,3000,5000,10000,20000,21097.5,42195";

/** What a first visit costs. */
interface Visit {
  requests: number;
  thirdParty: number;
  scriptKb: number;
  totalKb: number;
  /** Largest contentful paint, ms, and cumulative layout shift. */
  lcp: number;
  cls: number;
}

/** Counts what comes over the wire, compressed as it comes. */
function followWire(session: CDPSession, origin: string) {
  const kinds = new Map<string, string>();
  const wire = { requests: 0, thirdParty: 0, script: 0, total: 0 };
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.requestWillBeSent", ({ request }) => {
    // What the page holds itself, as a drawing of the browser's own date field, is no request.
    if (!request.url.startsWith("http")) return;
    wire.requests++;
    if (!request.url.startsWith(origin)) wire.thirdParty++;
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    wire.total += encodedDataLength;
    if (kinds.get(requestId) === "Script") wire.script += encodedDataLength;
  });
  return wire;
}

async function firstVisit(browser: Browser, origin: string, path: string): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: origin,
    serviceWorkers: "block",
    viewport: { width: 412, height: 823 },
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const wire = followWire(session, origin);
    await page.addInitScript(`
      globalThis.vitals = { lcp: 0, cls: 0 };
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) vitals.lcp = entry.startTime; })
        .observe({ type: "largest-contentful-paint", buffered: true });
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) vitals.cls += entry.value; })
        .observe({ type: "layout-shift", buffered: true });
    `);
    await page.goto(path, { waitUntil: "networkidle" });
    await page.waitForTimeout(500);
    const { lcp, cls } = await page.evaluate<{ lcp: number; cls: number }>("vitals");
    const kb = (bytes: number) => Math.round(bytes / 100) / 10;
    return {
      requests: wire.requests,
      thirdParty: wire.thirdParty,
      scriptKb: kb(wire.script),
      totalKb: kb(wire.total),
      lcp: Math.round(lcp),
      cls: Math.round(cls * 1000) / 1000,
    };
  } finally {
    await context.close();
  }
}

/** How long a change takes, ms, sorted: until what is in view is painted, until all rows are. */
interface Redraws {
  seen: number[];
  whole: number[];
}

/** Changes the step of the largest table, as somebody who types does: with a rest between. */
async function redraws(page: Page, changes: number): Promise<Redraws> {
  await page.goto(LARGEST, { waitUntil: "networkidle" });
  await page.locator(".light").first().waitFor();
  return await page.evaluate<Redraws>(`(async () => {
    const field = document.querySelector("#field-step");
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const rest = () => new Promise((done) => setTimeout(done, 200));
    const rows = () => document.querySelectorAll(".paces tbody tr").length;
    const seen = [], whole = [];
    // Who types has the field in focus before.
    field.focus();
    for (let change = 0; change < ${changes}; change++) {
      await rest();
      // Asked for first, so that it comes before the table draws its other rows.
      const painted = frame();
      const began = performance.now();
      field.value = change % 2 === 0 ? "2" : "1";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await painted;
      seen.push(performance.now() - began);
      while (rows() !== (change % 2 === 0 ? 121 : 241)) await frame();
      whole.push(performance.now() - began);
    }
    return { seen: seen.sort((a, b) => a - b), whole: whole.sort((a, b) => a - b) };
  })()`);
}

interface Scores {
  [category: string]: number;
}

/**
 * What Lighthouse says of a page, 0 to 100 by category, with the simulated LCP in ms, CLS and
 * blocking time in ms.
 */
async function lighthouse(url: string, preset: "mobile" | "desktop"): Promise<Scores> {
  const chromium = await findChromium();
  const { success, stdout, stderr } = await new Deno.Command("npx", {
    args: [
      "-y",
      LIGHTHOUSE,
      url,
      "--quiet",
      "--output=json",
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking",
      ...(preset === "desktop" ? ["--preset=desktop"] : []),
    ],
    env: { ...chromium.env, CHROME_PATH: chromium.path },
    stdout: "piped",
    stderr: "piped",
  }).output();
  if (!success) {
    throw new Error(`Lighthouse failed: ${new TextDecoder().decode(stderr).slice(-500)}`);
  }
  const { categories, audits } = JSON.parse(new TextDecoder().decode(stdout));
  const scores = Object.fromEntries(
    Object.entries(categories as Record<string, { score: number }>).map((
      [name, { score }],
    ) => [name, Math.round(score * 100)]),
  );
  const value = (audit: string) => Math.round((audits[audit]?.numericValue ?? NaN) * 1000) / 1000;
  return {
    ...scores,
    lcp_ms: Math.round(value("largest-contentful-paint")),
    cls: value("cumulative-layout-shift"),
    tbt_ms: Math.round(value("total-blocking-time")),
  };
}

/** Several visits as one: what a page reaches at least, and its LCP in the middle of them. */
function together(runs: readonly Scores[]): Scores {
  const [first = {}] = runs;
  return Object.fromEntries(
    Object.keys(first).map((name) => {
      const values = runs.map((scores) => scores[name] ?? NaN).sort((a, b) => a - b);
      const at = name === "lcp_ms"
        ? values.length >> 1
        : name === "cls" || name === "tbt_ms"
        ? values.length - 1
        : 0;
      return [name, values[at] ?? NaN];
    }),
  );
}

async function main(): Promise<void> {
  const { values } = readCommandLine({
    options: {
      page: { type: "string", multiple: true },
      changes: { type: "string", default: "40" },
      seconds: { type: "string", default: "5" },
      runs: { type: "string", default: "1" },
      "no-lighthouse": { type: "boolean", default: false },
      help: HELP_OPTION,
    },
  });
  if (values.help) return printText(HELP);
  const changes = wholeNumber("changes", values.changes, { to: 9999 });
  const seconds = wholeNumber("seconds", values.seconds, { to: 600 });
  const runs = wholeNumber("runs", values.runs, { from: 1, to: 99 });
  const chosen = (pages: Readonly<Record<string, string>>) =>
    Object.entries(pages).filter(([name]) => values.page?.includes(name) ?? true);
  await buildSite(say);
  await using running = await startComparisonSite(EIGHT_PEOPLE);
  const { site } = running;
  const browser = await launchBrowser();
  const visits: Record<string, Visit> = {};
  let times: Redraws;
  try {
    for (const [name, path] of chosen({ ...PAGES, ...FURTHER_PAGES })) {
      say(`Visiting ${path}`);
      visits[name] = await firstVisit(browser, site.url, path);
    }
    say("Drawing the largest table again and again");
    const context = await browser.newContext({ baseURL: site.url, serviceWorkers: "block" });
    times = await redraws(await context.newPage(), changes);
  } finally {
    await browser.close();
  }
  say("Asking for pages as fast as they are answered");
  const speeds = await measurePages(site.url, seconds);
  const scores: Record<string, Scores> = {};
  if (!values["no-lighthouse"]) {
    for (const [name, path] of chosen(PAGES)) {
      for (const preset of ["mobile", "desktop"] as const) {
        const visited: Scores[] = [];
        for (let run = 1; run <= runs; run++) {
          say(`Lighthouse, ${preset}, run ${run} of ${runs}: ${path}`);
          visited.push(await lighthouse(site.url + path, preset));
        }
        scores[`${name} ${preset}`] = together(visited);
      }
    }
  }
  print(setTable(
    ["first visit", "requests", "third party", "script kB", "all kB", "LCP ms", "CLS"].map((
      title,
      at,
    ) => at === 0 ? { title, text: true } : { title }),
    Object.entries(visits).map(([name, visit]) => [name, ...Object.values(visit).map(String)]),
  ));
  const at = (share: number, of: readonly number[] = times.seen) =>
    Math.round((of[Math.floor(share * of.length)] ?? NaN) * 10) / 10;
  print(
    `\nThe step of a table of 241 × 16 is changed and seen in ${at(0.5)} ms (p95 ${
      at(0.95)
    }), whole in ${at(0.5, times.whole)} (${at(0.95, times.whole)})\n`,
  );
  print(setTable(
    [{ title: "pages a second", text: true }, { title: "" }],
    Object.entries(speeds).map(([name, rate]) => [name.replace(/_rps$/, ""), String(rate)]),
  ));
  print("");
  const [any] = Object.values(scores);
  if (any !== undefined) {
    print(setTable(
      ["Lighthouse", ...Object.keys(any)].map((title, at) =>
        at === 0 ? { title, text: true } : { title }
      ),
      Object.entries(scores).map(([name, of]) => [name, ...Object.values(of).map(String)]),
    ));
    print("");
  }
  print(
    JSON.stringify({
      visits,
      redraw_p50_ms: at(0.5),
      redraw_p95_ms: at(0.95),
      whole_p95_ms: at(0.95, times.whole),
      ...speeds,
      lighthouse: scores,
    }),
  );
}

Deno.exit(await exitCodeOf(main));
