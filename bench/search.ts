/**
 * `deno task bench:search`: how well and how fast the API finds athletes in a directory as large as
 * production's, beside what somebody would take instead. The table is for people; the last line of
 * stdout is one JSON object.
 */
import {
  exitCodeOf,
  HELP_OPTION,
  printText,
  readCommandLine,
  say,
  wholeNumber,
  wrongValue,
} from "@mypacer/shared/process/command_line.ts";
import { connect, type Sql } from "@mypacer/shared/database/connect.ts";
import { migrate } from "@mypacer/shared/database/migrate.ts";
import { startBenchDatabase } from "./bench_database.ts";
import { Random } from "@mypacer/shared/testing/random.ts";
import { countingReaders, startMeasuredApi } from "./measured_api.ts";
import { residentMegabytes } from "./process_use.ts";
import { Census, measureCeiling } from "./search/ceiling.ts";
import { buildIndex } from "./search/built_index.ts";
import { FULL_SIZE, InventedDirectory } from "./search/directory.ts";
import { type EngineName, ENGINES } from "./search/engines/catalogue.ts";
import { fight } from "./search/fight.ts";
import { measureInProcess } from "./search/in_process.ts";
import { ask } from "./search/kinds.ts";
import { loadDirectory } from "./search/load_directory.ts";
import { measureLoads } from "./search/loads.ts";
import { measureRecall, type Search } from "./search/recall.ts";
import { printReport } from "./search/search_report.ts";
import { typingStream } from "./search/typing.ts";

/** Engines that the API's own is compared with. */
const OTHERS = (Object.keys(ENGINES) as EngineName[]).filter((name) => name !== "mypacer");

const HELP =
  `Measures the search: invented people, twelve kinds of queries and letters as they are typed,
one machine.

Usage: deno task bench:search [options]

  --athletes N      size of the directory (940868)
  --clubs N         number of clubs (3419)
  --each N          queries of each kind (300)
  --seconds N       length of each load (6)
  --half HALF       people who are looked for: tuning or held-out (held-out)
  --seed N          another seed is another directory, and other queries (1)
  --against LIST    other engines that are asked the same, and the API's own, each in a process of
                    its own on one core, without HTTP: all, none, or some of
                    ${OTHERS.join(", ")}
                    (pg_trgm,minisearch)
  --against-seconds N  longest time for the questions of each of them (120)
  --markdown        prints their tables as docs/BENCHMARKS.md holds them
  --in-process      no database and no HTTP: what one thread of this process takes by kind of query
  --answers FILE    with --in-process: writes the first ten of each query, to compare two versions
  --help            this text

Starts a database of its own in a temporary folder and the API, and removes all of it. The search was
tuned on the tuning half of seed 1 only. Other work on the machine spoils the times.
`;

/** Letters that are typed, shared out among the clients in this order. */
const LETTERS = 8000;

/** Reads which engines are compared; with the others always comes the API's own. */
function readEngines(text: string): EngineName[] {
  if (text === "none") return [];
  if (text === "all") return ["mypacer", ...OTHERS];
  const wanted = text.split(",");
  const unknown = wanted.find((name) => !OTHERS.some((other) => other === name));
  if (unknown !== undefined) {
    throw wrongValue("against", {
      text: unknown,
      accepted: `all, none, or a list of ${OTHERS.join(", ")}`,
    });
  }
  return ["mypacer", ...OTHERS.filter((name) => wanted.includes(name))];
}

function readOptions() {
  const { values } = readCommandLine({
    options: {
      athletes: { type: "string", default: String(FULL_SIZE.athletes) },
      clubs: { type: "string", default: String(FULL_SIZE.clubs) },
      each: { type: "string", default: "300" },
      seconds: { type: "string", default: "6" },
      half: { type: "string", default: "held-out" },
      seed: { type: "string", default: "1" },
      against: { type: "string", default: "pg_trgm,minisearch" },
      "against-seconds": { type: "string", default: "120" },
      markdown: { type: "boolean", default: false },
      "in-process": { type: "boolean", default: false },
      answers: { type: "string" },
      help: HELP_OPTION,
    },
  });
  const { half } = values;
  if (half !== "tuning" && half !== "held-out") {
    throw wrongValue("half", { text: half, accepted: "tuning, held-out" });
  }
  return {
    size: {
      ...FULL_SIZE,
      seed: wholeNumber("seed", values.seed),
      athletes: wholeNumber("athletes", values.athletes),
      clubs: wholeNumber("clubs", values.clubs),
    },
    each: wholeNumber("each", values.each),
    seconds: wholeNumber("seconds", values.seconds),
    half,
    against: readEngines(values.against),
    againstSeconds: wholeNumber("against-seconds", values["against-seconds"]),
    markdown: values.markdown,
    inProcess: values["in-process"],
    answers: values.answers,
    help: values.help,
  } as const;
}

/** Asks the API, as the site does. */
function createApiSearch(url: string): Search {
  return async (text) => {
    const path = `/athletes?${new URLSearchParams({ q: text, limit: "10" })}`;
    const response = await fetch(url + path);
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    const { items } = await response.json();
    return items.map(({ ffa_id, name }: { ffa_id: string; name: string }) => ({
      ffaId: ffa_id,
      name,
    }));
  };
}

/** What is asked of a directory: questions by kind, and letters as they are typed. */
function prepareQuestions(
  directory: InventedDirectory,
  { size, each, half }: ReturnType<typeof readOptions>,
) {
  const targetAt = (index: number) => directory.target(index);
  const people = size.athletes;
  const askOf = (half: "tuning" | "held-out") =>
    ask(targetAt, { people, each, half, seed: size.seed });
  return {
    questions: askOf(half),
    warmUp: askOf(half === "tuning" ? "held-out" : "tuning"),
    ...typingStream(targetAt, { people, count: LETTERS, random: new Random(size.seed) }),
  };
}

/** Starts a database and fills it with the directory. */
async function prepareDatabase(
  parts: AsyncDisposableStack,
  directory: InventedDirectory,
): Promise<{ databaseUrl: string; sql: Sql }> {
  say("Starting a database");
  const databaseUrl = await startBenchDatabase(parts);
  const sql = connect({ url: databaseUrl, applicationName: "mypacer bench", max: 1 });
  parts.defer(() => sql.end());
  await migrate(sql);
  say(`Inventing ${directory.people.length} athletes`);
  await loadDirectory(sql, directory);
  return { databaseUrl, sql };
}

/** Measures one thread of this process, without a database. */
async function runInProcess(options: ReturnType<typeof readOptions>): Promise<void> {
  const directory = new InventedDirectory(options.size);
  const { questions, letters, threeLetters } = prepareQuestions(directory, options);
  say(`Inventing ${options.size.athletes} athletes`);
  const data = buildIndex(directory, { activeSince: options.size.lastSeason });
  const texts: Record<string, string[]> = { typing: letters, three_letters: threeLetters };
  for (const { kind, text } of questions) (texts[kind] ??= []).push(text);
  await measureInProcess(data, { questions, texts, answersFile: options.answers });
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return printText(HELP);
  if (options.inProcess) return await runInProcess(options);
  await using parts = new AsyncDisposableStack();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, async () => {
      await parts.disposeAsync();
      Deno.exit(130);
    });
  }
  const directory = new InventedDirectory(options.size);
  const { questions, warmUp, letters, threeLetters } = prepareQuestions(directory, options);
  const { databaseUrl, sql } = await prepareDatabase(parts, directory);
  say("Starting the API");
  const env = countingReaders(options.size.athletes);
  const api = parts.use(await startMeasuredApi({ databaseUrl, ready: "/health/ready", env }));
  const { url } = api;
  const ready = { answering: api.readyAfter, inMemory: await api.untilInMemory() };
  say(`Asking ${questions.length} questions`);
  const recall = await measureRecall(createApiSearch(url), questions);
  const { seconds } = options;
  const loads = await measureLoads(url, { questions, letters, threeLetters, seconds });
  const rss = await residentMegabytes(api.pid);
  say("Working out what could be reached at best");
  const names = await sql<{ name: string; people: number }[]>`
    select normalized_name as name, count(*) as people from athlete group by normalized_name
  `;
  const census = new Census(names);
  const ceiling = measureCeiling(census, questions);
  await api[Symbol.asyncDispose]();
  const compared = await fight(parts, {
    sql,
    databaseUrl,
    engines: Object.fromEntries(options.against.map((name) => [name, ENGINES[name]])),
    questions,
    warmUp,
    seconds: options.againstSeconds,
    bestOf: (asked) => measureCeiling(census, asked).recall10,
  });
  printReport({ recall, ceiling, loads, ready, rss, compared, markdown: options.markdown });
}

// The load's own timers outlive it.
Deno.exit(await exitCodeOf(main));
