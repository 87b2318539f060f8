import { paceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import { findAll, findFirst, parseHtml, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { AthleteRecordTables, SeasonBests } from "../pages/athlete/AthleteRecordTables.tsx";
import { athleteFacts, AthleteLine, cutSpans } from "../kit/athletes/AthleteLine.tsx";
import { ChosenAthletes } from "../pages/table/ChosenAthletes.tsx";
import { OutsideRecords } from "../pages/table/OutsideRecords.tsx";
import { SiteFooter } from "../kit/frame/SiteFooter.tsx";
import { SuggestionList } from "../kit/search_field/SuggestionList.tsx";
import { TableView } from "../pages/table/TableView.tsx";
import { TextField } from "../kit/forms/TextField.tsx";
import LiveTable from "../pages/table/LiveTable.tsx";
import SearchBox from "../kit/search_field/SearchBox.tsx";
import "../kit/texts/provide_all.ts";
import { readParameters } from "../kit/table_state/table_input.ts";
import { DEFAULT_STATE, type TableState } from "../kit/table_state/table_state.ts";
import { layRecords } from "../kit/athletes/overlay.ts";
import { tableOf } from "../kit/table_state/table_cells.ts";
import { athleteWithRecords, type ShownAthlete } from "../kit/athletes/shown_athlete.ts";
import { textOf, valueOf } from "../testing/read_page.ts";
import { SAMPLE_ATHLETES, sampleRecords } from "../testing/sample_people.ts";

const draw = (node: VNode) => parseHtml(renderToString(node));
const nothing = () => {};

function shown(index: number, changes: Partial<ShownAthlete> = {}): ShownAthlete {
  const athlete = SAMPLE_ATHLETES[index];
  assert(athlete);
  return {
    ...athleteWithRecords({
      athlete,
      source: "live",
      fetched_at: "2026-11-20T08:30:00Z",
      age_seconds: 0,
      stale: false,
      stale_reason: null,
      season_bests: [],
      records: sampleRecords(athlete.ffa_id),
    }),
    ...changes,
  };
}

function view(state: TableState, language: "fr" | "en", athletes: ShownAthlete[] = []) {
  const distances = [400, 10_000];
  const table = paceTable({ ...state, distances });
  return draw(
    <TableView {...{ language, state, table, overlay: layRecords(table, athletes, state) }} />,
  );
}

Deno.test("TableView writes paces, speeds and times as the language does", () => {
  const state = { ...DEFAULT_STATE, slowest: 275, fastest: 270 };
  const cells = (language: "fr" | "en") =>
    findAll(view(state, language), "tbody tr:first-child > *").map(text);
  // 275 s/km: 3600 / 275 = 13.09 km/h; 400 m in 110 s; 10 km in 2,750 s.
  assertEquals(cells("fr"), ["4'35\"", "13,09", "1'50\"00", "45'50\""]);
  assertEquals(cells("en"), ["4:35", "13.09", "1:50.00", "45:50"]);
});

Deno.test("TableView converts to miles exactly and adds the share of VMA", () => {
  const state = { ...DEFAULT_STATE, slowest: 240, fastest: 240, vma: 18, unit: "mi" as const };
  // 240 s/km is 386.24 s/mi and 9.32 mi/h; 15 km/h of 18 is 83 %.
  assertEquals(findAll(view(state, "en"), "tbody tr > *").map(text), [
    "6:26",
    "9.32",
    "83",
    "Threshold 60",
    "1:36.00",
    "40:00",
  ]);
  assertEquals(findAll(view(state, "fr"), "thead th .unit").map(text), ["/mi", "mi/h"]);
});

Deno.test("TableView makes the rows of a table in miles by whole seconds and speeds of that unit", () => {
  const rows = (search: string, language: "fr" | "en") => {
    const { state } = readParameters(new URLSearchParams(search));
    const table = tableOf(state);
    const overlay = layRecords(table, [], state);
    const document = draw(<TableView {...{ language, state, table, overlay }} />);
    return findAll(document, "tbody tr").slice(0, 3).map((row) => findAll(row, "th, td").map(text));
  };
  // 60 / 10.5 mph; 10'20 over 5 km is 620 / 1.609344 × 5 = 1926.2 s, 10'10 3.79 s/km less each.
  assertEquals(rows("unit=mi&cols=1609.344,5000", "fr"), [
    [`10'30"`, "5,71", `10'30"`, `32'37"`],
    [`10'20"`, "5,81", `10'20"`, `32'06"`],
    [`10'10"`, "5,90", `10'10"`, `31'35"`],
  ]);
  // 3600 / 6 = 10'00 per mile, 3600 / 6.5 = 553.8 s, 3600 / 7 = 514.3 s.
  assertEquals(rows("unit=mi&by=speed&slow=6&cols=16093.44", "en"), [
    ["6.00", "10:00", "1:40:00"],
    ["6.50", "9:14", "1:32:18"],
    ["7.00", "8:34", "1:25:43"],
  ]);
});

Deno.test("TableView gives every record of a cell its letter, its name and its own details", () => {
  const state = { ...DEFAULT_STATE, slowest: 230, fastest: 200, step: 30 };
  const document = view(state, "en", [shown(0), shown(1), shown(2)]);
  const cell = findFirst(document, "td.marked-3");
  assert(cell);
  assertEquals(findAll(cell, ".mark-button > .badge").map(text), ["A", "B", "C"]);
  assertStringIncludes(text(cell), "B : Record of N'DIAYE Awa");
  const ids = findAll(document, "[role=tooltip]").map((tip) => tip.attribs.id);
  assertEquals(new Set(ids).size, ids.length);
  const described = findAll(document, ".mark-button").map((b) => b.attribs["aria-describedby"]);
  assertEquals(described, ids);
});

Deno.test("TableView shows in a marked cell the record itself, and below it the time of the row", () => {
  const [record] = shown(0).records;
  assert(record);
  const marathon = { ...record, event: "Marathon", distance: 42_195, mark: 916_900, wind: null };
  const manual = { ...record, distance: 10_000, mark: 215_080, handTimed: true };
  const state = { ...DEFAULT_STATE, slowest: 220, fastest: 210 };
  const table = paceTable({ ...state, distances: [10_000, 42_195] });
  const seen = (language: "fr" | "en", notation: "french" | "english" | null) => {
    const overlay = layRecords(table, [shown(0, { records: [manual, marathon] })], state);
    const own = { ...state, notation };
    const document = draw(<TableView {...{ language, state: own, table, overlay }} />);
    return findAll(document, "td.marked").map((cell) =>
      [".badge", ".mark-time", ".time[aria-hidden=true]"].map((part) => textOf(cell, part))
    );
  };
  // 2h32'49" is 217.3 s/km, nearest to 3'35", over which a marathon takes 9071.9 s. By hand, tenths
  // are official.
  assertEquals(seen("fr", null), [["A", `35'50"8`, `35'50"`], ["A", `2h32'49"`, `2h31'12"`]]);
  assertEquals(seen("fr", "english"), [["A", "35:50.8", "35:50"], ["A", "2:32:49", "2:31:12"]]);
  assertEquals(seen("en", null), [["A", "35:50.8", "35:50"], ["A", "2:32:49", "2:31:12"]]);
});

Deno.test("cutSpans() marks what answers, whatever the spans", () => {
  const join = (spans: [number, number][]) =>
    cutSpans("DUPONT Marie", spans.map(([start, end]) => ({ start, end })))
      .map(({ text, matched }) => matched ? `[${text}]` : text).join("");
  assertEquals(join([]), "DUPONT Marie");
  assertEquals(join([[7, 10], [0, 6]]), "[DUPONT] [Mar]ie");
  assertEquals(join([[0, 6], [3, 8], [5, 5]]), "[DUPONT] Marie");
  assertEquals(join([[0, 99]]), "[DUPONT Marie]");
});

Deno.test("AthleteLine and athleteFacts() tell homonyms apart, and say what is not known", () => {
  const [, , one, other] = SAMPLE_ATHLETES;
  assert(one && other);
  const line = (athlete: typeof one) =>
    text(draw(<AthleteLine hit={{ ...athlete, score: 1, match: [] }} language="fr" />));
  assertStringIncludes(line(one), "sans club · Masters 1 (40-44 ans) · née en 1985");
  assertStringIncludes(line(other), "Stade Exemple Brestois · Seniors · née en 2001");
  assertEquals(
    athleteFacts({ club: null, category: null, born: null, sex: null }, "en"),
    "no club · no birth year",
  );
});

Deno.test("SuggestionList is a list box whose options hold no control", () => {
  const hits = SAMPLE_ATHLETES.slice(0, 3).map((athlete) => ({ ...athlete, score: 1, match: [] }));
  const list = draw(
    <SuggestionList
      id="list"
      language="fr"
      hits={hits}
      message={null}
      label="Athlètes trouvés"
      foot={<a href="/recherche?q=x">Tous</a>}
      active={1}
      chosen={["1003"]}
      full={false}
      pick={nothing}
    />,
  );
  assertEquals(valueOf(list, "[role=listbox]", "aria-label"), "Athlètes trouvés");
  const options = findAll(list, "[role=option]");
  assertEquals(options.map((option) => option.attribs["aria-selected"]), [
    "false",
    "true",
    "false",
  ]);
  assertEquals(options.map((option) => option.attribs["aria-disabled"] ?? null), [
    null,
    null,
    "true",
  ]);
  assertEquals(findAll(list, "[role=option] :is(a, button, input, [tabindex])"), []);
  assertEquals(findAll(list, "[role=listbox] a"), []);
  // The way to all results stands last, outside of the list.
  const [all] = findAll(list, ".suggestions > :last-child");
  assertEquals([all?.name, all?.attribs["href"]], ["a", "/recherche?q=x"]);
});

Deno.test("ChosenAthletes names each removal, says how old records are or why there are none", () => {
  const athletes = [
    shown(0),
    shown(1, { stale: true }),
    shown(2, { missing: "loading", records: [] }),
    shown(3, { records: [] }),
  ];
  const document = draw(
    <ChosenAthletes
      language="en"
      state={{ ...DEFAULT_STATE, athletes: athletes.map(({ ffaId }) => ffaId) }}
      athletes={athletes}
    />,
  );
  const chips = findAll(document, ".chip").map(text);
  assertStringIncludes(chips[0] ?? "", "10 records, read 20 Nov 2026, 09:30");
  assertStringIncludes(chips[1] ?? "", "records of 20 Nov 2026, 09:30, perhaps out of date");
  assertStringIncludes(chips[2] ?? "", "Reading the records…");
  assertStringIncludes(chips[3] ?? "", "no running record published");
  assertEquals(
    findAll(document, ".chip-remove").map((button) => button.attribs["aria-label"]),
    athletes.map(({ name }) => `Remove ${name}`),
  );
  assertEquals(
    valueOf(document, ".chip a", "href"),
    "https://federation.invalid/athletes/1001",
  );
});

Deno.test("OutsideRecords gives each record its reason and the way to show it", () => {
  const state = { ...DEFAULT_STATE, athletes: ["1001"] };
  const distances = [100, 10_000];
  const table = paceTable({ ...state, distances });
  const { outside } = layRecords(table, [shown(0)], DEFAULT_STATE);
  const document = draw(<OutsideRecords {...{ language: "fr", state, outside }} />);
  const lines = findAll(document, ".outside-list li").map(text);
  assertEquals(lines.length, outside.length);
  assertStringIncludes(lines.find((line) => line.includes('13"42')) ?? "", "plus rapide");
  assertEquals(
    valueOf(document, ".outside-why a[href*=24140]", "href"),
    "/?d=24140.16&athletes=1001",
  );
  assertStringIncludes(valueOf(document, "a.action", "href") ?? "", "athletes=1001");
  assertEquals(renderToString(<OutsideRecords {...{ language: "fr", state, outside: [] }} />), "");
});

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

Deno.test("TextField ties its help and its problem to the field", () => {
  const plain = draw(<TextField id="f" label="Pas" />);
  assertEquals(valueOf(plain, "input", "aria-describedby"), null);
  assertEquals(valueOf(plain, "input", "aria-invalid"), null);
  const wrong = draw(<TextField id="f" label="Pas" help="h" problem="p" value="x" />);
  assertEquals(valueOf(wrong, "label", "for"), "f");
  assertEquals(valueOf(wrong, "input", "aria-describedby"), "f-help f-problem");
  assertEquals(valueOf(wrong, "input", "aria-invalid"), "true");
  assertEquals(valueOf(wrong, "input", "value"), "x");
});

Deno.test("SiteFooter is complete without the index", () => {
  const facts = {
    siteUrl: "https://pacer.invalid",
    index: null,
    operator: { publisher: null, contact: null, host: null },
  };
  const foot = text(draw(<SiteFooter language="fr" facts={facts} />));
  assertStringIncludes(foot, "Site indépendant");
  assert(!foot.includes("Démonstration") && !foot.includes("null"));
});

Deno.test("LiveTable draws on the server the whole page that the browser takes over", () => {
  const input = readParameters(new URLSearchParams("slow=5:00&step=oops&athletes=1001"));
  const document = draw(<LiveTable language="en" input={input} athletes={[shown(0)]} />);
  assertEquals(valueOf(document, "#field-slow", "value"), "5:00");
  assertEquals(valueOf(document, "#field-step", "value"), "oops");
  assertEquals(valueOf(document, "#field-step", "aria-invalid"), "true");
  assert(findAll(document, "td.marked").length > 0);
  // The field becomes a combobox with the script that honors the role.
  assertEquals(valueOf(document, "#athlete-search", "role"), null);
  assertEquals(findAll(document, "[role=status]").map(text), [""]);
  const empty = draw(
    <LiveTable language="fr" input={readParameters(new URLSearchParams())} athletes={[]} />,
  );
  assertEquals(findAll(empty, ".hero-compact, .chosen, .outside, .controls-reset"), []);
});

Deno.test("SearchBox keeps the query, the state and what is wrong", () => {
  const document = draw(
    <SearchBox
      language="en"
      state={{ ...DEFAULT_STATE, slowest: 300, athletes: ["1001"] }}
      query={`a"<b>`}
      problem="Too short"
    />,
  );
  assertEquals(valueOf(document, "form", "action"), "/en/search");
  assertEquals(valueOf(document, "#athlete-search", "value"), `a"<b>`);
  assertEquals(valueOf(document, "#athlete-search", "aria-invalid"), "true");
  assertEquals(valueOf(document, "input[name=slow]", "value"), "5:00");
  assertEquals(valueOf(document, "input[name=athletes]", "value"), "1001");
});
