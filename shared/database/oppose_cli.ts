import { parseArgs } from "node:util";
import { z } from "zod";
import { EnvironmentError, readEnvironment } from "../process/environment.ts";
import { createLogger } from "../process/log.ts";
import { databaseUrl, databaseVariables } from "./config.ts";
import { connect } from "./connect.ts";
import { oppose } from "./opposition.ts";

const HELP =
  `Removes a person who asked not to be listed, and keeps them out of every reading to come.

Usage: deno task db:oppose FFA_ID --channel CHANNEL

  FFA_ID     the number in the address of the athlete's page, athle.fr/athletes/FFA_ID
  --channel  how the person asked, e.g. email

What stays is a dated line with a keyed hash, without a name. OPPOSITION_KEY must be set, to the key that
the API and the scraper have. Doing it twice changes nothing. Exit codes: 0 done, 1 failed, 2 wrong use.
`;

const Config = z.object({ ...databaseVariables, OPPOSITION_KEY: z.string().optional() });

/** What the command line says, or what is wrong with it. */
function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h" }, channel: { type: "string" } },
  });
  if (values.help) return "help";
  const [ffaId, ...others] = positionals;
  if (ffaId === undefined || !/^\d{1,12}$/.test(ffaId) || others.length > 0) {
    throw new TypeError("FFA_ID: one federation id is accepted, 1 to 12 digits");
  }
  const channel = values.channel?.trim() ?? "";
  if (!/^[\w -]{1,40}$/.test(channel)) {
    throw new TypeError("--channel: a word for how the person asked is accepted, e.g. email");
  }
  return { ffaId, channel };
}

/** Runs `deno task db:oppose`; the result is the exit code. */
async function main(args: string[]): Promise<number> {
  const log = createLogger("oppose");
  try {
    const asked = readArguments(args);
    if (asked === "help") {
      await Deno.stdout.write(new TextEncoder().encode(HELP));
      return 0;
    }
    const config = readEnvironment(Config);
    const sql = connect({ url: databaseUrl(config), applicationName: "mypacer oppose", max: 1 });
    try {
      await oppose(sql, asked.ffaId, { channel: asked.channel, key: config.OPPOSITION_KEY });
    } finally {
      await sql.end();
    }
    log.info("the person is removed and stays out");
    return 0;
  } catch (error) {
    if (error instanceof EnvironmentError || error instanceof TypeError) {
      log.error(error.message);
      return 2;
    }
    log.error("the person could not be removed", { error });
    return 1;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
