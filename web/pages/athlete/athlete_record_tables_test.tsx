import { findAll, parseHtml, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertEquals } from "@std/assert";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { AthleteRecordTables, SeasonBests } from "./AthleteRecordTables.tsx";
import "../../kit/texts/provide_all.ts";
import { SAMPLE_ATHLETES, sampleRecords } from "../../testing/sample_people.ts";

const draw = (node: VNode) => parseHtml(renderToString(node));

Deno.test("AthleteRecordTables says which points no published score confirms", () => {
  const none = { valid: false as const, reason: "age-unknown" as const, detail: "" };
  const records = sampleRecords("1001").slice(0, 2);
  const [athlete] = SAMPLE_ATHLETES;
  assert(athlete);
  const origin = {
    athlete,
    source: "live" as const,
    fetched_at: "2026-11-20T08:30:00Z",
    age_seconds: 0,
    stale: false,
    stale_reason: null,
  };
  const scored = records.map(({ discipline, event, distance, mark, date }) => ({
    record: { discipline, event, distance: distance ?? 0, time: mark, date },
    index: none,
    residual: none,
    age_grade: none,
    // 100 m and 800 m: figures of the example.
    points: { valid: true as const, points: 317, confirmed: distance === 800, edition: "2025" },
  }));
  const tables = (language: "fr" | "en") =>
    draw(
      <AthleteRecordTables
        records={{ ...origin, records, season_bests: [] }}
        analysis={{ records: scored }}
        written={{ language, notation: "french", unit: "km" }}
      />,
    );
  const cells = (language: "fr" | "en") =>
    findAll(tables(language), "tbody td:last-child").map(text);
  assertEquals(cells("fr"), ["317*, non vérifiés sur des scores publiés", "317"]);
  assertEquals(cells("en"), ["317*, not checked against published scores", "317"]);
  assertEquals(findAll(tables("fr"), ".help").map(text), ["* non vérifiés sur des scores publiés"]);
});

Deno.test("SeasonBests shows no best of a season of which only some results were read", () => {
  const best = {
    season: 2026,
    discipline: "track" as const,
    event: "1 500m",
    distance: 1500,
    is_running: true,
    unit: "hundredths" as const,
    mark: 28_108,
    text: "4'41''08",
    date: "2026-07-12",
    club: null,
    league: null,
    department: null,
    place: "Ville test",
  };
  const bests = (["records-page", "results", "some-results"] as const).map((source, index) => ({
    ...best,
    season: 2026 - index,
    source,
  }));
  const [athlete] = SAMPLE_ATHLETES;
  assert(athlete);
  const page = draw(
    <SeasonBests
      records={{
        athlete,
        source: "live",
        fetched_at: "2026-11-20T08:30:00Z",
        age_seconds: 0,
        stale: false,
        stale_reason: null,
        records: [],
        season_bests: bests,
      }}
      written={{ language: "fr", notation: "french", unit: "km" }}
    />,
  );
  assertEquals(findAll(page, "tbody th").map(text), ["2026", "2025"]);
});
