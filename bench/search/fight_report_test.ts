import { assertEquals } from "@std/assert";
import type { EngineFigures } from "./fight.ts";
import { setFight, setVerdict } from "./fight_report.ts";

function figures(
  { share, cpuRps, memory }: { share: number; cpuRps: number; memory: number },
): EngineFigures {
  return {
    recall1: {},
    recall10: { exact: share },
    decided1: {},
    person10: {},
    mrr: {},
    asked: 300,
    share_of_best: { exact: share },
    mypacer_share: { exact: 0.98 },
    rps: { "1": 90 },
    cpu_rps: cpuRps,
    p50_ms: { "1": 1 },
    p95_ms: { "1": 2 },
    p99_ms: { "1": 3 },
    rss_mb: memory,
    peak_rss_mb: memory,
    build_s: 4,
    build_cpu_s: 4,
  };
}

const MYPACER = figures({ share: 0.98, cpuRps: 3000, memory: 200 });

Deno.test("setVerdict() names what others do better, and the fastest of those near in recall", () => {
  assertEquals(
    setVerdict({
      mypacer: MYPACER,
      lucene: figures({ share: 0.94, cpuRps: 1000, memory: 20 }),
      xapian: figures({ share: 0.99, cpuRps: 600, memory: 300 }),
      orama: figures({ share: 0.5, cpuRps: 9000, memory: 900 }),
    }),
    [
      "exact, % of what could be reached with the same questions: Xapian 99 against 98",
      "queries for a second of the processor: 3000; Orama 9000",
      "memory, MB: 200; Lucene 20",
      "3.0 × the queries of Lucene, the fastest of those within 5 points of the mean recall",
    ],
  );
});

Deno.test("setVerdict() tells when nobody does better, and when nobody is near in recall", () => {
  assertEquals(
    setVerdict({
      mypacer: MYPACER,
      orama: figures({ share: 0.5, cpuRps: 100, memory: 900 }),
    }),
    [
      "Nobody does better in any line",
      "No other engine comes within 5 points of the mean recall",
    ],
  );
});

Deno.test("setVerdict() compares an engine that had time for few questions by these alone", () => {
  const easy = figures({ share: 0.99, cpuRps: 1, memory: 900 });
  assertEquals(
    setVerdict({ mypacer: MYPACER, orama: { ...easy, mypacer_share: { exact: 1 } } })[0],
    "Nobody does better in any line",
  );
  assertEquals(
    setVerdict({ mypacer: MYPACER, orama: { ...easy, mypacer_share: {} } })[0],
    "Nobody does better in any line",
  );
});

Deno.test("setVerdict() does not compare the mean of an engine that was not asked every kind", () => {
  assertEquals(
    setVerdict({
      mypacer: { ...MYPACER, share_of_best: { exact: 0.98, typo_both: 0.98 } },
      sqlite: figures({ share: 0.98, cpuRps: 10, memory: 900 }),
    }),
    [
      "Nobody does better in any line",
      "No other engine comes within 5 points of the mean recall",
    ],
  );
});

Deno.test("setFight() sets tables that a document can hold", () => {
  assertEquals(
    setFight(
      { figures: { mypacer: MYPACER }, leftOut: { xapian: "not installed; fetch it" } },
      { markdown: true },
    ),
    [
      "Left out:",
      "",
      "- Xapian: not installed; fetch it",
      "",
      "| of what could be reached, % | MyPacer |",
      "| --------------------------- | ------: |",
      "| exact                       |    98.0 |",
      "| mean                        |    98.0 |",
      "",
      "| one core | queries/s | per CPU s | p50 ms | p95 ms | memory MB | peak MB | build s | build CPU s | asked |",
      "| -------- | --------: | --------: | -----: | -----: | --------: | ------: | ------: | ----------: | ----: |",
      "| MyPacer  |        90 |      3000 |   1.00 |   2.00 |       200 |     200 |       4 |           4 |   300 |",
    ].join("\n"),
  );
});

Deno.test("setFight() sets nothing where nothing was compared", () => {
  assertEquals(setFight({ figures: {}, leftOut: {} }, { markdown: false }), "");
});
