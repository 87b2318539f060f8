import { z } from "zod";
import { FfaId } from "../contract/athlete.ts";
import { RemovalReference } from "../contract/removal_request.ts";
import { HELP_OPTION, printText, readCommandLine, UsageError } from "../process/command_line.ts";
import { EnvironmentError, readEnvironment } from "../process/environment.ts";
import { createLogger } from "../process/log.ts";
import { databaseUrl, databaseVariables } from "./config.ts";
import { connect, type Sql } from "./connect.ts";
import {
  findOppositions,
  isOpposed,
  oppose,
  purgeOpposed,
  withdrawOpposition,
} from "../directory/opposition.ts";
import { closeRequest, findOpenRequests, type OpenRequest } from "./removal_request.ts";

const HELP = `People who asked not to be listed, and the requests made on the site.

Usage: deno task opposition COMMAND

  add FFA_ID --channel CHANNEL [--request REFERENCE]
                      remove a person and keep them out of every reading to come; the request that is
                      handled by this is deleted
  list [FFA_ID]       the lines of the list, or whether this person is on it
  remove FFA_ID       take a person off the list: the next reading may bring them back
  purge               remove what is stored about people on the list: after a backup was restored
  requests            the requests that wait, oldest first (they hold personal data)
  close REFERENCE     delete a request that needs nothing more

  FFA_ID     the number in the address of the athlete's page, athle.fr/athletes/FFA_ID
  CHANNEL    how the person asked, e.g. form, email
  REFERENCE  the name of a request, e.g. 7KQ2M-0X9TB

The list holds dated lines with a keyed hash, without a name. OPPOSITION_KEY must be set, to the key that the
API and the scraper have. Doing a thing twice changes nothing. Exit codes: 0 done, 1 failed, 2 wrong use.
`;

const Config = z.object({ ...databaseVariables, OPPOSITION_KEY: z.string().optional() });

/** Days within which a person must be answered (GDPR, article 12.3). */
const ANSWER_WITHIN = 30;
const DAY = 86_400_000;

/** What the command line says. */
type Command =
  | { name: "help" }
  | { name: "requests" }
  | { name: "purge" }
  | { name: "add"; ffaId: string; channel: string; reference: string | undefined }
  | { name: "list"; ffaId: string | undefined }
  | { name: "remove"; ffaId: string }
  | { name: "close"; reference: string };

/** @throws {UsageError} If the command line is wrong. */
function readArguments(args: string[]): Command {
  const { values, positionals } = readCommandLine({
    args,
    allowPositionals: true,
    options: {
      help: HELP_OPTION,
      channel: { type: "string" },
      request: { type: "string" },
    },
  });
  if (values.help) return { name: "help" };
  const [name = "", operand, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`${name}: one operand at most is accepted`);
  if (name !== "add" && (values.channel ?? values.request) !== undefined) {
    throw new UsageError("--channel and --request: accepted by add only");
  }
  switch (name) {
    case "add":
      return {
        name,
        ffaId: ffaIdOf(operand),
        channel: channelOf(values.channel),
        reference: values.request === undefined ? undefined : referenceOf(values.request),
      };
    case "list":
      return { name, ffaId: operand === undefined ? undefined : ffaIdOf(operand) };
    case "remove":
      return { name, ffaId: ffaIdOf(operand) };
    case "requests":
    case "purge":
      if (operand !== undefined) throw new UsageError(`${name}: no operand is accepted`);
      return { name };
    case "close":
      return { name, reference: referenceOf(operand) };
    default:
      throw new UsageError("COMMAND: one of add, list, remove, purge, requests, close is accepted");
  }
}

function ffaIdOf(text: string | undefined): string {
  const parsed = FfaId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError("FFA_ID: one federation id is accepted, 1 to 12 digits");
}

function channelOf(text = ""): string {
  if (/^[\w -]{1,40}$/.test(text.trim())) return text.trim();
  throw new UsageError("--channel: a word for how the person asked is accepted, e.g. email");
}

function referenceOf(text: string | undefined): string {
  const parsed = RemovalReference.safeParse(text?.toUpperCase());
  if (parsed.success) return parsed.data;
  throw new UsageError("REFERENCE: the name of a request is accepted, e.g. 7KQ2M-0X9TB");
}

const day = (date: Date) => date.toISOString().slice(0, 10);

async function listLines(
  sql: Sql,
  { ffaId, key }: { ffaId: string | undefined; key: string | undefined },
): Promise<string> {
  if (ffaId !== undefined) {
    const opposed = await isOpposed(sql, [ffaId], { key });
    return opposed.has(ffaId) ? "on the list\n" : "not on the list\n";
  }
  const lines = await findOppositions(sql);
  return [
    ...lines.map(({ createdAt, channel, ffaIdHash }) =>
      `${day(createdAt)}  ${ffaIdHash.slice(0, 12)}  ${channel}`
    ),
    lines.length === 1 ? "1 person is on the list" : `${lines.length} people are on the list`,
    "",
  ].join("\n");
}

function requestText({ reference, kind, createdAt, ...told }: OpenRequest, now: Date): string {
  const days = Math.floor((now.getTime() - createdAt.getTime()) / DAY);
  const late = days > ANSWER_WITHIN ? ", LATE: an answer is due within a month" : "";
  const facts = {
    "federation id": told.ffaId,
    name: told.name,
    club: told.club,
    "e-mail": told.email,
    message: told.message,
  };
  return [
    `${reference}  ${kind}, ${day(createdAt)}, ${days} days ago${late}`,
    ...Object.entries(facts).flatMap(([label, fact]) =>
      fact === null ? [] : [`  ${label}: ${oneLine(fact)}`]
    ),
  ].join("\n");
}

/** A stranger's text without control characters, which a terminal would obey. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}

/** Runs a command; the result is the text to print. */
async function run(
  command: Exclude<Command, { name: "help" }>,
  { sql, key }: { sql: Sql; key: string | undefined },
): Promise<string> {
  switch (command.name) {
    case "add":
      await oppose(sql, command.ffaId, { ...command, key });
      return "the person is removed and stays out\n";
    case "list":
      return await listLines(sql, { ffaId: command.ffaId, key });
    case "remove":
      return await withdrawOpposition(sql, command.ffaId, { key })
        ? "the person is off the list; the next reading may bring them back\n"
        : "the person was not on the list\n";
    case "purge": {
      const purged = await purgeOpposed(sql, { key });
      return purged === 1 ? "1 person was removed\n" : `${purged} people were removed\n`;
    }
    case "requests": {
      const requests = await findOpenRequests(sql);
      const now = new Date();
      return requests.length === 0
        ? "no request waits\n"
        : `${requests.map((request) => requestText(request, now)).join("\n\n")}\n`;
    }
    case "close":
      return await closeRequest(sql, command.reference)
        ? "the request is deleted\n"
        : "no request has this reference\n";
  }
}

/** Runs `deno task opposition`; the result is the exit code. */
async function main(args: string[]): Promise<number> {
  const log = createLogger("opposition");
  try {
    const command = readArguments(args);
    if (command.name === "help") {
      printText(HELP);
      return 0;
    }
    const config = readEnvironment(Config);
    const sql = connect({
      url: databaseUrl(config),
      applicationName: "mypacer opposition",
      max: 1,
    });
    try {
      printText(await run(command, { sql, key: config.OPPOSITION_KEY }));
    } finally {
      await sql.end();
    }
    return 0;
  } catch (error) {
    if (error instanceof EnvironmentError || error instanceof UsageError) {
      log.error(error.message);
      return 2;
    }
    log.error("it could not be done", { error });
    return 1;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
