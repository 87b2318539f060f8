import { assert, assertEquals } from "@std/assert";
import { AthletePage } from "@mypacer/shared/contract/athlete.ts";
import { createTestApp, type TestApp } from "../testing/test_app.ts";
import { fillDirectory } from "../testing/test_directory.ts";

const PEOPLE = [
  { ffaId: "7000001", name: "LEFEVRE Jean-Baptiste", birthYear: 1990, sex: "M", club: "075999" },
  { ffaId: "7000002", name: "LEFEVRE Jean", birthYear: 1985, sex: "M", club: "031001" },
  { ffaId: "7000003", name: "LEFEBVRE Jeanne", sex: "F", club: "031001" },
  { ffaId: "7000004", name: "N'DIAYE Awa (SEN)", sex: "F" },
  { ffaId: "7000005", name: "MARTIN Zoé", birthYear: 2001, sex: "F" },
  { ffaId: "7000006", name: "MARTIN Zoé", birthYear: 2005, sex: "F", lastSeason: 2024 },
  { ffaId: "7000007", name: "DE LA FONTAINE Cœline" },
  { ffaId: "7000008", name: "MARTINEAU Léo", sex: "M" },
  { ffaId: "7000009", name: "LY Awa", sex: "F" },
  { ffaId: "7000010", name: "DIOP Ly", sex: "F" },
  { ffaId: "7000011", name: "LYON Max", sex: "M" },
] as const;

async function directory(inMemory: boolean): Promise<TestApp> {
  const app = await createTestApp({ inMemory });
  await fillDirectory(app.sql, {
    clubs: [
      { ffaNumber: "075999", name: "AC EXEMPLE" },
      { ffaNumber: "031001", name: "US ESSAI" },
    ],
    athletes: PEOPLE,
  });
  await app.keeper?.refresh();
  return app;
}

async function search(app: TestApp, query: string): Promise<AthletePage> {
  const response = await app.fetch(`/athletes?${query}`);
  const body = await response.json();
  assertEquals(response.status, 200, JSON.stringify(body));
  return AthletePage.parse(body);
}

async function ids(app: TestApp, query: string): Promise<string[]> {
  return (await search(app, query)).items.map(({ ffa_id }) => ffa_id);
}

for (const inMemory of [false, true]) {
  const where = inMemory ? "in memory" : "in SQL";

  Deno.test(`search ${where} finds a name in any order, accents, case, hyphens and apostrophes aside`, async () => {
    await using app = await directory(inMemory);
    const first: [query: string, id: string][] = [
      ["q=Jean-Baptiste+Lef%C3%A8vre", "7000001"],
      ["q=LEFEVRE+JEAN+BAPTISTE", "7000001"],
      ["q=baptiste+lefevre+jean", "7000001"],
      ["q=ndiaye", "7000004"],
      ["q=n%E2%80%99diaye+awa", "7000004"],
      ["q=coeline+fontaine", "7000007"],
      ["q=de+la+fontaine", "7000007"],
    ];
    for (const [query, id] of first) assertEquals((await ids(app, query))[0], id, query);
  });

  Deno.test(`search ${where} finds a misspelt name`, async () => {
    await using app = await directory(inMemory);
    const first: [query: string, id: string][] = [
      ["q=lefevr+jean+batiste", "7000001"],
      ["q=fontainne+coeline", "7000007"],
      ["q=mratin+zoe", "7000005"],
      ["q=martineu+leo", "7000008"],
      ["q=ndaiye", "7000004"],
    ];
    for (const [query, id] of first) assertEquals((await ids(app, query))[0], id, query);
  });

  Deno.test(`search ${where} finds an unfinished last word`, async () => {
    await using app = await directory(inMemory);
    assertEquals((await ids(app, "q=lefevre+jean+bap"))[0], "7000001");
    assertEquals(new Set(await ids(app, "q=marti")), new Set(["7000005", "7000006", "7000008"]));
  });

  Deno.test(`search ${where} puts the closest first, among equals the latest season, and scores never rise`, async () => {
    await using app = await directory(inMemory);
    assertEquals((await ids(app, "q=lefevre+jean"))[0], "7000002");
    assertEquals((await ids(app, "q=martin+zoe")).slice(0, 2), ["7000005", "7000006"]);
    const { items } = await search(app, "q=martin+zoe");
    assertEquals(items[0]?.score, 1);
    const scores = items.map(({ score }) => score);
    assertEquals(scores, [...scores].sort((a, b) => b - a));
  });

  Deno.test(`search ${where} takes a birth year, a club number or a federation id`, async () => {
    await using app = await directory(inMemory);
    assertEquals((await ids(app, "q=martin+2005"))[0], "7000006");
    // The year of the third is unknown; her category allows 1992 to 2003.
    assertEquals(await ids(app, "q=lefebvre+1995"), ["7000003"]);
    assertEquals((await ids(app, "q=lefebvre+1950")).includes("7000003"), false);
    assertEquals(await ids(app, "q=lefevre+031001"), ["7000002", "7000003"]);
    assertEquals(await ids(app, "q=7000004"), ["7000004"]);
    assertEquals(new Set(await ids(app, "q=031001")), new Set(["7000002", "7000003"]));
  });

  Deno.test(`search ${where} finds odd names by their letters, and clubs of Corsica by their number`, async () => {
    await using app = await createTestApp({ inMemory });
    await fillDirectory(app.sql, {
      clubs: [{ ffaNumber: "02A135", name: "AC CORSE INVENTEE" }],
      athletes: [
        { ffaId: "7000021", name: "QUILLET Jean/Michel" },
        { ffaId: "7000022", name: "QUILLET 0livier", club: "02A135" },
        { ffaId: "7000023", name: "QUILLET Aur‚lien (Alg)" },
        { ffaId: "7000024", name: "***" },
        { ffaId: "7000025", name: "ROC ***", club: "02A135" },
        { ffaId: "7000026", name: "-" },
        { ffaId: "7000027", name: "1234" },
        { ffaId: "7000028", name: "Aurã©lien" },
      ],
    });
    await app.keeper?.refresh();
    for (
      const [query, id] of [
        ["q=jean+michel+quillet", "7000021"],
        ["q=0livier", "7000022"],
        ["q=quillet+aur+lien", "7000023"],
        ["q=roc", "7000025"],
        ["q=aura", "7000028"],
      ] as const
    ) assertEquals((await ids(app, query))[0], id, query);
    for (const query of ["q=02a135", "q=02A135", "club=02A135"]) {
      assertEquals(new Set(await ids(app, query)), new Set(["7000022", "7000025"]), query);
    }
    assertEquals(await ids(app, "q=quillet+02a135"), ["7000022"]);
    assertEquals((await search(app, "q=02a135")).understood.club?.ffa_number, "02A135");
  });

  Deno.test(`search ${where} filters by club and sex`, async () => {
    await using app = await directory(inMemory);
    assertEquals(await ids(app, "q=lefevre&club=075999"), ["7000001"]);
    assertEquals((await ids(app, "q=lef&sex=F")).includes("7000001"), false);
    assertEquals(await ids(app, "q=lefevre&club=999999"), []);
  });

  Deno.test(`search ${where} tells what a text was taken for, and asks for more letters where nothing narrows it`, async () => {
    await using app = await directory(inMemory);
    const understood = async (query: string) => (await search(app, query)).understood;
    const club = {
      ffa_number: "031001",
      name: "US ESSAI",
    };
    assertEquals(await understood("q=N'Diaye+1998+031001+7000004"), {
      words: ["ndiaye"],
      club_words: [],
      birth_year: 1998,
      numbers: ["7000004"],
      club,
    });
    assertEquals((await understood("q=ma&club=031001")).club, club);
    assertEquals((await understood("club=999999")).club, null);
    assertEquals((await understood("q=999999+ma")).numbers, ["999999"]);
    assertEquals((await understood("q=ma+1998")).words, ["ma"]);
    for (const query of ["q=m", "q=l+y", "q=12", "q=m+1998", "q=m&club=031001"]) {
      const response = await app.fetch(`/athletes?${query}`);
      assertEquals(response.status, 400, query);
      await response.body?.cancel();
    }
  });

  Deno.test(`search ${where} finds two letters as a whole name only, the surname first`, async () => {
    await using app = await directory(inMemory);
    assertEquals(await ids(app, "q=ly"), ["7000009", "7000010"]);
    assertEquals(await ids(app, "q=LY%E2%80%8B"), ["7000009", "7000010"]);
    // The beginning of MARTIN, and the name of nobody.
    assertEquals(await ids(app, "q=ma"), []);
    assertEquals((await search(app, "q=ly")).understood.words, ["ly"]);
    // With another word it may be a beginning.
    assertEquals((await ids(app, "q=max+ly"))[0], "7000011");
  });

  Deno.test(`search ${where} finds the athlete of a pasted address`, async () => {
    await using app = await directory(inMemory);
    for (
      const address of [
        "https://www.athle.fr/athletes/7000004",
        "https://www.athle.fr/athletes/7000004/resultats?saison=2026",
        "athle.fr/athletes/7000004",
        "https://mypacer.example/athlete/7000004?slow=5:00",
        "/en/athlete/7000004",
      ]
    ) {
      const { items, understood } = await search(app, String(new URLSearchParams({ q: address })));
      assertEquals(items.map(({ ffa_id: id }) => id), ["7000004"], address);
      assertEquals([understood.words, understood.numbers], [[], ["7000004"]], address);
    }
    assertEquals(await ids(app, "q=https%3A%2F%2Fwww.athle.fr%2Fathletes%2F999"), []);
  });

  Deno.test(`search ${where} finds nobody by another script, and says that nothing was understood`, async () => {
    await using app = await directory(inMemory);
    for (const query of ["Иван", "Ελένη", "محمد", "李娜", "🏃🏃", "١٩٩٨"]) {
      const { items, total_is_exact: exact, understood } = await search(
        app,
        String(new URLSearchParams({ q: query })),
      );
      assertEquals([items, exact], [[], true], query);
      assertEquals([understood.words, understood.numbers], [[], []], query);
      const legacy = await app.fetch(`/get_athletes?${new URLSearchParams({ name: query })}`);
      assertEquals(await legacy.json(), [], query);
    }
    // Beside letters that can be looked for it does not matter.
    assertEquals(
      (await ids(app, String(new URLSearchParams({ q: "Мартин Martineau" }))))[0],
      "7000008",
    );
  });

  Deno.test(`search ${where} says which parts of the name match`, async () => {
    await using app = await directory(inMemory);
    const marked = async (query: string) => {
      const hit = (await search(app, query)).items[0];
      return hit?.match.map(({ start, end }) => hit.name.slice(start, end));
    };
    assertEquals(await marked("q=zoe+mart"), ["MART", "Zoé"]);
    assertEquals(await marked("q=ndiaye"), ["N'DIAYE"]);
    assertEquals(await marked("q=coe"), ["Cœ"]);
    assertEquals(await marked("q=lefevr+jean+batiste"), ["LEFEVR", "Jean", "Baptiste"]);
  });

  Deno.test(`search ${where} pages through the same order`, async () => {
    await using app = await directory(inMemory);
    const all = await ids(app, "q=lefevre+jea&limit=100");
    assert(all.length >= 3);
    const paged: string[] = [];
    for (let offset = 0; offset < all.length; offset++) {
      paged.push(...await ids(app, `q=lefevre+jea&limit=1&offset=${offset}`));
    }
    assertEquals(paged, all);
    assertEquals((await search(app, "q=lefevre+jea&limit=1")).total_is_exact, false);
    assertEquals((await search(app, "q=lefevre+jea&limit=100")).total_is_exact, true);
    assertEquals((await search(app, "q=lefevre&offset=500")).items, []);
  });

  Deno.test(`search ${where} tells how many there are in all, and by sex and category`, async () => {
    await using app = await directory(inMemory);
    const counted = async (query: string) => {
      const { total, counts } = await search(app, query);
      return { total, counts };
    };
    // Three called MARTIN or MARTINEAU; SQL counts only what its page shows.
    const counts = inMemory ? { sex: { F: 2, M: 1 }, category: { SE: 3 } } : null;
    assertEquals(await counted("q=martin&with=counts"), { total: 3, counts });
    assertEquals(await counted("q=martin"), { total: 3, counts: null });
    assertEquals((await counted("q=martin&limit=1")).total, inMemory ? 3 : null);
    assertEquals((await counted("q=martin&offset=500")).total, 3);
    assertEquals(
      await counted("club=031001&sex=F&with=counts"),
      { total: 1, counts: inMemory ? { sex: { F: 1 }, category: { SE: 1 } } : null },
    );
    assertEquals((await app.fetch("/athletes?q=martin&with=all")).status, 400);
  });

  Deno.test(`search ${where} takes the wildcards of SQL for separators`, async () => {
    await using app = await directory(inMemory);
    for (const query of ["q=%25%25martin%25", "q=mar_tin"]) {
      const found = await ids(app, query);
      assert(found.every((id) => id !== "7000001"), query);
    }
    assertEquals(await ids(app, "q=mar_____a"), await ids(app, "q=mar+a"));
  });
}

Deno.test("search in memory tells which words it took for a club", async () => {
  await using app = await directory(true);
  const understood = async (query: string) => (await search(app, query)).understood;
  assertEquals((await understood("q=essai+lefevre")).club_words, ["essai"]);
  assertEquals((await understood("q=lefevre+exemple&offset=1")).club_words, ["exemple"]);
  assertEquals((await understood("q=lefevre+jean")).club_words, []);
  assertEquals((await understood("q=lefevre+nobody")).club_words, []);
});
