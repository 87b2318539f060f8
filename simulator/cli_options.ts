import { parseArgs } from "node:util";
import { FIRST_SEASON, seasonOf } from "@mypacer/shared/domain/people/season.ts";
import { MAX_CLUBS } from "./people/clubs.ts";
import { COSTLY_RATE, EVERY_FAULT, HARMLESS_RATE } from "./faults/every_fault.ts";
import { type SimulatorOptions, SIMULTANEOUS } from "./site/create_simulator.ts";
import type { Latency } from "./site/simulator.ts";
import { MAX_PEOPLE } from "./people/identifiers.ts";

/** A command line that cannot be followed. The message is one line for the operator. */
export class OptionError extends Error {
  override name = "OptionError";
}

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

While it runs, http://HOST:PORT/_simulator/ tells how to switch faults and to read the counts.
How politely it is visited: /_simulator/counts tells the smallest gap between the starts of two
requests (smallest_gap_ms), the most at once (most_in_flight) and the most within any 60 seconds
(most_in_60_s); /_simulator/requests lists the latest 10,000 with moment, kind and status.
`;

/** Largest seed: what draws are made from has 32 bits. */
const MAX_SEED = 2 ** 31 - 1;

const OPTIONS = [
  "port",
  "host",
  "clubs",
  "athletes",
  "seasons",
  "first-season",
  "last-season",
  "seed",
  "latency",
  "simultaneous",
] as const;
type OptionName = typeof OPTIONS[number];
/** Options without a value. */
const SWITCHES = ["help", "faults"] as const;

/**
 * Reads the command line.
 *
 * @param words What stands behind the command.
 * @param defaults Port and host unless given, and the moment that is now.
 * @throws {OptionError} Naming the first wrong option, what was given and what is accepted.
 */
export function readOptions(
  words: readonly string[],
  { now, port, host }: { now: Date; port: number; host: string },
): CliOptions {
  const given = split(words);
  const whole = (name: OptionName, fallback: number, [min, max]: [number, number]) => {
    const text = given[name];
    if (text === undefined) return fallback;
    const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw wrong(name, text, `a whole number from ${min} to ${max}`);
  };
  const current = seasonOf(now);
  const lastPossible = current + 1;
  const seasonLimits: [number, number] = [FIRST_SEASON, lastPossible];
  const first = whole("first-season", NaN, seasonLimits);
  const last = whole("last-season", NaN, seasonLimits);
  const seasons = whole("seasons", NaN, [1, lastPossible - FIRST_SEASON + 1]);
  const range = seasonRange({ first, last, seasons, current });
  if (range.firstSeason > range.lastSeason || range.firstSeason < FIRST_SEASON) {
    throw new OptionError(
      `seasons ${range.firstSeason} to ${range.lastSeason} were asked for; accepted: first before last, from ${FIRST_SEASON} on`,
    );
  }
  return {
    help: given.help !== undefined,
    port: whole("port", port, [0, 65_535]),
    host: given.host ?? host,
    clubs: whole("clubs", 60, [1, MAX_CLUBS]),
    athletes: whole("athletes", 6000, [1, MAX_PEOPLE]),
    ...range,
    seed: whole("seed", 1, [0, MAX_SEED]),
    today: now,
    latency: readLatency(given.latency),
    simultaneous: whole("simultaneous", SIMULTANEOUS, [0, 1_000_000]),
    faults: given.faults === undefined ? [] : EVERY_FAULT,
  };
}

function split(
  words: readonly string[],
): Partial<Record<OptionName | typeof SWITCHES[number], string>> {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        help: { type: "boolean", short: "h" },
        faults: { type: "boolean" },
        ...Object.fromEntries(OPTIONS.map((name) => [name, { type: "string" as const }])),
      },
    });
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, String(value)]),
    );
  } catch (error) {
    // The parser tells in one line which option it does not know, or which lacks its value.
    if (error instanceof TypeError) {
      throw new OptionError(`${error.message.split("\n")[0]} (see --help)`, { cause: error });
    }
    throw error;
  }
}

/** The seasons that any two of first, last and number tell, or fewer with their defaults. */
function seasonRange(
  { first, last, seasons, current }: Record<"first" | "last" | "seasons" | "current", number>,
): { firstSeason: number; lastSeason: number } {
  const given = (value: number) => !Number.isNaN(value);
  if (given(first) && given(last) && given(seasons) && last - first + 1 !== seasons) {
    throw wrong(
      "seasons",
      String(seasons),
      `${last - first + 1}, or leave it out: first and last tell`,
    );
  }
  if (given(first)) {
    const end = given(last) ? last : given(seasons) ? first + seasons - 1 : current;
    return { firstSeason: first, lastSeason: end };
  }
  const lastSeason = given(last) ? last : current;
  return { firstSeason: lastSeason - (given(seasons) ? seasons : 3) + 1, lastSeason };
}

function readLatency(text: string | undefined): Latency {
  if (text === undefined) return { min: 0, max: 0 };
  const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text);
  const min = Number(match?.[1]);
  const max = Number(match?.[2] ?? match?.[1]);
  if (match === null || min > max) {
    throw wrong("latency", text, "milliseconds as MIN-MAX or one number, MIN not above MAX");
  }
  return { min, max };
}

function wrong(name: OptionName, text: string, accepted: string): OptionError {
  return new OptionError(`--${name}: "${text.slice(0, 60)}" was given; accepted: ${accepted}`);
}
