import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { parseAthlete } from "@mypacer/shared/federation/parsers/athlete.ts";
import { parseRoster } from "@mypacer/shared/federation/parsers/roster.ts";
import { parseSearch } from "@mypacer/shared/federation/parsers/search.ts";
import { rosterPage } from "../../../simulator/testing/written_pages.ts";
import { PageReplacer } from "./page_replacer.ts";

const PROFILE = `<!DOCTYPE html><html lang="fr"><head><title>Zoe MARTINOT | Profil | FFA</title>
<meta name="description" content="Zoe MARTINOT, née le 26/08/1999 à Ville Test">
<script type="application/ld+json">{"name":"Zoe MARTINOT","birthDate":"1999-08-26"}</script></head><body>
<a href="/bases/liste.aspx?frmbase=cclubs&amp;frmmode=1">Clubs</a>
<img src="/portraits/7000001_martinot.jpg" alt="Portrait de Zoe MARTINOT" data-person='{"id":7000001}'>
<h1 class="title-2 text-white">Zoe<br>MARTINOT</h1>
<p class="text-white"><span class="text-blue">Né(e) le : </span>26/08/1999 à Ville Test</p>
<p class="text-white"><span class="text-blue">Club : </span>Ac Exemple * - S/l Vallee Bleue</p>
<p class="text-white"><span class="text-blue">Taille / poids : </span>171cm / 57kg</p>
<p class="text-white"><span class="text-blue">Catégorie / Nationalité : </span>SE<span>/</span>F<span>/</span>FRA</p>
<p class="text-white"><span class="text-blue">N° de licence : </span>2999901 - COMP<span>(maj le 16/09/2025)</span></p>
<p class="text-white"><span class="text-blue">Ligue / Département : </span>I-F<span>/</span>075</p>
<p>Entraînée par Jean MARTINOT, zoe@exemple.fr, 06 12 34 56 78</p>
<!-- Zoe MARTINOT 7000001 --></body></html>`;
const ROSTER = rosterPage([
  { id: 7000001, name: "MARTINOT Zoe", category: "SE/F", license: "2999901" },
  { id: 7000002, name: "DE LA ROCHE Zoe (BEL)", category: "M0/F", license: "T999001" },
  { id: 7000003, name: "Aur‚lien 0LIVIER", license: "2999903" },
]);
const SEARCH =
  '[{"actseq":"7000001","nom":"MARTINOT Zoe","sexe":"F","club":" - Ac Exemple*"},{"actseq":7000002,"nom":"DE LA ROCHE Zoe","sexe":"F","club":""}]';

function replaced() {
  const replacer = new PageReplacer([PROFILE, ROSTER, SEARCH]);
  const [profile = "", roster = "", search = ""] = [PROFILE, ROSTER, SEARCH]
    .map((body) => replacer.replace(body));
  return { profile, roster, search };
}

Deno.test("PageReplacer lets nothing about a person through, wherever it stands", () => {
  const { profile, roster, search } = replaced();
  for (const page of [profile, roster, search]) {
    assertNotMatch(page, /martinot|zoe|roche|lien|livier/i);
    assertNotMatch(page, /7000001|7000002|2999901|999001|1999|26\/08|08-26|171cm|57kg|34 56/);
    assertNotMatch(page, /exemple\.fr|vallee|ville test|portrait de/i);
  }
});

Deno.test("PageReplacer makes the same person the same on all pages, and parsers read as much", () => {
  const { profile, roster, search } = replaced();
  const athletes = parseRoster(roster).athletes;
  const header = parseAthlete(profile);
  const matches = parseSearch(search).athletes;
  assertEquals(athletes.length, 3);
  assertEquals(header?.name, athletes[0]?.name);
  assertEquals(matches.map(({ ffaId, name }) => [ffaId, name]), [
    [athletes[0]?.ffaId, athletes[0]?.name],
    [athletes[1]?.ffaId, athletes[1]?.name.replace(" (BEL)", "")],
  ]);
  assertEquals(
    [header?.category, header?.sex, header?.nationality, header?.league, header?.department],
    ["SE", "F", "FRA", "I-F", "075"],
  );
  assertEquals([header?.licenseType, header?.licenseNumber], ["COMP", athletes[0]?.licenseNumber]);
  assertMatch(header?.licenseNumber ?? "", /^0\d{6}$/);
  assertMatch(athletes[1]?.licenseNumber ?? "", /^T0\d{5}$/);
  assertMatch(athletes[1]?.name ?? "", /^DE LA [A-Z]{5} [A-Z][a-z]{4} \(BEL\)$/);
  assertMatch(athletes[2]?.name ?? "", /^[A-Z][a-z]{4}‚[a-z]{5} 0[A-Z]{6}$/);
  assertEquals(header?.clubSection?.split(" ").length, 2);
});

Deno.test("PageReplacer replaces names that are words of the site", () => {
  const names = [
    "LONG Court",
    "TOUR Vent",
    "MARS Mai",
    "SEN Ken",
    "IA Ib",
    "COMP Run",
    "FINAL Serie",
  ];
  const body = rosterPage(names.map((name, id) => ({ id: 7000100 + id, name, category: "ES/F" })));
  const replaced = parseRoster(new PageReplacer([body]).replace(body)).athletes;
  assertEquals(replaced.map(({ category, sex }) => [category, sex]), names.map(() => ["ES", "F"]));
  for (const { name } of replaced) assertMatch(name, /^[A-Z]{5,} [A-Z][a-z]{4,}$/);
  const before = new Set(names.flatMap((name) => name.toLowerCase().split(" ")));
  for (const word of replaced.flatMap(({ name }) => name.toLowerCase().split(" "))) {
    assertEquals(before.has(word), false, word);
  }
});

Deno.test("PageReplacer keeps what says nothing about a person", () => {
  const { profile } = replaced();
  for (
    const part of [
      '<a href="/bases/liste.aspx?frmbase=cclubs&amp;frmmode=1">Clubs</a>',
      '<span class="text-blue">Né(e) le : </span>',
      '<h1 class="title-2 text-white">',
    ]
  ) assertEquals(profile.includes(part), true, part);
});
