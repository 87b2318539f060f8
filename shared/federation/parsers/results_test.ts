import { assertEquals, assertThrows } from "@std/assert";
import { PageShapeError } from "../shape.ts";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseResults } from "./results.ts";

const PAGE = readTestPage("results.html");
const FRAGMENT = readTestPage("results_fragment.html");

Deno.test("parseResults() reads a page: athlete, years and results", () => {
  const { header, years, results, problems } = parseResults(PAGE);
  assertEquals([header?.name, years, problems], ["MARTINOT Zoe", [2025, 2024, 2023], []]);
  assertEquals(results.length, 6);
  assertEquals(results[2], {
    date: "2025-07-05",
    event: "100m",
    discipline: "track",
    distance: 100,
    isRunning: true,
    text: "12''75",
    mark: {
      unit: "hundredths",
      value: 1275,
      handTimed: false,
      wind: null,
      chipTime: null,
      flags: [],
    },
    wind: 1.2,
    round: "Série 1",
    place: 2,
    placeText: "2",
    level: "D3",
    points: 602,
    town: "Ville Test",
  });
});

Deno.test("parseResults() reads the year shown by the page before the one asked for", () => {
  assertEquals(parseResults(PAGE, 2019).results[0]?.date, "2025-10-12");
});

Deno.test("parseResults() puts the year asked for where the page shows none, October above July", () => {
  const page = PAGE.replace(/<div class="custom-select-wrapper">[\s\S]*?<table/, "<table");
  const dates = parseResults(page, 2024).results.map(({ date }) => date);
  assertEquals(dates.slice(0, 2), ["2024-10-12", "2024-07-12"]);
});

Deno.test("parseResults() reads places of every kind", () => {
  const places = parseResults(PAGE).results.map(({ place, placeText }) => [place, placeText]);
  assertEquals(places, [
    [178, "178 (163M - 15F)"],
    [3, "3"],
    [2, "2"],
    [null, "HC"],
    [null, null],
    [1, "1"],
  ]);
});

Deno.test("parseResults() knows wind that was not measured from none", () => {
  assertEquals(parseResults(PAGE).results.map(({ wind }) => wind), [
    null,
    null,
    1.2,
    null,
    null,
    null,
  ]);
  const behind = PAGE.replace("12''75</td><td>+1.2", "12''75 (-0.3)</td><td>");
  assertEquals(parseResults(behind).results[2]?.wind, -0.3);
});

Deno.test("parseResults() keeps results without a mark and events it does not know", () => {
  const results = parseResults(PAGE).results;
  assertEquals([results[4]?.text, results[4]?.mark], ["AB", null]);
  assertEquals([results[0]?.event, results[0]?.discipline], ["Semi de la Vallee / TCX", "other"]);
});

Deno.test("parseResults() reads the fragment with full dates", () => {
  const { header, results } = parseResults(FRAGMENT);
  assertEquals(header, null);
  assertEquals(results.map(({ date, mark, place }) => [date, mark?.value, place]), [
    ["2024-10-12", 26_500, 1],
    ["2023-05-03", 27_140, 4],
  ]);
});

Deno.test("parseResults() reads the fragment inside JSON", () => {
  const plain = parseResults(FRAGMENT);
  const liste = FRAGMENT.replace(/^<!--.*?-->/, "");
  assertEquals(parseResults(JSON.stringify([{ liste }])), plain);
  assertEquals(parseResults(JSON.stringify({ liste, autre: 1 })), plain);
});

for (
  const nothing of [
    "",
    "  \n",
    "<br>",
    "[]",
    '[{"liste":""}]',
    "<thead><tr><th>Date</th></tr></thead>",
  ]
) {
  Deno.test(`parseResults() reads ${JSON.stringify(nothing)} as no results`, () => {
    assertEquals(parseResults(nothing, 2025), {
      header: null,
      results: [],
      years: [],
      problems: [],
    });
  });
}

Deno.test("parseResults() notes dates without a year when none is known", () => {
  const { results, problems } = parseResults(FRAGMENT.replace("12 Oct. 2024", "12 Oct."));
  assertEquals(results[0]?.date, null);
  assertEquals(problems.map(({ row, message }) => [row, message]), [[
    0,
    "the date is not understood",
  ]]);
});

for (
  const [what, content, message] of [
    ["a few words", "Service temporarily unavailable", "neither a page nor the rows"],
    ["JSON that breaks off", '[{"liste":"<thead>', "JSON is not whole"],
    ["JSON of another shape", '[{"rows":"<tr></tr>"}]', 'no text "liste"'],
    ["a fragment that breaks off", FRAGMENT.slice(0, FRAGMENT.indexOf("IR1")), "breaks off"],
    ["a page that breaks off", PAGE.slice(0, PAGE.indexOf("D3")), "breaks off"],
    ["a table without the mark", FRAGMENT.replace("Performance", "Marque"), 'no column "mark"'],
  ] as const
) {
  Deno.test(`parseResults() refuses ${what}`, () => {
    assertThrows(() => parseResults(content, 2025), PageShapeError, message);
  });
}
