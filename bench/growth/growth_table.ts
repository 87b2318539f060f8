import type { CrawlSample } from "./crawl_sample.ts";
import type { SizeFigures } from "./measure_size.ts";

/** A row of the table: what it says of a size. */
type Row = readonly [title: string, cell: (figures: SizeFigures) => string];

const number = (value: number, digits = 0) =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const megabytes = (value: number) => `${number(value)} MB`;

/** Requests a second that a whole installation sends by default. */
const POLITE_RATE = 1;
const SECONDS_A_DAY = 86_400;

const ROWS: readonly Row[] = [
  ["clubs", ({ clubs }) => number(clubs)],
  ["different words of names", ({ index }) => number(index.words)],
  ["index", ({ index }) => megabytes(index.indexMb)],
  ["API with it, resident", ({ search }) => megabytes(search.rssMb)],
  ["making it, CPU without reading the rows", ({ index }) => `${number(index.buildCpu, 1)} s`],
  ["making it, memory at most", ({ index }) => megabytes(index.peakMb)],
  ["API ready, from the index file", ({ search }) => `${number(search.readySeconds, 2)} s`],
  ["… CPU until then", ({ search }) => `${number(search.readyCpu, 2)} s`],
  ["a search, CPU, mean of all kinds", ({ search }) => `${number(search.cpuMs, 2)} ms`],
  ["searches a second, 8 clients", ({ search }) => number(search.rps)],
  ["p50", ({ search }) => `${number(search.p50, 1)} ms`],
  ["p95", ({ search }) => `${number(search.p95, 1)} ms`],
  ["p99", ({ search }) => `${number(search.p99, 1)} ms`],
];

/** Sets cells as a Markdown table. */
function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${
      cells.map((cell, at) =>
        at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)
      )
        .join(" | ")
    } |`;
  const rule = `| ${
    widths.map((width, at) => at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)
      .join(" | ")
  } |`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}

/**
 * Tells what grows with the number of people, as Markdown: one table of everything, one of the CPU
 * of a search by kind.
 *
 * @param crawl What a small crawl came to; the table names what follows from it an extrapolation.
 */
export function growthTable(sizes: readonly SizeFigures[], crawl: CrawlSample | null): string {
  const header = ["people", ...sizes.map(({ athletes }) => number(athletes))];
  const rows = ROWS.map(([title, cell]) => [title, ...sizes.map(cell)]);
  rows.push([
    "database, athletes and clubs",
    ...sizes.map(({ databaseMb }) => databaseMb === null ? "not filled" : megabytes(databaseMb)),
  ]);
  if (crawl !== null) {
    const requests = (athletes: number) => crawl.requestsPerAthlete * athletes;
    rows.push(
      [
        "first crawl, extrapolated: requests",
        ...sizes.map(({ athletes }) => number(requests(athletes))),
      ],
      [
        "… without a pace",
        ...sizes.map(({ athletes }) => `${number(crawl.secondsPerAthlete * athletes / 60)} min`),
      ],
      [
        "… at one request a second",
        ...sizes.map(({ athletes }) =>
          `${number(requests(athletes) / POLITE_RATE / SECONDS_A_DAY, 1)} days`
        ),
      ],
    );
  }
  const kinds = Object.keys(sizes[0]?.search.cpuMsByKind ?? {});
  const ms = (value: number | undefined) => value === undefined ? "" : number(value, 2);
  const first = sizes[0]?.search.cpuMsByKind ?? {};
  const last = sizes.at(-1)?.search.cpuMsByKind ?? {};
  return `${markdownTable(header, rows)}\n\n${
    markdownTable(
      ["CPU of a search, ms", ...header.slice(1), "times"],
      kinds.map((kind) => [
        kind.replaceAll("_", " "),
        ...sizes.map(({ search }) => ms(search.cpuMsByKind[kind])),
        number((last[kind] ?? NaN) / (first[kind] ?? NaN), 1),
      ]),
    )
  }`;
}

/** Marks in a document between which the tables stand; not seen by its readers. */
const MARKS = ["<!-- bench:growth writes from here -->", "<!-- to here -->"] as const;

/**
 * Puts tables in the place of former ones.
 *
 * @throws {SyntaxError} If the document lacks the marks between which they stand.
 */
export function replaceTables(document: string, tables: string): string {
  const from = document.indexOf(MARKS[0]);
  const to = document.indexOf(MARKS[1], from);
  if (from === -1 || to === -1) throw new SyntaxError(`Cannot find ${MARKS.join(" … ")}`);
  return `${document.slice(0, from)}${MARKS[0]}\n\n${tables}\n\n${document.slice(to)}`;
}
