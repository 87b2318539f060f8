import { assertEquals, assertThrows } from "@std/assert";
import { PageShapeError } from "../shape.ts";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseAthlete } from "./athlete.ts";

const PAGE = readTestPage("records.html");

Deno.test("parseAthlete() reads the top of a page", () => {
  assertEquals(parseAthlete(PAGE), {
    name: "MARTINOT Zoe",
    birthYear: 2004,
    club: "Ac Exemple",
    clubNumber: null,
    clubSection: "Vallee Bleue",
    category: "ES",
    sex: "F",
    nationality: "FRA",
    licenseNumber: "2999901",
    licenseType: "COMP",
    league: "I-F",
    department: "075",
  });
});

Deno.test("parseAthlete() reads a public biography: the year only of a birth date, a letter license, a particle", () => {
  assertEquals(parseAthlete(readTestPage("records_2026.html")), {
    name: "DE LA ROUVRAIE Jean-Baptiste",
    birthYear: 1999,
    club: "Athle Inventee 92",
    clubNumber: null,
    clubSection: null,
    category: "M0",
    sex: "M",
    nationality: "FRA",
    licenseNumber: "T999001",
    licenseType: "Athlé Running",
    league: "COR",
    department: "02B",
  });
});

Deno.test("parseAthlete() knows little of a person without club and license", () => {
  const { birthYear, club, category, sex, licenseNumber, league } =
    parseAthlete(readTestPage("results.html")) ?? {};
  assertEquals([birthYear, club, category, sex, licenseNumber, league], [
    2004,
    null,
    null,
    "F",
    null,
    null,
  ]);
});

Deno.test("parseAthlete() gives null for a page of the site without an athlete", () => {
  assertEquals(parseAthlete(readTestPage("unknown_athlete.html")), null);
});

Deno.test("parseAthlete() takes the name from the title where there is no heading", () => {
  const page = PAGE.replace(/<h1[\s\S]*?<\/h1>/, "");
  assertEquals(parseAthlete(page)?.name, "MARTINOT Zoe");
});

for (
  const [label, value, expected] of [
    ["Né(e) en : ", "-", { birthYear: null }],
    ["Né(e) en : ", "12/03/2004", { birthYear: 2004 }],
    ["Né(e) en : ", "inconnu", { birthYear: null }],
    ["Club : ", "075999 - Ac Exemple", {
      club: "Ac Exemple",
      clubNumber: "075999",
      clubSection: null,
    }],
    [
      "Club : ",
      '<a href="/bases/liste.aspx?frmbase=cclubs&amp;frmnclub=075999">Ac Exemple *</a>',
      { club: "Ac Exemple", clubNumber: "075999" },
    ],
    ["Catégorie / Nationalité : ", "- / F / BEL", { category: null, sex: "F", nationality: "BEL" }],
    ["Catégorie / Nationalité : ", "M10 / M / FRA", {
      category: "M10",
      sex: "M",
      nationality: "FRA",
    }],
    ["N° de licence : ", "-", { licenseNumber: null, licenseType: null }],
    ["N° de licence : ", "12345", { licenseNumber: "12345", licenseType: null }],
    ["N° de licence : ", "- (maj le 01/02/2025)", { licenseNumber: null, licenseType: null }],
    ["N° de licence : ", "1999999 - Santé / Loisir (maj le 01/02/2025)", {
      licenseNumber: "1999999",
      licenseType: "Santé / Loisir",
    }],
    ["Ligue / Département : ", "H-F / 059", { league: "H-F", department: "059" }],
    ["Ligue / Département : ", "- / -", { league: null, department: null }],
  ] as const
) {
  Deno.test(`parseAthlete() reads "${label}${value}"`, () => {
    const line = new RegExp(
      `(<span class="text-blue">)${label.replace(/[()]/g, "\\$&")}</span>.*?</p>`,
    );
    const page = PAGE.replace(line, `$1${label}</span>${value}</p>`);
    assertEquals(page === PAGE, false);
    const header = parseAthlete(page);
    for (const [field, want] of Object.entries(expected)) {
      assertEquals(Object.entries(header ?? {}).find(([key]) => key === field)?.[1], want);
    }
  });
}

Deno.test("parseAthlete() refuses facts without a name", () => {
  const page = PAGE.replace(/<h1[\s\S]*?<\/h1>/, "").replace(/<title>.*?<\/title>/, "");
  assertThrows(() => parseAthlete(page), PageShapeError, "an athlete without a name");
});

Deno.test("parseAthlete() refuses a name without facts", () => {
  const page = PAGE.replaceAll(/<p class="text-white">(.*?)<\/p>/g, "<div>$1</div>");
  assertThrows(() => parseAthlete(page), PageShapeError, "says nothing of them");
});

Deno.test("parseAthlete() does not take a few words for an athlete who is unknown", () => {
  for (const page of ["<html><body>Busy</body></html>", "Busy. ".repeat(400)]) {
    assertThrows(() => parseAthlete(page), PageShapeError);
  }
});
