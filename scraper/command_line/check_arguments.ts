import { HELP_OPTION, readCommandLine } from "@mypacer/shared/process/command_line.ts";

export const HELP =
  `Tells whether the federation's pages may be read and are understood, and what is new on them.

Usage: deno task federation:check [--save DIR] [--against DIR] [--json]

robots.txt first, then at most 15 requests, one a second: club list, a roster and its second page, a
profile, records, results of a year and in an event, club results and their second page, the search
both ways, an id and a club that cannot exist.

  --save DIR      keep the pages, fit to be test data: every name, id, license and birth date, every
                  club and town replaced, the same by the same; only what says nothing about a person stays
  --against DIR   say which pages are built otherwise than those kept there
  --json          one JSON object as the last line
  --help          show this

Environment: DATABASE_URL, FEDERATION_URL, FEDERATION_RATE, FEDERATION_CONTACT, LOG_LEVEL.
Exit codes: 0 all is well; 1 something is new: a page has changed, or a word or code was never seen
before; 2 not allowed, or down; 64 wrong use; 70 the check could not be made, e.g. without the
database, which keeps the pace; 130 interrupted.
`;

/** What the command line asks for. */
export interface CheckArguments {
  /** Folder to keep the pages in; null = none. */
  save: string | null;
  /** Folder of kept pages to compare with; null = none. */
  against: string | null;
  json: boolean;
  help: boolean;
}

/**
 * Reads the command line of `deno task federation:check`.
 *
 * @throws {UsageError} If an option is unknown or lacks its value.
 */
export function readCheckArguments(args: string[]): CheckArguments {
  const { values: { save = null, against = null, json = false, help = false } } = readCommandLine({
    args,
    options: {
      save: { type: "string" },
      against: { type: "string" },
      json: { type: "boolean" },
      help: HELP_OPTION,
    },
  });
  return { save, against, json, help };
}
