import { type Column, setMarkdownTable, setTable } from "../table_report.ts";
import { ENGINES } from "./engines/catalogue.ts";
import { type EngineFigures, type FightResult, OWN } from "./fight.ts";

/** Recall that counts as the same, in shares: two engines are compared in speed within it. */
const NEAR_RECALL = 0.05;

type Figures = Readonly<Record<string, EngineFigures>>;

const titleOf = (name: string) =>
  name in ENGINES ? ENGINES[name as keyof typeof ENGINES].title : name;
const percent = (share: number | undefined) => share === undefined ? "" : (share * 100).toFixed(1);
const count = (value: number | null, digits = 0) => value === null ? "?" : value.toFixed(digits);

/** Mean over the kinds of the share of what could be reached. */
const meanOf = (byKind: Readonly<Record<string, number>>) => {
  const shares = Object.values(byKind);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
};

/** Queries for a second of the processor, or by the clock where that is not known. */
const speedOf = ({ cpu_rps, rps }: EngineFigures) => cpu_rps ?? rps["1"];

/** Figures of which one engine has the best: the title, the figure, whether more is better. */
const RANKED: readonly [title: string, of: (figures: EngineFigures) => number, sign: 1 | -1][] = [
  ["queries for a second of the processor", speedOf, 1],
  ["p95, ms", ({ p95_ms }) => p95_ms["1"], -1],
  ["memory, MB", ({ rss_mb }) => rss_mb ?? NaN, -1],
  ["building, seconds of the processor", ({ build_cpu_s }) => build_cpu_s ?? NaN, -1],
];

/** A share as a figure of a sentence, %. */
const figure = (value: number) => Number(value.toFixed(2));

/** Where another engine does better than this project's own, and how its speed compares. */
export function setVerdict(figures: Figures): string[] {
  const { [OWN]: mypacer, ...others } = figures;
  if (mypacer === undefined || Object.keys(others).length === 0) return [];
  const losses = [...setKindsLost(mypacer, others), ...setRanksLost(mypacer, others)];
  return [
    ...(losses.length === 0 ? ["Nobody does better in any line"] : losses),
    compareSpeed(mypacer, others),
  ];
}

/** Kinds of which another one finds more, of the questions that it was asked. */
function setKindsLost(mypacer: EngineFigures, others: Figures): string[] {
  return Object.keys(mypacer.share_of_best).flatMap((kind) => {
    const better = Object.entries(others)
      .map(([name, { share_of_best, mypacer_share }]) => ({
        name,
        share: share_of_best[kind] ?? NaN,
        own: mypacer_share[kind] ?? NaN,
      }))
      .filter(({ share, own }) => share > own)
      .sort((a, b) => b.share - a.share);
    if (better.length === 0) return [];
    const names = better.map(({ name, share, own }) =>
      `${titleOf(name)} ${figure(100 * share)} against ${figure(100 * own)}`
    );
    return `${kind}, % of what could be reached with the same questions: ${names.join(", ")}`;
  });
}

function setRanksLost(mypacer: EngineFigures, others: Figures): string[] {
  return RANKED.flatMap(([title, of, sign]) => {
    const better = Object.entries(others)
      .filter(([, other]) => sign * (of(other) - of(mypacer)) > 0)
      .sort(([, a], [, b]) => sign * (of(b) - of(a)));
    if (better.length === 0) return [];
    const names = better.map(([name, other]) => `${titleOf(name)} ${figure(of(other))}`);
    return `${title}: ${figure(of(mypacer))}; ${names.join(", ")}`;
  });
}

function compareSpeed(mypacer: EngineFigures, others: Figures): string {
  const kinds = Object.keys(mypacer.share_of_best);
  const near = Object.entries(others)
    // The mean of fewer kinds is not compared.
    .filter(([, { share_of_best }]) => kinds.every((kind) => kind in share_of_best))
    .filter(([, { share_of_best, mypacer_share }]) =>
      meanOf(share_of_best) >= meanOf(mypacer_share) - NEAR_RECALL
    )
    .sort(([, a], [, b]) => speedOf(b) - speedOf(a));
  const [first] = near;
  return first === undefined
    ? "No other engine comes within 5 points of the mean recall"
    : `${(speedOf(mypacer) / speedOf(first[1])).toFixed(1)} × the queries of ${
      titleOf(first[0])
    }, the fastest of those within 5 points of the mean recall`;
}

/** The tables: recall by kind as a share of what could be reached, then speed and cost. */
function makeTables(figures: Figures): { columns: Column[]; rows: string[][] }[] {
  const engines = Object.entries(figures);
  const kinds = Object.keys(engines[0]?.[1].share_of_best ?? {});
  return [
    {
      columns: [
        { title: "of what could be reached, %", text: true },
        ...engines.map(([name]) => ({ title: titleOf(name) })),
      ],
      rows: [
        ...kinds.map((kind) => [
          kind,
          ...engines.map(([, { share_of_best }]) => percent(share_of_best[kind])),
        ]),
        ["mean", ...engines.map(([, engine]) => percent(meanOf(engine.share_of_best)))],
      ],
    },
    {
      columns: [
        { title: "one core", text: true },
        ...[
          "queries/s",
          "per CPU s",
          "p50 ms",
          "p95 ms",
          "memory MB",
          "peak MB",
          "build s",
          "build CPU s",
          "asked",
        ].map((title) => ({ title })),
      ],
      rows: engines.map(([name, engine]) => [
        titleOf(name),
        count(engine.rps["1"]),
        count(engine.cpu_rps),
        count(engine.p50_ms["1"], 2),
        count(engine.p95_ms["1"], 2),
        count(engine.rss_mb),
        count(engine.peak_rss_mb),
        count(engine.build_s),
        count(engine.build_cpu_s),
        String(engine.asked),
      ]),
    },
  ];
}

/** The whole comparison, where this project's own engine is behind first. */
export function setFight(
  { figures, leftOut }: FightResult,
  { markdown }: { markdown: boolean },
): string {
  const list = (lines: readonly string[]) =>
    lines.map((line) => markdown ? `- ${line}` : `  ${line}`).join("\n");
  const verdict = setVerdict(figures);
  const missing = Object.entries(leftOut).map(([name, why]) => `${titleOf(name)}: ${why}`);
  const tables = Object.keys(figures).length === 0 ? [] : makeTables(figures);
  return [
    ...(verdict.length === 0 ? [] : ["Where others do better:", list(verdict)]),
    ...(missing.length === 0 ? [] : ["Left out:", list(missing)]),
    ...tables.map(({ columns, rows }) =>
      markdown ? setMarkdownTable(columns, rows) : setTable(columns, rows)
    ),
  ].join("\n\n");
}
