import { assertEquals, assertThrows } from "@std/assert";
import {
  athleteIdIn,
  clubNumberIn,
  describePage,
  FEDERATION_ORIGIN,
  federationUrls,
  isLoopback,
} from "./urls.ts";

const urls = federationUrls(FEDERATION_ORIGIN);
const LIST = "https://www.athle.fr/bases/liste.aspx?";

Deno.test("clubList() asks for a season, and for a page by its number less one", () => {
  const all = "frmpostback=true&frmbase=cclubs&frmmode=1&frmespace=0&frmsaison=2026" +
    "&frmsexe=&frmligue=&frmdepartement=&frmnclub=&frmruptures=";
  assertEquals(urls.clubList(2026).href, LIST + all);
  assertEquals(urls.clubList(2026, 3).href, `${LIST}${all}&frmposition=2`);
});

Deno.test("roster() keeps the leading zeros of the club number", () => {
  assertEquals(
    urls.roster("001998", 2026, 2).href,
    `${LIST}frmbase=cclubs&frmmode=2&frmespace=&frmtypeclub=M&frmsaison=2026&frmnclub=001998&frmposition=1`,
  );
});

Deno.test("clubResults() asks for a club and a season", () => {
  assertEquals(
    urls.clubResults("075999", 2025).href,
    `${LIST}frmbase=resultats&frmmode=1&frmespace=0&frmsaison=2025&frmclub=075999`,
  );
});

Deno.test("an athlete's addresses follow the site's tabs", () => {
  const paths = [
    urls.athlete("7000001"),
    urls.records("7000001"),
    urls.results("7000001", 2025),
    urls.resultsPage("7000001"),
    urls.resultsPage("7000001", 2024),
    urls.eventResults("7000001", "215"),
  ].map(({ pathname, search }) => pathname + search);
  assertEquals(paths, [
    "/athletes/7000001",
    "/athletes/7000001/records",
    "/ajax/fiche-athlete-resultats.aspx?seq=7000001&annee=2025",
    "/athletes/7000001/resultats",
    "/athletes/7000001/resultats?saison=2024",
    "/ajax/fiche-athlete-resultats.aspx?seq=7000001&epr=215",
  ]);
});

Deno.test("search() sends neither accents nor wildcards", () => {
  const url = urls.search(" Lefèvre%  Zoé-Œlia\u0000 ");
  assertEquals(url.pathname, "/ajax/autocompletion.aspx");
  assertEquals([url.searchParams.get("mode"), url.searchParams.get("recherche")], [
    "1",
    "Lefevre Zoe-OElia",
  ]);
  assertEquals(urls.search("Zoe", "given").searchParams.get("mode"), "2");
});

Deno.test("people() looks for the whole surname, of a published name and of a typed one", () => {
  for (
    const [name, surname] of [
      ["LE GOFF Zoe", "LE GOFF"],
      ["DE LA FONTAINE Zoe", "DE LA FONTAINE"],
      ["zoé le goff 1994", "LE GOFF"],
      ["Rui d’Almeida", "D'ALMEIDA"],
      ["lefèvre", "LEFEVRE"],
    ] as const
  ) {
    assertEquals(
      [...urls.people(name).searchParams],
      [["frmbase", "resultats"], ["frmmode", "1"], ["frmespace", "0"], ["frmnom", surname]],
    );
  }
});

Deno.test("federationUrls() makes addresses of any site, whatever its path", () => {
  assertEquals(
    federationUrls("http://127.0.0.1:8090/x/y").athlete("1").href,
    "http://127.0.0.1:8090/athletes/1",
  );
});

Deno.test("federationUrls() refuses what is no public address", () => {
  for (const base of ["ftp://www.athle.fr", "https://me:secret@www.athle.fr", "www.athle.fr"]) {
    assertThrows(() => federationUrls(base), TypeError);
  }
});

Deno.test("addresses are never made of anything but ids, numbers, years and pages", () => {
  for (
    const wrong of [
      () => urls.athlete("1/../../x"),
      () => urls.records(""),
      () => urls.roster("75999", 2026),
      () => urls.clubResults("0759990", 2026),
      () => urls.clubList(26),
      () => urls.clubList(2026, 0),
      () => urls.results("1", 2025.5),
      () => urls.eventResults("1", "2&x=1"),
    ]
  ) assertThrows(wrong, RangeError, "Cannot ask for");
});

for (
  const [href, id] of [
    ["/athletes/7000001", "7000001"],
    ["/athletes/7000001/niveau", "7000001"],
    ["//athletes/7000001", null],
    ["https://www.athle.fr/athletes/7000001/records?x=1#y", "7000001"],
    ["http://127.0.0.1:8090/athletes/5", "5"],
    ["https://elsewhere.example/athletes/7000001", null],
    ["https://notathle.fr/athletes/7000001", null],
    ["/athletes", null],
    ["/athletes/niveau", null],
    ["/bases/liste.aspx?athletes/5", null],
    ["javascript:/athletes/5", null],
    ["http://[", null],
  ] as const
) {
  Deno.test(`athleteIdIn() finds ${id} in ${href}`, () => assertEquals(athleteIdIn(href), id));
}

Deno.test("clubNumberIn() finds six digits under either name", () => {
  assertEquals(
    clubNumberIn("/bases/liste.aspx?frmbase=cclubs&frmnclub=001998&frmposition=0"),
    "001998",
  );
  assertEquals(clubNumberIn("/bases/liste.aspx?frmclub=075999"), "075999");
  assertEquals(clubNumberIn("/bases/liste.aspx?frmnclub=75999"), null);
  assertEquals(clubNumberIn("/bases/liste.aspx?frmnclub=0759991"), null);
});

Deno.test("isLoopback() knows this machine by every name", () => {
  for (
    const url of [
      "http://localhost:1",
      "http://127.0.0.1",
      "http://127.9.9.9",
      "http://[::1]:8",
      "http://127.1",
      "http://a.localhost",
    ]
  ) {
    assertEquals(isLoopback(new URL(url).hostname), true);
  }
  for (
    const url of [
      "https://www.athle.fr",
      "http://10.0.0.1",
      "http://127.0.0.1.example",
      "http://notlocalhost",
      "http://[::2]",
    ]
  ) {
    assertEquals(isLoopback(new URL(url).hostname), false);
  }
});

Deno.test("describePage() names the page and nobody on it", () => {
  assertEquals(describePage(urls.records("7000001")), "/athletes/{id}/records");
  assertEquals(describePage(urls.search("martinot zoe")), "/ajax/autocompletion.aspx");
  assertEquals(
    describePage(urls.results("7000001", 2025)),
    "/ajax/fiche-athlete-resultats.aspx?annee=2025",
  );
  assertEquals(
    describePage(urls.roster("075999", 2026)),
    "/bases/liste.aspx?frmbase=cclubs&frmmode=2&frmsaison=2026&frmnclub=075999&frmposition=0",
  );
});
