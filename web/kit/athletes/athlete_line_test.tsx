import { parseHtml, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { athleteFacts, AthleteLine, cutSpans } from "./AthleteLine.tsx";
import "../texts/provide_all.ts";
import { SAMPLE_ATHLETES } from "../../testing/sample_people.ts";

const draw = (node: VNode) => parseHtml(renderToString(node));

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
