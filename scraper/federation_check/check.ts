import { type FederationClient, FederationError } from "@mypacer/shared/federation/client.ts";
import { NO_RULES, type Robots } from "@mypacer/shared/federation/robots.ts";
import { type FederationUrls, federationUrls } from "@mypacer/shared/federation/urls.ts";
import { seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { findHttpVersion } from "./http_version.ts";
import { STEPS } from "./steps.ts";
import { type CheckForm, LIMITS, Tour } from "./tour.ts";
import { type Outcome, outcomeOf, verdictOfError } from "./verdict.ts";
import { type Visit, Visitor } from "./visitor.ts";

/** What a check works with. */
export interface CheckTools {
  federation: FederationClient;
  /** The site, e.g. `https://www.athle.fr`. */
  baseUrl: string;
  signal: AbortSignal;
  now: Date;
  /** Called with each page once it has come or failed. */
  onVisit?: (visit: Visit) => void;
}

/** What robots.txt says. */
export interface RobotsReport {
  /** Whether there is none, so that everything is allowed. */
  isMissing: boolean;
  /** Seconds asked for between two requests. */
  crawlDelay: number | null;
  /** Names of the steps whose pages may not be read. */
  refused: string[];
  /** Why it could not be read; null when it could. */
  fault: string | null;
}

/** What a check of the federation's site found. */
export interface CheckReport {
  form: CheckForm;
  site: string;
  checkedAt: Date;
  outcome: Outcome;
  robots: RobotsReport;
  /** Version of HTTP, e.g. `HTTP/2`; null when it was not looked for. */
  httpVersion: string | null;
  /** The site's other name, where it redirects to that; null where it does not. */
  redirectedTo: string | null;
  /**
   * How pages are built otherwise than kept ones, by the name of the step; empty unless compared.
   */
  changes: ReadonlyMap<string, readonly string[]>;
  /** Requests for pages. */
  requests: number;
  visits: Visit[];
}

const NO_CHANGES: CheckReport["changes"] = new Map();

/** A report with what a comparison with kept pages found: any difference is new. */
export function withChanges(report: CheckReport, changes: CheckReport["changes"]): CheckReport {
  const isNew = changes.size > 0 && report.outcome === "well";
  return { ...report, changes, outcome: isNew ? "new" : report.outcome };
}

/**
 * Looks whether the federation's pages may be read and are understood, and what is new on them.
 *
 * robots.txt goes first: where it cannot be read, no page is asked for.
 *
 * @throws What the signal was aborted with.
 */
export async function checkFederation(form: CheckForm, tools: CheckTools): Promise<CheckReport> {
  const { federation, baseUrl, signal, now, onVisit = () => {} } = tools;
  const report = {
    form,
    site: new URL(baseUrl).origin,
    checkedAt: now,
    httpVersion: null,
    changes: NO_CHANGES,
  };
  const urls = federationUrls(baseUrl);
  let rules: Robots;
  try {
    rules = await federation.robots();
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FederationError)) throw error;
    const robots = { isMissing: false, crawlDelay: null, refused: [], fault: error.message };
    const outcome = verdictOfError(error);
    return { ...report, outcome, robots, redirectedTo: null, requests: 0, visits: [] };
  }
  const robots = readRules(rules, urls);
  const visitor = new Visitor({ federation, signal, limit: LIMITS[form], onVisit });
  const httpVersion = form === "full" ? await findHttpVersion(new URL(baseUrl), signal) : null;
  const started = new Date(now);
  await new Tour(visitor, {
    form,
    urls: () => visitor.redirectedTo === null ? urls : federationUrls(visitor.redirectedTo),
    season: seasonOf(started),
    year: started.getUTCFullYear(),
  }).take();
  const { visits, redirectedTo, requests } = visitor;
  // What only the check asks for is shown and changes nothing.
  const needed = visits.filter(({ step }) => step.reader !== "check");
  const verdicts = needed.map(({ verdict }) => verdict);
  const isRefused = form === "full" &&
    Object.values(STEPS).some(({ name, reader }) =>
      reader !== "check" && robots.refused.includes(name)
    );
  const outcome = outcomeOf(isRefused ? [...verdicts, "refused"] : verdicts);
  return { ...report, httpVersion, outcome, robots, redirectedTo, requests, visits };
}

function readRules(rules: Robots, urls: FederationUrls): RobotsReport {
  const refused = Object.values(STEPS).filter(({ example }) => {
    const { pathname, search } = example(urls);
    return !rules.allows(pathname + search);
  });
  return {
    isMissing: rules === NO_RULES,
    crawlDelay: rules.crawlDelay,
    refused: refused.map(({ name }) => name),
    fault: null,
  };
}
