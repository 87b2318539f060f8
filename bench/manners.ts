/**
 * `deno task bench:manners`: a whole installation as a guest of a simulated federation. The table
 * is for people; the last line of stdout is one JSON object with the figures.
 */
import {
  HELP_OPTION,
  print,
  printText,
  readCommandLine,
  say,
  wrongValue,
} from "@mypacer/shared/process/command_line.ts";
import { startBenchDatabase } from "./bench_database.ts";
import { startChild } from "./child.ts";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { playGuests, type VisitorAnswer } from "./guests.ts";

const HELP = `Measures the politeness of a whole installation, at a simulated federation.

Usage: deno task bench:manners [options]

  --minutes N   how long (10)
  --rate N      requests per second the installation may send (1)
  --help        this text

Three APIs and two scrapers share a database; visitors want records nobody has read while the crawl runs. A scraper
is killed, the APIs are replaced by those of the other color, the site asks for rest once.
Starts a database of its own in a temporary folder and the simulator, and removes all of it.
`;

/** Time the real site takes for an answer, ms. */
const LATENCY = { min: 300, max: 1500 };
const VISITOR_EVERY = 4000;

function readNumber(name: string, value: string, most: number): number {
  const number = Number(value);
  if (value.trim() !== "" && number > 0 && number <= most) return number;
  throw wrongValue(name, { text: value, accepted: `above 0, at most ${most}` });
}

async function main(): Promise<boolean> {
  const { values } = readCommandLine({
    options: {
      minutes: { type: "string", default: "10" },
      rate: { type: "string", default: "1" },
      help: HELP_OPTION,
    },
  });
  if (values.help) {
    printText(HELP);
    return true;
  }
  const minutes = readNumber("minutes", values.minutes, 120);
  const rate = readNumber("rate", values.rate, 10);
  await using parts = new AsyncDisposableStack();
  const databaseUrl = await startBenchDatabase(parts);
  const federation = `http://127.0.0.1:${freePort()}`;
  parts.use(
    await startChild([
      "simulator/main.ts",
      `--port=${new URL(federation).port}`,
      "--athletes=8000",
      "--clubs=3000",
      "--seasons=1",
    ], { readyUrl: `${federation}/robots.txt` }),
  );
  const report = await playGuests({ databaseUrl: databaseUrl, federation }, {
    rate,
    seconds: minutes * 60,
    latency: LATENCY,
    visitorEvery: VISITOR_EVERY,
    say,
  });
  const { visitors, ...seen } = report;
  const figures = { minutes, rate, ...seen, ...describeVisitors(visitors) };
  for (const [name, value] of Object.entries(figures)) {
    print(`${name.replaceAll("_", " ").padEnd(24)} ${value}`);
  }
  print("");
  print(JSON.stringify(figures));
  return true;
}

function describeVisitors(visitors: readonly VisitorAnswer[]) {
  const waits = visitors.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (share: number) => waits[Math.ceil(share * waits.length) - 1] ?? null;
  return {
    visitors: visitors.length,
    visitors_answered: visitors.filter(({ status }) => status === 200).length,
    visitor_p50_ms: at(0.5),
    visitor_p95_ms: at(0.95),
    visitor_max_ms: at(1),
  };
}

Deno.exit(await main() ? 0 : 1);
