import type { CheckReport, RobotsReport } from "./check.ts";
import { STEPS } from "./steps.ts";
import type { Outcome, Verdict } from "./verdict.ts";
import type { Visit } from "./visitor.ts";

/** Columns of the table: title, width, whether numbers stand in it, value. */
type Column = [
  title: string,
  width: number,
  isNumber: boolean,
  value: (visit: Visit, report: CheckReport) => string | number | null,
];

/** 115 signs with the spaces between them: a terminal of 120 shows them on one line. */
const COLUMNS: readonly Column[] = [
  ["page", 20, false, ({ step }) => step.title],
  ["robots", 7, false, ({ step }, { robots }) => robotsCell(step.name, robots)],
  ["status", 6, true, ({ status }) => status],
  ["ms", 6, true, ({ milliseconds }) => milliseconds],
  ["bytes", 8, true, ({ bytes }) => bytes],
  ["encoding", 14, false, ({ charset, contentEncoding }) => encodingCell(charset, contentEncoding)],
  ["http", 8, false, ({ status }, { httpVersion }) => status === null ? null : httpVersion],
  ["frame", 11, false, ({ frame }) => frame],
  ["rows", 5, true, ({ reading }) => reading?.rows ?? null],
  ["missing", 7, true, ({ reading }) => reading === null ? null : reading.missing.length],
  ["new", 4, true, ({ reading }) => reading === null ? null : reading.unknown.length],
  ["verdict", 8, false, ({ verdict }) => VERDICTS[verdict]],
];

const VERDICTS: Record<Verdict, string> = {
  well: "well",
  new: "new",
  changed: "changed",
  refused: "refused",
  down: "down",
  skipped: "-",
};

const CONCLUSIONS: Record<Outcome, string> = {
  well: "All is well: every page may be read and is understood.",
  new: "Something is new: every page is understood, and not all of it is as it was known.",
  changed: "Something is new: a page is not understood.",
  refused: "Not allowed: a page that MyPacer needs may not be read.",
  down: "Down: a page could not be had.",
};

/** The report as people read it: a table of at most 120 columns, details, the conclusion. */
export function formatCheckReport(report: CheckReport): string {
  const { robots, site, redirectedTo, requests, visits } = report;
  const table = visits.length === 0 ? [] : [
    tableLine(COLUMNS.map(([title]) => title)),
    ...visits.map((visit) => tableLine(COLUMNS.map(([, , , value]) => value(visit, report)))),
    "",
  ];
  const lines = [
    `${site}, ${report.checkedAt.toISOString()}, ${requests} requests`,
    ...robotsLines(robots),
    ...redirectedTo === null ? [] : [
      `The site redirects to ${redirectedTo}: set FEDERATION_URL to it, or each page costs two requests.`,
    ],
    "",
    ...table,
    ...visits.flatMap((visit) => detailLines(visit, report)),
    CONCLUSIONS[report.outcome],
  ];
  return `${lines.join("\n")}\n`;
}

/** The report as data: what the table and the details say, without the pages. */
export function toJson(report: CheckReport) {
  const { visits, changes, ...rest } = report;
  return {
    ...rest,
    changes: Object.fromEntries(changes),
    pages: visits.map(({ step, url: _url, body: _body, ...visit }) => ({
      page: step.name,
      reader: step.reader,
      allowed: report.robots.fault === null && !report.robots.refused.includes(step.name),
      ...visit,
    })),
  };
}

function tableLine(cells: readonly (string | number | null)[]): string {
  return cells.map((cell, index) => {
    const [, width = 0, isNumber = false] = COLUMNS[index] ?? [];
    const text = cell === null ? "-" : String(cell).slice(0, width);
    return isNumber ? text.padStart(width) : text.padEnd(width);
  }).join(" ").trimEnd();
}

function robotsCell(name: string, { refused }: RobotsReport): string {
  return refused.includes(name) ? "refused" : "yes";
}

function encodingCell(charset: string | null, contentEncoding: string | null): string | null {
  return [charset, contentEncoding].filter((part) => part !== null).join(" ") || null;
}

function robotsLines({ isMissing, crawlDelay, refused, fault }: RobotsReport): string[] {
  if (fault !== null) {
    return [`robots.txt: it cannot be read, so nothing else is asked for: ${fault}`];
  }
  const titles = Object.values(STEPS).filter(({ name }) => refused.includes(name))
    .map(({ title }) => title);
  const allowed = isMissing
    ? "there is none, so everything is allowed"
    : titles.length === 0
    ? "every kind of page is allowed"
    : `it refuses: ${titles.join(", ")}`;
  const delay = crawlDelay === null ? "no crawl delay" : `a crawl delay of ${crawlDelay} s`;
  return [`robots.txt: ${allowed}; ${delay}`];
}

function detailLines({ step, note, reading }: Visit, { changes }: CheckReport): string[] {
  const lines = [
    ...note === null ? [] : [note],
    ...(changes.get(step.name) ?? []).map((change) => `other than the kept page: ${change}`),
    ...reading === null ? [] : [
      ...named("no row has", reading.missing),
      ...named("no row has (it happens)", reading.absent),
      ...named(
        "never seen before",
        reading.unknown.map(({ kind, value, count }) => `${kind} "${value}" (${count})`),
      ),
      ...named(
        `problems (${reading.skipped} rows left out)`,
        Object.entries(reading.problems).map(([message, count]) => `${message} (${count})`),
      ),
    ],
  ];
  return lines.length === 0 ? [] : [`${step.title}:`, ...lines.map((line) => `  ${line}`), ""];
}

function named(title: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`${title}: ${values.join(", ")}`];
}
