/**
 * `deno task bench:growth`: what grows with the number of people in the directory. The tables are
 * for people, in Markdown; the last line of stdout is one JSON object with the figures.
 */
import { fileURLToPath } from "node:url";
import {
  exitCodeOf,
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  say,
  wholeNumber,
  wrongValue,
} from "@mypacer/shared/process/command_line.ts";
import { type CrawlSample, sampleCrawl } from "./growth/crawl_sample.ts";
import { growthChart } from "./growth/growth_chart.ts";
import { growthTable, replaceTables } from "./growth/growth_table.ts";
import { measureSize, type SizeFigures } from "./growth/measure_size.ts";

const HELP = `Measures what grows with the number of people in the directory.

Usage: deno task bench:growth [options]

  --sizes LIST         millions of people, the smallest first (0.94,2.8,9.4)
  --database-up-to N   largest size, in millions, of which the database is filled to tell its size (2.8)
  --crawl N            people of the small crawl from which that of each size is extrapolated; 0 = none (8000)
  --each N             queries of each of the twelve kinds (100)
  --seconds N          length of each load (6)
  --seed N             another seed is other people (1)
  --docs               writes the tables into docs/SCALING.md, and the picture beside it
  --help               this text

For each size: makes the index of invented people and its file, starts the API on that file, asks it by kind and
with eight clients. A database of its own in a temporary folder, the index and the API are removed.
The sizes above take a quarter of an hour, 8 GB of memory and 10 GB of disk; --sizes 0.02,0.06 takes a minute.
Other work on the machine spoils the times; CPU seconds less so.
`;

/** Most people whose ids the simulator keeps apart. */
const MOST_PEOPLE = 9_900_000;

function readMillions(name: string, text: string): number {
  const people = Math.round(Number(text) * 1e6);
  if (text.trim() !== "" && people >= 1000 && people <= MOST_PEOPLE) return people;
  throw wrongValue(name, { text, accepted: `millions from 0.001 to ${MOST_PEOPLE / 1e6}` });
}

function readSizes(text: string, { atLeast }: { atLeast: number }): number[] {
  const sizes = text.split(",").map((part) => readMillions("sizes", part));
  const isRising = sizes.every((size, at) => at === 0 || size > (sizes[at - 1] ?? 0));
  if (isRising && sizes.length >= atLeast) return sizes;
  throw wrongValue("sizes", { text, accepted: `${atLeast} or more, the smallest first` });
}

function readOptions() {
  const { values } = readCommandLine({
    options: {
      sizes: { type: "string", default: "0.94,2.8,9.4" },
      "database-up-to": { type: "string", default: "2.8" },
      crawl: { type: "string", default: "8000" },
      each: { type: "string", default: "100" },
      seconds: { type: "string", default: "6" },
      seed: { type: "string", default: "1" },
      docs: { type: "boolean", default: false },
      help: HELP_OPTION,
    },
  });
  return {
    sizes: readSizes(values.sizes, { atLeast: values.docs ? 2 : 1 }),
    databaseUpTo: readMillions("database-up-to", values["database-up-to"]),
    crawl: wholeNumber("crawl", values.crawl, { from: 0, to: 2_000_000 }),
    each: wholeNumber("each", values.each),
    seconds: wholeNumber("seconds", values.seconds, { to: 600 }),
    seed: wholeNumber("seed", values.seed),
    docs: values.docs,
    help: values.help ?? false,
  };
}

const PICTURE = "![What grows with the number of people, on logarithmic scales](growth.svg)";

/** Writes the picture, and it and the tables between the marks in the document. */
async function writeDocs(sizes: readonly SizeFigures[], tables: string): Promise<void> {
  const document = new URL("../docs/SCALING.md", import.meta.url);
  const text = await Deno.readTextFile(document);
  const picture = new URL("growth.svg", document);
  await Deno.writeTextFile(document, replaceTables(text, `${PICTURE}\n\n${tables}`));
  await Deno.writeTextFile(picture, growthChart(sizes));
  // As `deno task check` wants them.
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--quiet", fileURLToPath(document), fileURLToPath(picture)],
  }).output();
  if (!success) throw new Error("The tables and the picture cannot be formatted");
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return printText(HELP);
  let parts = new AsyncDisposableStack();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, async () => {
      await parts.disposeAsync();
      Deno.exit(130);
    });
  }
  const sizes: SizeFigures[] = [];
  for (const athletes of options.sizes) {
    const fillsDatabase = athletes <= options.databaseUpTo;
    await using ofSize = parts = new AsyncDisposableStack();
    sizes.push(await measureSize(ofSize, { ...options, athletes, fillsDatabase, say }));
  }
  let crawl: CrawlSample | null = null;
  if (options.crawl > 0) {
    say(`Crawling ${options.crawl} athletes`);
    crawl = await sampleCrawl(options.crawl);
  }
  const tables = growthTable(sizes, crawl);
  print(`${tables}\n`);
  if (options.docs) await writeDocs(sizes, tables);
  print(JSON.stringify({ sizes, crawl }));
}

// The load's own timers outlive it.
Deno.exit(await exitCodeOf(main));
