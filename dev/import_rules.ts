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
  /** Packages they may import; any unless given. */
  packages?: readonly string[];
  /** Whether they stay free of input, output, environment and clock. */
  pure?: boolean;
}

/** Zones of the rooms of a folder: each reaches itself and those named for it. */
function rooms(
  folder: string,
  reached: Record<string, readonly string[]>,
  rest: Omit<Zone, "path" | "reaches">,
): Zone[] {
  return Object.entries(reached).map(([room, others]) => ({
    path: `${folder}${room}/`,
    reaches: [room, ...others].map((other) => `${folder}${other}/`),
    ...rest,
  }));
}

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
  { path: "web/islands/", reaches: ["web/", "shared/domain/", "shared/contract/"] },
  { path: "web/", reaches: ["web/", "shared/"] },
  // What every route stands on knows no route, and what turns rows into the contract asks nobody.
  { path: "api/http/", reaches: ["api/http/", "shared/"] },
  { path: "api/repositories/", reaches: ["api/repositories/", "shared/"] },
  { path: "api/search/index/", reaches: ["api/search/", "api/repositories/", "shared/"] },
  { path: "api/", reaches: ["api/", "shared/"] },
  { path: "scraper/plan/", reaches: ["scraper/plan/", "shared/"] },
  {
    path: "scraper/repositories/",
    reaches: [
      "scraper/repositories/",
      "scraper/plan/",
      "scraper/import/directory_row.ts",
      "shared/",
    ],
  },
  { path: "scraper/", reaches: ["scraper/", "shared/"] },
  { path: "simulator/", reaches: ["simulator/", "shared/"] },
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

const isTest = (file: string) => /_test\.tsx?$/.test(file);

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
    const reaches = isTest(file) ? [...zone.reaches, TEST_SUPPORT] : zone.reaches;
    return reaches.some((path) => target.startsWith(path))
      ? null
      : `${zone.path} may not import ${target}: only ${zone.reaches.join(", ")}`;
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
