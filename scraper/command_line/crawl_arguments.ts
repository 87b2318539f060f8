import { HELP_OPTION, readCommandLine, wholeNumber } from "@mypacer/shared/process/command_line.ts";
import type { CrawlRequest } from "../plan/plan.ts";

export const HELP = `Reads the federation's clubs and their athletes into the directory.

Usage: deno task scrape [--season YEAR | --from YEAR] [--club NUMBER] [--budget N]
         [--birth-years] [--no-resume] [--no-check] [--dry-run]

  --season YEAR   one season, the current one unless given
  --from YEAR     all seasons since this one
  --club NUMBER   only this club: its federation number, e.g. 075999, 02A135
  --budget N      stop after N requests
  --birth-years   afterwards, read the results of clubs for missing birth years
  --no-resume     start over; by default an interrupted run of the same plan is resumed (--resume)
  --no-check      begin without looking first, with five requests, whether the federation's pages may be
                  read and are understood
  --dry-run       show what would be read and what it costs; reads and writes nothing
  --help          show this

Environment: DATABASE_URL, FEDERATION_URL, FEDERATION_RATE, FEDERATION_CONTACT, OPPOSITION_KEY, LOG_LEVEL.
Exit codes: 0 all was read, 1 something is missing, 2 wrong use, 3 another crawl is under way,
4 the pages may not be read or are not understood, so that it did not begin, 130 interrupted.
`;

/** What the command line asks for. */
export type Arguments = CrawlRequest & {
  budget: number | null;
  /** Resume an interrupted run in place of starting over. */
  resume: boolean;
  /** Check first whether the pages may be read and are understood. */
  check: boolean;
  dryRun: boolean;
  help: boolean;
};

/**
 * Reads the command line of `deno task scrape`.
 *
 * @throws {UsageError} If an option is unknown or its value is not of its kind.
 */
export function readArguments(args: string[]): Arguments {
  const { values } = readCommandLine({
    args,
    options: {
      season: { type: "string" },
      from: { type: "string" },
      club: { type: "string" },
      budget: { type: "string" },
      "birth-years": { type: "boolean" },
      resume: { type: "boolean" },
      "no-resume": { type: "boolean" },
      "no-check": { type: "boolean" },
      "dry-run": { type: "boolean" },
      help: HELP_OPTION,
    },
  });
  const number = (name: "season" | "from" | "budget") => {
    const text = values[name];
    return text === undefined ? undefined : wholeNumber(name, text);
  };
  return {
    season: number("season"),
    from: number("from"),
    club: values.club,
    birthYears: values["birth-years"] ? "all" : "none",
    budget: number("budget") ?? null,
    resume: !(values["no-resume"] ?? false),
    check: !(values["no-check"] ?? false),
    dryRun: values["dry-run"] ?? false,
    help: values.help ?? false,
  };
}
