import { assertEquals } from "@std/assert";
import { collectPersonalData, findLeaks } from "./leaks.ts";

const PAGES = [
  `<h1>Zoé<br>MARTINOT</h1><p><span>Né(e) le : </span>26/08/1999</p><p>2999901</p>
  <a href="/athletes/7000001/records">Records personnels</a>`,
  `<h1>Une erreur est survenue</h1><td>10000m</td>`,
  '[{"actseq":"7000002","nom":"LE GOFF Anne"}]',
];

const leaks = (page: string) => findLeaks(page, collectPersonalData(PAGES));

Deno.test("findLeaks() finds names in any order, case and accents, ids, licenses and birth dates", () => {
  assertEquals(leaks("<p>martinot <b>zoe</b></p>"), ["name"]);
  assertEquals(leaks("<p>Anne LE GOFF</p>"), ["name"]);
  assertEquals(leaks('<img src="/7000001.jpg">'), ["number"]);
  assertEquals(leaks("<td>2999901</td>"), ["number"]);
  assertEquals(leaks("<p>26/08/1999</p>"), ["birth date"]);
});

Deno.test("findLeaks() takes nothing of the site's own for a person's", () => {
  assertEquals(
    leaks("<h1>Une erreur est survenue</h1><a>Records personnels</a><td>10000m</td>"),
    [],
  );
  assertEquals(leaks("<p>MARTIN Zoe, 12999901, 27/08/1999</p>"), []);
});
