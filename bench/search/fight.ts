import type { Sql } from "@mypacer/shared/database/connect.ts";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { say } from "@mypacer/shared/process/command_line.ts";
import { join } from "node:path";
import type { EngineEntry } from "./engines/catalogue.ts";
import type { Query } from "./engines/engine.ts";
import { type EngineRun, measureEngine } from "./engines/measure_engine.ts";
import { writePeopleFile } from "./engines/people_file.ts";
import type { Question } from "./kinds.ts";
import { mixKinds } from "./mixed_order.ts";
import { type FoundAthlete, measureRecall, type Recall } from "./recall.ts";

/** Longest time in which just-in-time compilers get ready, s. */
const WARM_UP_SECONDS = 20;

/** What an engine did, by the names of the JSON. Of one client, in process, on one core. */
export interface EngineFigures extends Recall {
  /** Questions it had the time for. */
  asked: number;
  /**
   * Recall among the first ten by kind, as a share of what any ranking could reach with the
   * questions that it was asked.
   */
  share_of_best: Record<string, number>;
  /** The same of this project's own engine with the same questions; empty where it failed. */
  mypacer_share: Record<string, number>;
  /** Queries a second: by the clock, and for a whole second of the processor. */
  rps: Record<"1", number>;
  cpu_rps: number | null;
  p50_ms: Record<"1", number>;
  p95_ms: Record<"1", number>;
  p99_ms: Record<"1", number>;
  rss_mb: number | null;
  peak_rss_mb: number | null;
  build_s: number;
  build_cpu_s: number | null;
}

/** What came of a comparison, by the names of the engines. */
export interface FightResult {
  figures: Record<string, EngineFigures>;
  /** Those that could not be measured, and why: how to install them, or how they failed. */
  leftOut: Record<string, string>;
}

/** What every engine is measured with. */
export interface FightOptions {
  sql: Sql;
  databaseUrl: string;
  /** By their names in the figures. */
  engines: Readonly<Record<string, EngineEntry>>;
  questions: readonly Question[];
  /** Of other people: asked before the measurement. */
  warmUp: readonly Question[];
  /** Longest time for all questions, s: a slow engine is asked fewer of them. */
  seconds: number;
  /**
   * The best recall among the first ten that any ranking could reach with some of the questions, by
   * kind, where it is below 1.
   */
  bestOf: (questions: readonly Question[]) => Readonly<Record<string, number>>;
}

/** Name of this project's own engine in the figures. */
export const OWN = "mypacer";

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

const toQueries = (questions: readonly Question[]): Query[] =>
  mixKinds(questions).map(({ text }) => ({ text, plainText: normalizeName(text) }));

/**
 * Asks every engine the same. One that is not installed, or fails, is told and left out.
 *
 * @param parts Gets what is to be removed at the end.
 */
export async function fight(
  parts: AsyncDisposableStack,
  options: FightOptions,
): Promise<FightResult> {
  const result: FightResult = { figures: {}, leftOut: {} };
  const engines = Object.entries(options.engines);
  if (engines.length === 0) return result;
  const folder = await Deno.makeTempDir({ prefix: "mypacer-fight-" });
  parts.defer(() => Deno.remove(folder, { recursive: true }));
  const peopleFile = join(folder, "people.tsv");
  await writePeopleFile(options.sql, peopleFile);
  let own: EngineRun["answers"] = [];
  for (const [name, engine] of engines) {
    const missing = await engine.missing();
    if (missing !== null) {
      result.leftOut[name] = `not installed; ${missing}`;
    } else {
      say(`Measuring ${engine.title}`);
      const engineFolder = join(folder, name);
      await Deno.mkdir(engineFolder);
      try {
        const run = await measureEngine(engine, {
          peopleFile,
          folder: engineFolder,
          warmUp: toQueries(options.warmUp),
          queries: toQueries(options.questions),
          warmUpSeconds: WARM_UP_SECONDS,
          seconds: options.seconds,
          env: { DATABASE_URL: options.databaseUrl },
        });
        if (name === OWN) own = run.answers;
        result.figures[name] = await summarize(run, own, options);
      } catch (error) {
        // The others have been measured for an hour, or are going to be.
        result.leftOut[name] = error instanceof Error ? error.message : String(error);
      }
      await Deno.remove(engineFolder, { recursive: true });
    }
    say(describe(name, result, options));
  }
  return result;
}

/** One line of progress. */
function describe(
  name: string,
  { figures, leftOut }: FightResult,
  { engines, questions }: FightOptions,
): string {
  const measured = figures[name];
  return measured === undefined
    ? `${engines[name]?.title} is left out: ${leftOut[name]}`
    : `  ready after ${measured.build_s} s, ${measured.asked} of ${questions.length} questions, ` +
      `${measured.rps["1"]} a second`;
}

async function summarize(
  run: EngineRun,
  own: EngineRun["answers"],
  options: FightOptions,
): Promise<EngineFigures> {
  const asked = mixKinds(options.questions).slice(0, run.answers.length);
  const best = options.bestOf(asked);
  const shares = ({ recall10 }: Recall) =>
    Object.fromEntries(
      Object.entries(recall10).map(([kind, share]) => [kind, round(share / (best[kind] ?? 1), 4)]),
    );
  const recall = await recallOf(run.answers, asked, options.sql);
  const times = run.milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => ({ "1": round(times[Math.floor(share * times.length)] ?? NaN, 3) });
  const wallSeconds = times.reduce((sum, time) => sum + time, 0) / 1000;
  return {
    ...recall,
    asked: asked.length,
    share_of_best: shares(recall),
    mypacer_share: own.length < asked.length ? {} : shares(await recallOf(own, asked, options.sql)),
    rps: { "1": round(asked.length / wallSeconds, 1) },
    cpu_rps: run.cpuSeconds ? round(asked.length / run.cpuSeconds, 1) : null,
    p50_ms: at(0.5),
    p95_ms: at(0.95),
    p99_ms: at(0.99),
    rss_mb: run.rssMegabytes,
    peak_rss_mb: run.peakMegabytes,
    build_s: round(run.buildSeconds, 1),
    build_cpu_s: run.buildCpuSeconds,
  };
}

/** How well answers, in the order of the questions, name whom they should. */
async function recallOf(
  answers: EngineRun["answers"],
  asked: readonly Question[],
  sql: Sql,
): Promise<Recall> {
  const names = await namesOf(sql, answers.flat());
  const found = new Map(
    asked.map(({ text }, at) => [
      text,
      (answers[at] ?? []).map((ffaId): FoundAthlete => ({
        ffaId,
        name: names.get(ffaId) ?? "",
      })),
    ]),
  );
  return await measureRecall((text) => found.get(text) ?? [], asked);
}

/** Names of athletes by their federation ids. */
async function namesOf(sql: Sql, ffaIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<FoundAthlete[]>`
    select ffa_id, name from athlete where ffa_id = any (${[...new Set(ffaIds)]}::text[])
  `;
  return new Map(rows.map(({ ffaId, name }) => [ffaId, name]));
}
