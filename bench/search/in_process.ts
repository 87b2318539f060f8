import { cpuUsage } from "node:process";
import { connect } from "@mypacer/shared/database/connect.ts";
import { print, say } from "@mypacer/shared/process/command_line.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { createApp } from "../../api/app.ts";
import { DirectoryIndex } from "../../api/search/index/directory_index.ts";
import { Finder } from "../../api/search/index/finder.ts";
import type { IndexData } from "../../api/search/index/index_data.ts";
import type { IndexKeeper } from "../../api/search/index_keeper.ts";
import { createMemorySearch } from "../../api/search/memory_search.ts";
import { createSqlSearch } from "../../api/search/sql_search.ts";
import { parseSearchText } from "../../api/search/query.ts";
import { percentile } from "../load.ts";
import { setTable } from "../table_report.ts";
import type { Question } from "./kinds.ts";
import { measureRecall } from "./recall.ts";

/** Times each kind is asked; the quickest counts, since other work only ever adds. */
const ROUNDS = 5;
/** Results asked for, as the first page. */
const PAGE = 10;

/** What the queries of one kind cost one thread, µs. */
interface KindCost {
  /** Processor time of a search in the index, of one query: the mean. */
  search_us: number;
  /** The same of a whole request, from `Request` to the bytes of the answer. */
  request_us: number;
  /** Time to answer one search. */
  p50_us: number;
  p95_us: number;
}

/** Groups of texts that are asked together. */
export interface TextsByKind {
  [kind: string]: readonly string[];
}

/** Processor time of all threads of this process, µs. */
function processorTime(): number {
  const { user, system } = cpuUsage();
  return user + system;
}

/** The search and the API over an index that is there; neither has a database behind it. */
function createOverIndex(data: IndexData) {
  const index = new DirectoryIndex(data);
  const keeper = {
    current: { index, finder: new Finder(index), isOpposed: () => false },
  } as unknown as IndexKeeper;
  // Connects when it is first asked, which never happens.
  const sql = connect({ url: "postgres://127.0.0.1:9/none", applicationName: "none", max: 1 });
  const log = createLogger("api", { level: "error" });
  const app = createApp({
    sql,
    federation: {} as Parameters<typeof createApp>[0]["federation"],
    log,
    keeper,
    config: {
      federationUrl: "http://127.0.0.1:9",
      recordsMaxAge: 0,
      version: "bench",
      youngestListed: "BB",
    },
  });
  const never = { latestBirthYear: () => 9999, isListed: () => true };
  const search = createMemorySearch({
    keeper,
    fallback: createSqlSearch({ sql, ages: never, log }),
    log,
  });
  const find = (text: string) =>
    search.find({ query: parseSearchText(text, { minLetters: 3 }), limit: PAGE, offset: 0 });
  return { find, fetch: app.fetch };
}

/**
 * Measures what queries cost one thread in this process: by kind, in rounds so that other work on
 * the machine falls on all of them.
 *
 * @param options.answersFile Where the first ten of each text are written, one text a line, so that
 *   two versions of the search can be compared.
 */
export async function measureInProcess(
  data: IndexData,
  { questions, texts, answersFile }: {
    questions: readonly Question[];
    texts: TextsByKind;
    answersFile: string | undefined;
  },
): Promise<void> {
  const { find, fetch } = createOverIndex(data);
  const costs = new Map<string, KindCost>();
  for (let round = 0; round < ROUNDS; round++) {
    say(`Round ${round + 1} of ${ROUNDS}`);
    for (const [kind, ofKind] of Object.entries(texts)) {
      const times = new Float64Array(ofKind.length);
      const requests = ofKind.map((text) =>
        new Request(`http://a/athletes?${new URLSearchParams({ q: text, limit: String(PAGE) })}`)
      );
      const began = processorTime();
      for (const [at, text] of ofKind.entries()) {
        const start = performance.now();
        await find(text);
        times[at] = (performance.now() - start) * 1000;
      }
      const searched = processorTime();
      for (const request of requests) await (await fetch(request)).arrayBuffer();
      const answered = processorTime();
      times.sort();
      const cost: KindCost = {
        search_us: (searched - began) / ofKind.length,
        request_us: (answered - searched) / ofKind.length,
        p50_us: percentile(times, 0.5),
        p95_us: percentile(times, 0.95),
      };
      const best = costs.get(kind) ?? cost;
      costs.set(kind, {
        search_us: Math.min(best.search_us, cost.search_us),
        request_us: Math.min(best.request_us, cost.request_us),
        p50_us: Math.min(best.p50_us, cost.p50_us),
        p95_us: Math.min(best.p95_us, cost.p95_us),
      });
    }
  }
  const foundBy = async (text: string) =>
    (await find(text)).hits.map(({ athlete: { ffaId, name } }) => ({ ffaId, name }));
  const recall = await measureRecall(foundBy, questions);
  if (answersFile !== undefined) {
    const lines: string[] = [];
    for (const [kind, ofKind] of Object.entries(texts)) {
      for (const text of ofKind) {
        const { hits, total, totalIsExact } = await find(text);
        const found = hits.map(({ athlete, score, match }) => [athlete.ffaId, score, match]);
        lines.push(JSON.stringify([kind, text, total, totalIsExact, found]));
      }
    }
    await Deno.writeTextFile(answersFile, lines.join("\n") + "\n");
  }
  const columns = ["search µs", "request µs", "p50 µs", "p95 µs", "first ten right"];
  print(setTable(
    [{ title: "kind", text: true }, ...columns.map((title) => ({ title }))],
    [...costs].map(([kind, { search_us, request_us, p50_us, p95_us }]) => [
      kind,
      ...[search_us, request_us, p50_us, p95_us].map((value) => value.toFixed(0)),
      recall.recall10[kind] === undefined ? "" : `${(recall.recall10[kind] * 100).toFixed(1)} %`,
    ]),
  ));
  print(JSON.stringify({ in_process: Object.fromEntries(costs), ...recall }));
}
