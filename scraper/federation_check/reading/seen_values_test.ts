import { assertEquals } from "@std/assert";
import { keysOf, markupValues, unknownValues, valuesOf } from "./seen_values.ts";

const PAGE = `<html><body><footer><p><span>Téléphone : </span>0</p></footer>
<p><span>Né(e) en : </span>2004</p><p><span>Surnom : </span>x</p>
<table><thead><tr><th>Date</th><th>Epreuve</th><th>Perf</th></tr></thead><tbody>
<tr><td>12 Oct.</td><td>1 Mile</td><td>4'21''08</td></tr>
<tr class="detail-row"><td><table><tr><th>a</th><th>b</th><th>c</th></tr></table></td></tr>
<tr><td>3 Brum. 2024</td><td>800m</td><td>2'10''00</td></tr></tbody></table></body></html>`;

Deno.test("markupValues() gives titles, labels and months where they stand, and none of menus or details", () => {
  assertEquals(markupValues(PAGE).map(({ kind, value }) => [kind, value]), [
    ["column", "date"],
    ["column", "epreuve"],
    ["column", "perf"],
    ["label", "Né(e) en :"],
    ["label", "Surnom :"],
    ["month", "Oct."],
    ["month", "Brum."],
  ]);
});

Deno.test("unknownValues() counts what was never seen, and shows no name", () => {
  const values = [
    { kind: "month", value: "Brum." },
    { kind: "month", value: "Oct." },
    { kind: "month", value: "Brum." },
    { kind: "round", value: "MARTINOT Zoe" },
    { kind: "category", value: "ZZ" },
  ] as const;
  assertEquals(unknownValues(values), [
    { kind: "month", value: "Brum.", count: 2 },
    { kind: "round", value: "A A", count: 1 },
    { kind: "category", value: "ZZ", count: 1 },
  ]);
});

Deno.test("valuesOf() leaves races by a name of their own out, where there are such", () => {
  const events = (label: string, freeTexts: boolean) =>
    valuesOf({ event: label, level: null }, { freeTexts }).map(({ value }) => value);
  assertEquals(events("Foulées du Lac", true), []);
  assertEquals(events("Foulées du Lac", false), ["Foulées du Lac"]);
  assertEquals(events("1 500m", true), ["1 500m"]);
});

Deno.test("keysOf() gives the keys of what the search answers, callback or not", () => {
  assertEquals(keysOf('[{"actseq":"1","nom":"x"}]').map(({ value }) => value), ["actseq", "nom"]);
  assertEquals(keysOf('callback([{"actseq":"1"}]);').map(({ value }) => value), ["actseq"]);
});
