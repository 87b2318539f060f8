/**
 * Who may import what: the one table of it. The lint plugin beside this file applies it to every
 * import of every file, so that a wrong one is marked where it stands.
 */

/** Part of the repository and what its files may reach. */
interface Zone {
  /** Path from the root that its files begin with. */
  path: string;
  /** Paths from the root they may import from. */
  reaches: readonly string[];
  /** Packages they may import; any by default. */
  packages?: readonly string[];
  /** Whether they stay free of input, output, environment and clock. */
  pure?: boolean;
  /** Whether each folder below it reaches itself, and none of its neighbors but by EXCEPTIONS. */
  apart?: boolean;
}

/** Zones of the rooms of a folder: each reaches itself and those named for it. */
function rooms(
  folder: string,
  reached: Record<string, readonly string[]>,
  { also = [], ...rest }: Omit<Zone, "path" | "reaches"> & { also?: readonly string[] },
): Zone[] {
  return Object.entries(reached).map(([room, others]) => ({
    path: `${folder}${room}/`,
    reaches: [...[room, ...others].map((other) => `${folder}${other}/`), ...also],
    ...rest,
  }));
}

/** What of the shared member a browser may load. */
const BROWSER_SAFE = ["shared/domain/", "shared/contract/"] as const;

/** First match counts, so the narrower zones come first. */
const ZONES: readonly Zone[] = [
  ...rooms("shared/domain/", {
    measure: [],
    people: ["measure"],
    results: ["measure", "people"],
    models: ["measure", "people", "results"],
    analysis: ["measure", "people", "results", "models"],
    table: ["measure", "models"],
  }, { packages: [], pure: true }),
  {
    path: "shared/contract/",
    reaches: ["shared/contract/", "shared/domain/"],
    packages: ["zod"],
    pure: true,
  },
  {
    path: "shared/federation/parsers/",
    reaches: ["shared/federation/", "shared/domain/", "shared/contract/"],
    pure: true,
  },
  // A program that operators call by this path, in images of former releases too.
  { path: "shared/database/opposition_cli", reaches: ["shared/"] },
  {
    path: "shared/database/",
    reaches: ["shared/database/", "shared/domain/", "shared/contract/", "shared/process/"],
  },
  { path: "shared/", reaches: ["shared/"] },
  ...rooms("web/kit/", {
    icons: [],
    keyboard: [],
    language: [],
    forms: ["language"],
    texts: ["language", "forms"],
    table_state: ["language", "forms", "texts"],
    addresses: ["language", "forms", "table_state"],
    athletes: ["icons", "language", "forms", "texts", "table_state", "addresses"],
    glossary: ["language", "addresses"],
    print: ["language", "texts"],
    frame: ["icons", "language", "texts", "addresses", "print"],
    browser: ["forms", "addresses", "athletes", "load"],
    charts: ["language", "table_state", "athletes"],
    search_field: [
      "icons",
      "language",
      "forms",
      "texts",
      "table_state",
      "addresses",
      "athletes",
      "browser",
      "answers",
    ],
    tools: [
      "icons",
      "language",
      "forms",
      "texts",
      "table_state",
      "addresses",
      "frame",
      "load",
      "styles",
    ],
    predictions: ["language", "table_state", "addresses", "tools"],
    answers: ["icons", "language", "forms", "table_state", "addresses", "tools"],
  }, { also: BROWSER_SAFE }),
  ...rooms("web/kit/", {
    load: ["forms", "table_state", "addresses", "athletes", "frame"],
    pictures: ["language", "addresses", "load"],
  }, { also: ["shared/"] }),
  { path: "web/pages/", reaches: ["web/kit/", "web/islands/", "shared/"], apart: true },
  {
    path: "web/islands/",
    reaches: ["web/kit/", "web/pages/", "shared/domain/", "shared/contract/"],
  },
  {
    path: "web/edge/",
    reaches: ["web/edge/", "web/pages/", "web/kit/", "web/deno.json", "shared/"],
  },
  { path: "web/worker/", reaches: ["web/worker/", "web/pages/", "web/kit/", "shared/domain/"] },
  { path: "web/", reaches: ["web/", "shared/"] },
  // Each room stands on those above it: routes on pages, pages on what reads them, all on HTTP.
  ...rooms("api/", {
    http: [],
    repositories: [],
    pace_table: [],
    observation: ["repositories"],
    directory_share: ["http"],
    legacy: ["http"],
    "search/index": ["repositories"],
    search: ["repositories"],
    threads: ["directory_share", "search", "observation", "http"],
    federation: ["http", "repositories", "observation"],
    results: ["federation", "repositories"],
    records: [
      "results",
      "federation",
      "directory_share",
      "http",
      "repositories",
      "observation",
    ],
    new_athletes: ["records", "federation", "http", "repositories"],
    wire: ["records", "results", "federation", "repositories"],
    documentation: ["wire", "records", "federation", "legacy", "http"],
    routes: [
      "documentation",
      "wire",
      "new_athletes",
      "records",
      "results",
      "federation",
      "search",
      "legacy",
      "directory_share",
      "observation",
      "pace_table",
      "repositories",
      "http",
    ],
  }, { also: ["shared/"] }),
  { path: "api/", reaches: ["api/", "shared/"] },
  ...rooms("scraper/federation_check/", {
    reading: [],
    replacement: ["reading"],
  }, { also: ["shared/"] }),
  ...rooms("scraper/", {
    plan: [],
    progress: [],
    command_line: ["plan"],
    repositories: ["plan"],
    crawl: ["repositories", "plan", "progress"],
    import: ["repositories"],
    federation_check: ["repositories"],
    observation: ["repositories"],
    report: ["crawl", "repositories"],
  }, { also: ["shared/"] }),
  { path: "scraper/", reaches: ["scraper/", "shared/"] },
  ...rooms("simulator/", {
    chance: [],
    names: ["chance"],
    people: ["names", "chance"],
    results: ["people", "names", "chance"],
    pages: ["results", "people", "chance"],
    faults: ["pages", "chance"],
    site: ["faults", "pages", "people", "chance"],
  }, { also: ["shared/"] }),
  { path: "simulator/testing/", reaches: ["simulator/", "shared/"] },
  {
    path: "simulator/",
    reaches: [
      "simulator/cli_options.ts",
      "simulator/site/",
      "simulator/faults/",
      "simulator/people/",
      "shared/",
    ],
  },
];

/** Imports from one page into another, and the few others against the direction; at most 25. */
export const EXCEPTIONS: readonly { from: string; to: string; reason: string }[] = [
  ...["ClubFiltersForm.tsx", "ClubMembers.tsx", "club_page.tsx", "page.tsx"].map((file) => ({
    from: `web/pages/clubs/${file}`,
    to: "web/pages/search/texts.ts",
    reason: "a list of a club's athletes says what a list of results says",
  })),
  {
    from: "web/pages/search/page.tsx",
    to: "web/pages/clubs/texts.ts",
    reason: "a search leads on to the clubs of the same name, under the name they have there",
  },
  ...[
    ["model_examples.ts", "state.ts"],
    ["page.tsx", "texts.ts"],
    ["page.tsx", "state.ts"],
    ["page.tsx", "PredictorForm.tsx"],
    ["state.ts", "state.ts"],
  ].map(([from, to]) => ({
    from: `web/pages/models/${from}`,
    to: `web/pages/predictor/${to}`,
    reason: "models are explained on the results of the predictor's own form",
  })),
  {
    from: "web/pages/predictor/page.tsx",
    to: "web/pages/zones/state.ts",
    reason: "a VMA that was found leads to its zones",
  },
];

/** Packages a test may import on top of what its zone allows. */
const TEST_PACKAGES = ["@std/assert", "fast-check", "node:test"];
/** What every test may use, whatever its zone. */
const TEST_SUPPORT = "shared/testing/";
/** Where bare names point inside the repository. */
const ALIAS = /^@mypacer\/(?=shared\/)/;

function zoneOf(file: string): Zone | undefined {
  return ZONES.find((zone) => file.startsWith(zone.path));
}

/** What a test takes whatever its place in the member; in the site the reader of HTML too. */
const TESTED: Record<string, readonly string[]> = {
  web: ["web/", "shared/federation/html.ts"],
  // The simulator is the only fake federation, so its help for tests serves others too (ADR 22).
  api: ["api/", "simulator/testing/"],
  scraper: ["scraper/testing/", "simulator/testing/"],
  simulator: ["simulator/testing/"],
};

/** Paths that a file may import from. */
function reachesOf(zone: Zone, file: string): readonly string[] {
  if (isTest(file) || isTestSupport(file)) {
    const [member = ""] = file.split("/");
    return [...zone.reaches, TEST_SUPPORT, ...TESTED[member] ?? []];
  }
  const own = /^[^/]+/.exec(file.slice(zone.path.length))?.[0];
  if (!zone.apart) return zone.reaches;
  // Components are drawn in browsers too; what loads a page's data is not.
  const reaches = file.endsWith(".tsx")
    ? [...zone.reaches.filter((path) => path !== "shared/"), ...BROWSER_SAFE]
    : zone.reaches;
  return [`${zone.path}${own}/`, ...reaches];
}

const isTest = (file: string) => /_test\.tsx?$/.test(file);
/** Help for tests, which nothing that is shipped may import. */
const isTestSupport = (file: string) => file.includes("/testing/");

/** Path from the root that a specifier names, or null when it names a package. */
function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return new URL(specifier, `file:///${file}`).pathname.slice(1);
  return ALIAS.test(specifier) ? specifier.replace(ALIAS, "") : null;
}

/**
 * Tells why a file may not import this.
 *
 * @param file Path from the root, e.g. `api/app.ts`.
 * @param specifier What stands in the import, e.g. `../scraper/config.ts`.
 * @returns The reason, or null when it may.
 */
export function importProblem(file: string, specifier: string): string | null {
  const zone = zoneOf(file);
  if (zone === undefined) return null;
  const target = targetOf(file, specifier);
  if (target !== null) {
    if (isTestSupport(target) && !isTest(file) && !isTestSupport(file)) {
      return `${target} is for tests: only they may import it`;
    }
    const reaches = reachesOf(zone, file);
    return reaches.some((path) => target.startsWith(path)) ||
        EXCEPTIONS.some(({ from, to }) => from === file && to === target)
      ? null
      : `${zone.path} may not import ${target}: only ${reaches.join(", ")}`;
  }
  const packages = zone.packages;
  if (packages === undefined) return null;
  if (packages.includes(specifier) || isTest(file) && TEST_PACKAGES.includes(specifier)) {
    return null;
  }
  return `${zone.path} may not import the package ${specifier}`;
}

/** Tells whether a file must not use `Deno`, `fetch`, `process` or the clock. */
export function mustBePure(file: string): boolean {
  return zoneOf(file)?.pure === true && !isTest(file);
}
