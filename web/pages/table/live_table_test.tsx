import { paceTable } from "@mypacer/shared/domain/table/pace_table.ts";
import { findAll, parseHtml, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { ChosenAthletes } from "./ChosenAthletes.tsx";
import { OutsideRecords } from "./OutsideRecords.tsx";
import LiveTable from "./LiveTable.tsx";
import "./provide_drawing.ts";
import "../../kit/texts/provide_all.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import { DEFAULT_STATE } from "../../kit/table_state/table_state.ts";
import { layRecords } from "../../kit/athletes/overlay.ts";
import { valueOf } from "../../testing/read_page.ts";
import { shown } from "../../testing/shown_sample.ts";

const draw = (node: VNode) => parseHtml(renderToString(node));

Deno.test("ChosenAthletes names each removal, says how old records are or why there are none", () => {
  const athletes = [
    shown(0),
    shown(1, { stale: true }),
    shown(2, { missing: "loading", records: [] }),
    shown(3, { records: [], others: [] }),
  ];
  const document = draw(
    <ChosenAthletes
      language="en"
      state={{ ...DEFAULT_STATE, athletes: athletes.map(({ ffaId }) => ffaId) }}
      athletes={athletes}
    />,
  );
  const chips = findAll(document, ".pill").map(text);
  assertStringIncludes(chips[0] ?? "", "11 PBs, read 20 Nov 2026, 09:30");
  assertStringIncludes(chips[1] ?? "", "PBs of 20 Nov 2026, 09:30, perhaps out of date");
  assertStringIncludes(chips[2] ?? "", "Reading the PBs…");
  assertStringIncludes(chips[3] ?? "", "no running PB published");
  assertEquals(
    findAll(document, ".pill-remove").map((button) => button.attribs["aria-label"]),
    athletes.map(({ name }) => `Remove ${name}`),
  );
  assertEquals(
    valueOf(document, ".pill .chip-records a", "href"),
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
