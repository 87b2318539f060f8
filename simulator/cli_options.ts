import {
  HELP_OPTION,
  readCommandLine,
  UsageError,
  wholeNumber,
  wrongValue,
} from "@mypacer/shared/process/command_line.ts";
import { FIRST_SEASON, seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { MAX_CLUBS } from "./people/clubs.ts";
import { COSTLY_RATE, EVERY_FAULT, HARMLESS_RATE } from "./faults/every_fault.ts";
import { type SimulatorOptions, SIMULTANEOUS } from "./site/create_simulator.ts";
import type { Latency } from "./site/simulator.ts";
import { MAX_PEOPLE } from "./people/identifiers.ts";

/** What the command line asks for. */
export type CliOptions = SimulatorOptions & { help: boolean; port: number; host: string };

export const HELP = `Simulates the federation's site with invented people.

Usage: deno task simulator [options]

  --port N             port to listen on; 0 = any free one (SIMULATOR_PORT, 8090)
  --host ADDRESS       address to listen on (HOST, 127.0.0.1)
  --clubs N            number of clubs (60)
  --athletes N         number of athletes over all seasons (6000)
  --seasons N          number of seasons (3)
  --first-season YYYY  first season, from ${FIRST_SEASON} on (the last one and --seasons tell)
  --last-season YYYY   last season (the current one)
  --seed N             another seed is another federation (1)
  --latency MIN-MAX    milliseconds an answer takes, e.g. 300-1500 as the real site (0)
  --simultaneous N     requests at a time beyond which 503 is answered (${SIMULTANEOUS})
  --faults             switches every fault on at a small rate: ${
  HARMLESS_RATE * 100
} % of requests for each that leaves
                       the page readable (data-section, tbody, no-tbody, json-fragment,
                       nameless-athlete, unbalanced, www-redirect, apex-redirect), ${
  COSTLY_RATE * 100
} % for each
                       that costs it; without "forbidden", after which a crawl rightly ends
  --help               this text

Without any fault, the site is as it is: numbers with a letter in Corsica, compound surnames,
0.7 % odd names, empty rosters without table, end tags left out, and for an unknown id either 404
or the page that everybody gets.

While it runs, http://HOST:PORT/_simulator/ says how to switch faults and to read the counts.
How politely it is visited: /_simulator/counts has the smallest gap between the starts of two
requests (smallest_gap_ms), the most at once (most_in_flight) and the most within any 60 seconds
(most_in_60_s); /_simulator/requests lists the latest 10,000 with moment, kind and status.
`;

/** Largest seed: what draws are made from has 32 bits. */
const MAX_SEED = 2 ** 31 - 1;

const TEXT = { type: "string" } as const;
/** Options with a value. */
const TEXTS = {
  port: TEXT,
  host: TEXT,
  clubs: TEXT,
  athletes: TEXT,
  seasons: TEXT,
  "first-season": TEXT,
  "last-season": TEXT,
  seed: TEXT,
  latency: TEXT,
  simultaneous: TEXT,
} as const;

/**
 * Reads the command line.
 *
 * @param words What stands behind the command.
 * @param defaults Port and host by default, and the present moment.
 * @throws {UsageError} Naming the first wrong option, what was given and what is accepted.
 */
export function readOptions(
  words: readonly string[],
  { now, port, host }: { now: Date; port: number; host: string },
): CliOptions {
  const { values } = readCommandLine({
    args: [...words],
    options: { help: HELP_OPTION, faults: { type: "boolean" }, ...TEXTS },
  });
  const whole = (name: keyof typeof TEXTS, fallback: number, [from, to]: [number, number]) => {
    const text = values[name];
    return text === undefined ? fallback : wholeNumber(name, text, { from, to });
  };
  const current = seasonOf(now);
  const lastPossible = current + 1;
  const seasonLimits: [number, number] = [FIRST_SEASON, lastPossible];
  const first = whole("first-season", NaN, seasonLimits);
  const last = whole("last-season", NaN, seasonLimits);
  const seasons = whole("seasons", NaN, [1, lastPossible - FIRST_SEASON + 1]);
  const range = seasonRange({ first, last, seasons, current });
  if (range.firstSeason > range.lastSeason || range.firstSeason < FIRST_SEASON) {
    throw new UsageError(
      `seasons ${range.firstSeason} to ${range.lastSeason} were asked for; accepted: first before last, from ${FIRST_SEASON} on`,
    );
  }
  return {
    help: values.help ?? false,
    port: whole("port", port, [0, 65_535]),
    host: values.host ?? host,
    clubs: whole("clubs", 60, [1, MAX_CLUBS]),
    athletes: whole("athletes", 6000, [1, MAX_PEOPLE]),
    ...range,
    seed: whole("seed", 1, [0, MAX_SEED]),
    today: now,
    latency: readLatency(values.latency),
    simultaneous: whole("simultaneous", SIMULTANEOUS, [0, 1_000_000]),
    faults: values.faults ? EVERY_FAULT : [],
  };
}

/** The seasons that any two of first, last and number give, or fewer with their defaults. */
function seasonRange(
  { first, last, seasons, current }: Record<"first" | "last" | "seasons" | "current", number>,
): { firstSeason: number; lastSeason: number } {
  const isGiven = (value: number) => !Number.isNaN(value);
  if (isGiven(first) && isGiven(last) && isGiven(seasons) && last - first + 1 !== seasons) {
    throw wrongValue("seasons", {
      text: String(seasons),
      accepted: `${last - first + 1}, or leave it out: first and last tell`,
    });
  }
  if (isGiven(first)) {
    const end = isGiven(last) ? last : isGiven(seasons) ? first + seasons - 1 : current;
    return { firstSeason: first, lastSeason: end };
  }
  const lastSeason = isGiven(last) ? last : current;
  return { firstSeason: lastSeason - (isGiven(seasons) ? seasons : 3) + 1, lastSeason };
}

function readLatency(text: string | undefined): Latency {
  if (text === undefined) return { min: 0, max: 0 };
  const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text);
  const min = Number(match?.[1]);
  const max = Number(match?.[2] ?? match?.[1]);
  if (match === null || min > max) {
    const accepted = "milliseconds as MIN-MAX or one number, MIN not above MAX";
    throw wrongValue("latency", { text, accepted });
  }
  return { min, max };
}
