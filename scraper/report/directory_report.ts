import type { Sql } from "@mypacer/shared/database/connect.ts";
import {
  countDirectory,
  countDuplicates,
  countErrors,
  countSeasons,
  type DirectoryFacts,
  type DuplicateFacts,
  type ErrorFacts,
  type SeasonFacts,
} from "../repositories/directory_facts.ts";
import { findRunFacts, type RunFacts } from "../repositories/run_facts.ts";

/** What `deno task report` shows. */
export type DirectoryReport = {
  directory: DirectoryFacts;
  duplicates: DuplicateFacts;
  seasons: SeasonFacts[];
  /** The last one first. */
  runs: RunFacts[];
  /** Of the last run. */
  errors: ErrorFacts[];
};

/** Runs in the report: with one a week, two months and a half. */
const RUNS = 10;

/** Reads what the directory holds and how the last crawls went, as of one moment. */
export async function readDirectoryReport(sql: Sql): Promise<DirectoryReport> {
  return await sql.begin("isolation level repeatable read read only", async (sql) => {
    const runs = await findRunFacts(sql, RUNS);
    return {
      directory: await countDirectory(sql),
      duplicates: await countDuplicates(sql),
      seasons: await countSeasons(sql),
      runs,
      errors: runs[0] === undefined ? [] : await countErrors(sql, runs[0].id),
    };
  });
}

/** Names of the fields for people, in the order they are shown. */
const FIELDS: [keyof DirectoryFacts["with"], string][] = [
  ["birthYear", "birth year"],
  ["birthYearRange", "birth year as a range only"],
  ["sex", "sex"],
  ["nationality", "nationality"],
  ["licenseNumber", "license number"],
  ["category", "age category"],
  ["club", "club"],
  ["profile", "own page read"],
];

/** The report as people read it. */
export function formatDirectoryReport(
  { directory, duplicates, seasons, runs, errors }: DirectoryReport,
): string {
  const { clubs, athletes, memberships } = directory;
  const count = (value: number, label: string) => `${String(value).padStart(10)} ${label}`;
  const share = (value: number) =>
    athletes === 0 ? "    –  " : `${(100 * value / athletes).toFixed(1).padStart(5)} %`;
  return [
    "Directory",
    count(athletes, "athletes"),
    count(clubs, "clubs"),
    count(memberships, "memberships"),
    "",
    "Athletes with",
    ...FIELDS.map(([name, label]) =>
      `${String(directory.with[name]).padStart(10)} ${share(directory.with[name])}  ${label}`
    ),
    "",
    "Probable duplicates",
    count(
      duplicates.sharedLicenses,
      `licenses on several athletes (${duplicates.sharedLicenseAthletes})`,
    ),
    count(duplicates.sameInOneClub, "of one name, sex and birth year in one club"),
    count(duplicates.samePerson, "of one name, sex and birth year anywhere"),
    "",
    "Seasons",
    ...seasons.map((each) =>
      `${String(each.season).padStart(10)} ${String(each.clubs).padStart(6)} clubs ` +
      `${String(each.athletes).padStart(8)} athletes`
    ),
    "",
    "Last runs",
    ...runs.map(formatRun),
    ...(errors.length === 0 ? [] : ["", "Errors of the last run"]),
    ...errors.map(({ kind, error, pages }) => count(pages, `${kind}: ${error}`)),
    "",
  ].join("\n");
}

function formatRun({ kind, seasons, club, state, stopped, startedAt, counters, ...run }: RunFacts) {
  const [first, last] = [seasons.at(-1), seasons[0]];
  const span = first === last ? `${last}` : `${first}–${last}`;
  const unread = run.pending + run.failed === 0
    ? ""
    : `, ${run.pending} pages to read, ${run.failed} failed`;
  return `  ${startedAt.toISOString().slice(0, 16).replace("T", " ")} ${kind} ${span}` +
    `${club === null ? "" : ` club ${club}`}: ${state}, ${counters["requests"] ?? 0} requests, ` +
    `${counters["rows_written"] ?? 0} rows written${unread}${
      stopped === null ? "" : ` (${stopped})`
    }`;
}
