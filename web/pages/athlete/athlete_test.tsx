import type { AthleteRecord, SeasonBest } from "@mypacer/shared/contract/record.ts";
import { findAll, parseHtml, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import "../../kit/texts/provide_all.ts";
import { sampleRecords } from "../../testing/sample_people.ts";
import { chooseBests } from "./chosen_bests.ts";
import { eventText } from "./event_text.ts";
import { layProgress, progressByEvent } from "./progress.ts";
import { ProgressPicture, SeasonBests } from "./Progress.tsx";
import { ScoredRecords } from "./ScoredRecords.tsx";
import { RESULTS, resultsYears } from "./state.ts";

const draw = (node: VNode) => parseHtml(renderToString(node));
const FRENCH = { language: "fr", notation: "french", unit: "km" } as const;

/** A season's best over 10 km; 35 minutes and so many seconds. */
const best = (season: number, seconds: number, source: SeasonBest["source"] = "results") => ({
  season,
  discipline: "road" as const,
  event: "10 Km Route",
  distance: 10_000,
  is_running: true,
  unit: "hundredths" as const,
  mark: (35 * 60 + seconds) * 100,
  text: "",
  date: `${season}-03-12`,
  club: null,
  league: null,
  department: null,
  place: "Ville test",
  source,
});

/** The record of a best. */
const recordOf = ({ season: _, source: __, ...mark }: SeasonBest): AthleteRecord => ({
  ...mark,
  hand_timed: false,
  wind: null,
  chip_time: null,
  category: "SE",
  is_best_at_distance: true,
  is_best_in_discipline: true,
});

Deno.test("chooseBests() takes the best of each distance, eight at most, short to long", () => {
  const events = chooseBests(sampleRecords("1001"), "M").map((one) => eventText(one, "fr"));
  // Of nine, 15 miles have no points; the jump none either. The road 5 km is slower than the track.
  assertEquals(events.map((event) => event.replace(/[\u00a0\u202f]/g, " ")), [
    "100 m",
    "800 m",
    "1 500 m",
    "5 km",
    "10 km · route",
    "Semi",
    "15 miles",
    "Marathon",
  ]);
  const jump = sampleRecords("1001").filter(({ is_running: isRunning }) => !isRunning);
  assertEquals(chooseBests(jump, null).map((one) => eventText(one, "en")), ["Longueur"]);
});

Deno.test("progressByEvent() takes records as bests of their seasons, and no season read in part", () => {
  const record = recordOf(best(2024, 10));
  const bests = [best(2026, 40), best(2025, 30), best(2024, 20), best(2023, 0, "some-results")];
  const [progress, ...others] = progressByEvent({ records: [record], season_bests: bests });
  assertEquals(others, []);
  assertEquals(
    progress?.points.map(({ season, mark }) => [season, mark / 100 - 35 * 60]),
    [[2024, 10], [2025, 30], [2026, 40]],
  );
  assertEquals(progress?.bestSeason, 2024);
  assertEquals(progressByEvent({ records: [record], season_bests: [] }), []);
});

Deno.test("layProgress() puts better marks higher, of times and of jumps, within the picture", () => {
  const points = [{ season: 2020, mark: 500 }, { season: 2026, mark: 520 }];
  const event = {
    discipline: "field" as const,
    event: "Longueur",
    distance: null,
    is_running: false,
  };
  const jumps = layProgress({ event, unit: "centimeters", points, bestSeason: null });
  const times = layProgress({ event, unit: "hundredths", points, bestSeason: null });
  const [before, after] = jumps.points;
  assert(before && after && before.y > after.y && before.x < after.x);
  assertEquals(times.points.map(({ y }) => y), [after.y, before.y]);
  for (const { x, y } of [...jumps.points, ...times.points]) {
    assert(x >= 0 && x <= 100 && y >= 0 && y <= 100);
  }
  assertEquals(jumps.seasons.map(({ season }) => season), [
    2026,
    2025,
    2024,
    2023,
    2022,
    2021,
    2020,
  ]);
});

Deno.test("ProgressPicture marks the record and the best of the season, and says both in words", () => {
  const [progress] = progressByEvent({
    records: [recordOf(best(2024, 10))],
    season_bests: [best(2026, 40), best(2025, 30)],
  });
  assert(progress);
  const picture = (today: string) =>
    draw(<ProgressPicture progress={progress} written={FRENCH} today={new Date(today)} />);
  const tags = (today: string) => findAll(picture(today), ".progress-tag").map(text);
  assertEquals(tags("2026-11-20"), ["PB", "SB"]);
  // Nobody speaks of the season before last.
  assertEquals(tags("2028-01-20"), ["PB"]);
  assertStringIncludes(
    renderToString(<ProgressPicture progress={progress} written={FRENCH} />),
    "meilleure marque 35'10&quot; en 2024",
  );
});

Deno.test("SeasonBests shows no best of a season of which only some results were read", () => {
  const bests = (["records-page", "results", "some-results"] as const)
    .map((source, index) => best(2026 - index, 0, source));
  const page = draw(<SeasonBests records={{ season_bests: bests }} written={FRENCH} />);
  assertEquals(findAll(page, "tbody th").map(text), ["2026", "2025"]);
});

Deno.test("ScoredRecords says which points no published score confirms", () => {
  const none = { valid: false as const, reason: "age-unknown" as const, detail: "" };
  const records = sampleRecords("1001").slice(0, 2).map((
    { discipline, event, distance, mark, date },
  ) => ({
    record: { discipline, event, distance: distance ?? 0, time: mark, date },
    index: none,
    residual: none,
    age_grade: none,
    // 100 m and 800 m: figures of the example.
    points: { valid: true as const, points: 317, confirmed: distance === 800, edition: "2025" },
  }));
  const table = (language: "fr" | "en") =>
    draw(<ScoredRecords records={records} written={{ ...FRENCH, language }} />);
  const cells = (language: "fr" | "en") =>
    findAll(table(language), "tbody td:last-child").map(text);
  assertEquals(cells("fr"), ["317*, non vérifiés sur des scores publiés", "317"]);
  assertEquals(cells("en"), ["317*, not checked against published scores", "317"]);
  assertEquals(findAll(table("fr"), ".help").map(text), ["* non vérifiés sur des scores publiés"]);
});

Deno.test("RESULTS reads a calendar year that may have results, and nothing else", () => {
  const read = (year: string) => RESULTS.read(new URLSearchParams({ year })).state.year;
  const now = new Date().getFullYear();
  assertEquals([read("2024"), read(String(now)), read("1990")], [2024, now, 1990]);
  for (const wrong of [String(now + 1), "1989", "24", "x", "2024.5", "-1"]) {
    assertEquals(read(wrong), null, wrong);
  }
  assertEquals(resultsYears({ first_season: 2025 }, new Date("2026-11-20")), [2026, 2025, 2024]);
});
