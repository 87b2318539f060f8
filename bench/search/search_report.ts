import { print } from "@mypacer/shared/process/command_line.ts";
import type { LoadFigures } from "../load.ts";
import { setTable } from "../table_report.ts";
import type { Ceiling } from "./ceiling.ts";
import type { FightResult } from "./fight.ts";
import { setFight } from "./fight_report.ts";
import type { ByClients, SearchLoads } from "./loads.ts";
import type { Recall } from "./recall.ts";

/** What a benchmark of the search came to. */
export interface Report {
  recall: Recall;
  ceiling: Ceiling;
  loads: SearchLoads;
  ready: { answering: number; inMemory: number };
  /** Memory of the API, MB; NaN where the system does not tell. */
  rss: number;
  compared: FightResult;
  markdown: boolean;
}

const LOAD_COLUMNS = [
  { title: "load", text: true },
  ...["clients", "requests/s", "p50 ms", "p95 ms", "p99 ms", "errors"].map((title) => ({ title })),
];

function loadRows(what: string, loads: ByClients): string[][] {
  return Object.entries(loads).map(([clients, { rps, p50, p95, p99, errors }]) => [
    what,
    clients,
    rps.toFixed(0),
    p50.toFixed(2),
    p95.toFixed(2),
    p99.toFixed(2),
    String(errors),
  ]);
}

/** The figures of a load, each by number of clients. */
function figuresOf(loads: ByClients) {
  const byClients = (of: (figures: LoadFigures) => number) =>
    Object.fromEntries(
      Object.entries(loads).map(([clients, figures]) => [clients, Number(of(figures).toFixed(2))]),
    );
  return {
    p50_ms: byClients(({ p50 }) => p50),
    p95_ms: byClients(({ p95 }) => p95),
    p99_ms: byClients(({ p99 }) => p99),
    rps: byClients(({ rps }) => rps),
    errors: byClients(({ errors }) => errors),
  };
}

/** Prints tables for people and, as the last line, one JSON object with the figures. */
export function printReport(
  { recall, ceiling, loads, ready, rss, compared, markdown }: Report,
): void {
  const percent = (share: number | undefined) =>
    share === undefined ? "" : `${(share * 100).toFixed(1)} %`;
  print(setTable(
    [
      { title: "first ten right", text: true },
      ...["mypacer", "at best", "first", "decided", "MRR", "person", "at best"]
        .map((title) => ({ title })),
    ],
    Object.keys(recall.recall10).map((kind) => [
      kind,
      percent(recall.recall10[kind]),
      percent(ceiling.recall10[kind]),
      percent(recall.recall1[kind]),
      percent(recall.decided1[kind]),
      (recall.mrr[kind] ?? 0).toFixed(3),
      percent(recall.person10[kind]),
      percent(ceiling.person10[kind]),
    ]),
  ));
  print("");
  print(setTable(LOAD_COLUMNS, [
    ...loadRows("all kinds", loads.mixed),
    ...loadRows("letters as typed", loads.typing),
    ...loadRows("three letters", loads.threeLetters),
    ...Object.entries(loads.kinds).flatMap(([kind, figures]) => loadRows(kind, { "1": figures })),
  ]));
  print(
    `\nA server of Deno that only says hello: ${loads.helloRps.toFixed(0)} requests/s, 8 clients`,
  );
  const [{ client } = { client: "autocannon" }] = Object.values(loads.rates);
  const rates = Object.entries(loads.rates).map(([what, { rps }]) => `${what} ${rps.toFixed(0)}`);
  print(`Requests a second by ${client}, 8 clients: ${rates.join(", ")}`);
  print(
    `\nFrom start to the first answer ${ready.answering.toFixed(2)} s, to searching in memory ${
      ready.inMemory.toFixed(2)
    } s; ${rss.toFixed(0)} MB resident\n`,
  );
  print(setFight(compared, { markdown }));
  print(JSON.stringify({
    ...recall,
    ceiling,
    ...figuresOf(loads.mixed),
    typing: figuresOf(loads.typing),
    three_letters: figuresOf(loads.threeLetters),
    by_kind: Object.fromEntries(
      Object.entries(loads.kinds).map(([kind, figures]) => [kind, figuresOf({ "1": figures })]),
    ),
    hello_rps: Math.round(loads.helloRps),
    rates: loads.rates,
    ready_s: Number(ready.inMemory.toFixed(2)),
    first_answer_s: Number(ready.answering.toFixed(2)),
    rss_mb: Math.round(rss),
    alternatives: compared.figures,
    left_out: compared.leftOut,
  }));
}
