import { fileURLToPath } from "node:url";
import { GROONGA_LIBRARY } from "./groonga_library.ts";

/** What a process of an engine is started with. */
interface EngineFiles {
  peopleFile: string;
  /** An empty folder of its own. */
  folder: string;
}

/** An engine that can be measured. */
export interface EngineEntry {
  /** Its name in a table. */
  title: string;
  /** Page of its documentation that the set-up follows. */
  documentation: string;
  /** Program and arguments of its process. */
  command(files: EngineFiles): string[];
  /** What is missing on this machine and how to install it; null when all is there. */
  missing(): Promise<string | null> | string | null;
}

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Debian's, which sees Debian's modules; another one on the PATH does not. */
const PYTHON = "/usr/bin/python3";

/** Most memory of a JavaScript engine's heap, MB: small machines give less than Orama needs. */
const MAX_HEAP_MB = 6000;

const JAVA_FOLDER = "/usr/share/java";
const JARS = [
  /^lucene-core-\d.*\.jar$/,
  /^lucene-analyzers-common-\d.*\.jar$/,
  /^lucene-analyzers-phonetic-\d.*\.jar$/,
  // The phonetic filters call it, and the package of Lucene does not ask for it.
  /^commons-codec\.jar$/,
];

/** An engine of JavaScript, or one that is called from it. */
const module = (file: string): EngineEntry["command"] => ({ peopleFile, folder }) => [
  Deno.execPath(),
  "run",
  "--quiet",
  "-A",
  `--v8-flags=--max-old-space-size=${MAX_HEAP_MB}`,
  path("engine_process.ts"),
  file,
  peopleFile,
  folder,
];

/** Whether a program runs and ends well. */
async function runs(program: string, args: readonly string[]): Promise<boolean> {
  try {
    const command = new Deno.Command(program, {
      args: [...args],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    });
    return (await command.output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Paths of Lucene's libraries, null where one is missing. */
function findJars(): string[] | null {
  let names: string[];
  try {
    names = [...Deno.readDirSync(JAVA_FOLDER)].map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
  const found = JARS.flatMap((jar) => names.find((name) => jar.test(name)) ?? []);
  return found.length === JARS.length ? found.map((name) => `${JAVA_FOLDER}/${name}`) : null;
}

/** All engines, in the order of the table. */
export const ENGINES = {
  mypacer: {
    title: "MyPacer",
    documentation: "api/search/README.md",
    command: module("mypacer.ts"),
    missing: () => null,
  },
  lucene: {
    title: "Lucene",
    documentation:
      "https://lucene.apache.org/core/8_7_0/core/org/apache/lucene/search/FuzzyQuery.html",
    // Nobody else has a second thread that collects garbage.
    command: ({ peopleFile, folder }) => [
      "java",
      "-Xmx1g",
      "-XX:+UseSerialGC",
      "--class-path",
      (findJars() ?? []).join(":"),
      path("LuceneEngine.java"),
      peopleFile,
      folder,
    ],
    missing: async () =>
      findJars() !== null && await runs("javac", ["-version"])
        ? null
        : "on Debian: apt-get install liblucene8-java libcommons-codec-java default-jdk-headless",
  },
  xapian: {
    title: "Xapian",
    documentation:
      "https://getting-started-with-xapian.readthedocs.io/en/latest/howtos/spelling.html",
    command: ({ peopleFile, folder }) => [PYTHON, path("xapian_engine.py"), peopleFile, folder],
    missing: async () =>
      await runs(PYTHON, ["-c", "import xapian"])
        ? null
        : "on Debian: apt-get install python3-xapian",
  },
  groonga: {
    title: "Groonga",
    documentation: "https://groonga.org/docs/reference/functions/fuzzy_search.html",
    command: module("groonga.ts"),
    // In another process: this one may not be allowed to load libraries.
    missing: async () =>
      await runs(Deno.execPath(), ["eval", `Deno.dlopen("${GROONGA_LIBRARY}", {})`])
        ? null
        : "on Debian: apt-get install libgroonga0",
  },
  sqlite: {
    title: "SQLite FTS5",
    documentation: "https://www.sqlite.org/fts5.html#the_trigram_tokenizer",
    command: module("sqlite_trigram.ts"),
    missing: () => null,
  },
  orama: {
    title: "Orama",
    documentation: "https://docs.orama.com/docs/orama-js/search",
    command: module("orama.ts"),
    missing: () => null,
  },
  flexsearch: {
    title: "FlexSearch",
    documentation: "https://github.com/nextapps-de/flexsearch#fuzzy-search",
    command: module("flexsearch.ts"),
    missing: () => null,
  },
  minisearch: {
    title: "MiniSearch",
    documentation: "https://lucaong.github.io/minisearch/types/MiniSearch.SearchOptions.html",
    command: module("minisearch.ts"),
    missing: () => null,
  },
  pg_trgm: {
    title: "pg_trgm",
    documentation: "https://www.postgresql.org/docs/16/pgtrgm.html",
    command: module("pg_trgm.ts"),
    missing: () => null,
  },
} as const satisfies Record<string, EngineEntry>;

/** Name of an engine on the command line and in the figures. */
export type EngineName = keyof typeof ENGINES;
