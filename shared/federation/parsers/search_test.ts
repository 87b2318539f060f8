import { assertEquals, assertThrows } from "@std/assert";
import { PageShapeError } from "../shape.ts";
import { parseSearch } from "./search.ts";

Deno.test("parseSearch() reads found athletes in their order", () => {
  const json = JSON.stringify([
    { actseq: "7000001", nom: "MARTINOT  Zoe", sexe: "F", club: " - Ac Exemple*" },
    { actseq: 7000002, hactseq: "12", nom: "DE LA ROUVRAIE Jean", sexe: "M", club: "" },
    { actseq: "7000003", nom: "MARTINOT Ana", sexe: "" },
  ]);
  assertEquals(parseSearch(json), {
    athletes: [
      { ffaId: "7000001", name: "MARTINOT Zoe", sex: "F", club: "Ac Exemple" },
      { ffaId: "7000002", name: "DE LA ROUVRAIE Jean", sex: "M", club: null },
      { ffaId: "7000003", name: "MARTINOT Ana", sex: null, club: null },
    ],
    problems: [],
  });
});

Deno.test("parseSearch() reads an empty list as nobody", () => {
  assertEquals(parseSearch("[]"), { athletes: [], problems: [] });
});

Deno.test("parseSearch() reads JSONP as well", () => {
  const { athletes } = parseSearch('jQuery1_2([{"actseq":"7","nom":"TEST Un"}]);');
  assertEquals(athletes, [{ ffaId: "7", name: "TEST Un", sex: null, club: null }]);
});

Deno.test("parseSearch() reports a broken entry by its keys and leaves it out", () => {
  const { athletes, problems } = parseSearch(
    '[{"actseq":"x1","nom":"SECRET Nom"},{"actseq":"7","nom":"TEST Un"}]',
  );
  assertEquals(athletes.length, 1);
  assertEquals(problems, [{
    page: "search",
    row: 0,
    message: "actseq is not understood",
    excerpt: "actseq, nom",
    skipped: true,
  }]);
});

for (
  const [json, message] of [
    ["", "it is no JSON"],
    ["<html></html>", "it is no JSON"],
    ['[{"actseq":"7","no', "it is no JSON"],
    ['{"error":"x"}', "it is no list"],
    ['[{"id":1},"x"]', "no entry is readable"],
  ] as const
) {
  Deno.test(`parseSearch() refuses ${json || "nothing"}`, () => {
    assertThrows(() => parseSearch(json), PageShapeError, message);
  });
}
