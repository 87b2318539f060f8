import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import type { DirectoryIndex } from "./directory_index.ts";
import { Finder } from "./finder.ts";
import { scoreOf } from "./penalties.ts";
import { indexOf } from "./testing/made_index.ts";

function names(index: DirectoryIndex, query: string): string[] {
  const found = new Finder(index).find({
    words: normalizeName(query).split(" "),
    filters: { birthYear: null, numbers: [] },
    most: 20,
  });
  return found.rows.map(({ row }) => index.name(row));
}

const PEOPLE = [
  "LEFÈVRE Jean-Baptiste",
  "LE GOFF Yann",
  "LEGOFF Maëlle",
  "N'DIAYE Awa (SEN)",
  "DE LA FONTAINE Cœline",
  "DUPOND Éloïse",
  "PHILIPPEAU Marc",
  "MARTIN Tess",
  "MARTIN Zoé",
  "MARTINEAU Zoé",
  "KERVELLA Hugo",
  "ROUSSEAU Sacha",
  "ROUX Sacha",
  "LAGARDERE Benjamin",
  "RAY Benjamin",
].map((name) => ({ name }));

Deno.test("Finder finds names however they are written", () => {
  const index = indexOf(PEOPLE);
  const finder = new Finder(index);
  const first: [query: string, name: string][] = [
    ["jean baptiste lefevre", "LEFÈVRE Jean-Baptiste"],
    ["jeanbaptiste lefevre", "LEFÈVRE Jean-Baptiste"],
    ["legoff yann", "LE GOFF Yann"],
    ["le goff maelle", "LEGOFF Maëlle"],
    ["ndiaye", "N'DIAYE Awa (SEN)"],
    ["n diaye awa", "N'DIAYE Awa (SEN)"],
    ["delafontaine", "DE LA FONTAINE Cœline"],
    ["coeline fontaine", "DE LA FONTAINE Cœline"],
    ["martin t", "MARTIN Tess"],
    ["jb lefevre", "LEFÈVRE Jean-Baptiste"],
    ["zoemartin", "MARTIN Zoé"],
    // Typos: left out, put in, changed, swapped, first letter, two in a long word.
    ["lefvre jean", "LEFÈVRE Jean-Baptiste"],
    ["dupponnd eloise", "DUPOND Éloïse"],
    ["fupond", "DUPOND Éloïse"],
    ["kevrella", "KERVELLA Hugo"],
    ["pihlippaeu", "PHILIPPEAU Marc"],
    // By ear.
    ["filipo", "PHILIPPEAU Marc"],
    ["dupon", "DUPOND Éloïse"],
    ["dupont", "DUPOND Éloïse"],
    ["rou sacha", "ROUX Sacha"],
    // Two names, each of them torn apart.
    ["ben-jamin la-gardere", "LAGARDERE Benjamin"],
    ["la gardere ben-jamin", "LAGARDERE Benjamin"],
    // A typo in a word of two letters, beside another word.
    ["ra benjamin", "RAY Benjamin"],
    // From inside.
    ["ervell", "KERVELLA Hugo"],
    ["rvell h", "KERVELLA Hugo"],
  ];
  for (const [query, name] of first) assertEquals(names(index, query)[0], name, query);
  assertEquals(
    finder.find({
      words: ["кимченын"],
      filters: { birthYear: null, numbers: [] },
      most: 10,
    }).rows,
    [],
  );
});

Deno.test("Finder puts the very word before its beginning, the beginning before a typo, cover before leftovers", () => {
  const index = indexOf([
    { name: "MARTINEZ Zoé" },
    { name: "MARTIN DURAND Zoé" },
    { name: "MARTTIN Zoé" },
    { name: "MARTIN Zoé", lastSeason: 2020 },
    { name: "MARTIN Zoé" },
  ]);
  assertEquals(names(index, "zoe martin"), [
    "MARTIN Zoé",
    "MARTIN Zoé",
    "MARTIN DURAND Zoé",
    "MARTINEZ Zoé",
    "MARTTIN Zoé",
  ]);
  const [first] = new Finder(index).find({
    words: ["martin", "zoe"],
    filters: { birthYear: null, numbers: [] },
    most: 1,
  }).rows;
  assertEquals(first && [scoreOf(first.order), index.ffaId(first.row)], [1, "7000005"]);
});

Deno.test("Finder takes the more frequent of two names that are as far from what was typed", () => {
  const index = indexOf([
    { name: "POTIER Anne" },
    ...Array.from({ length: 20 }, () => ({ name: "POTTER Anne" })),
    ...Array.from({ length: 20 }, (_, at) => ({ name: `POTTER Marc ${at}` })),
  ]);
  assertEquals(names(index, "poter anne").slice(0, 20), Array(20).fill("POTTER Anne"));
  // What was typed comes first, however rare.
  assertEquals(names(index, "potier anne")[0], "POTIER Anne");
});

Deno.test("a beginning finds the frequent names first, one of each, however many come before", () => {
  const index = indexOf([
    ...Array.from({ length: 5000 }, (_, at) => ({ name: `MARTA Ana${at}` })),
    ...Array.from({ length: 40 }, () => ({ name: "MARTIN Zoé" })),
    ...Array.from({ length: 20 }, () => ({ name: "MARTINEAU Léo" })),
    ...Array.from({ length: 60 }, () => ({ name: "MARTY Max", lastSeason: 2020 })),
  ]);
  for (const beginning of ["mart", "marti"]) {
    assertEquals(names(index, beginning).slice(0, 2), ["MARTIN Zoé", "MARTINEAU Léo"]);
  }
  // Then the others of the same name, and behind everybody those who are not active.
  assertEquals(names(index, "marti").slice(2, 4), ["MARTIN Zoé", "MARTIN Zoé"]);
  assertEquals(names(index, "marty")[0], "MARTY Max");
  const { total, complete } = new Finder(index).find({
    words: ["mart"],
    filters: { birthYear: null, numbers: [] },
    most: 20,
  });
  assertEquals([total, complete], [4000, false]);
});

Deno.test("Finder does not count all of thousands who have two words, and finds the best behind them", () => {
  const index = indexOf([
    ...Array.from({ length: 5000 }, (_, at) => ({ name: `ZOLA Ana${at}` })),
    { name: "ZOLA An", lastSeason: 2020 },
    { name: "ZOLA Ani", lastSeason: 2020, sex: "M" },
  ]);
  const finder = new Finder(index);
  const find = (counts: boolean) =>
    finder.find({
      words: ["zola", "an"],
      filters: { birthYear: null, numbers: [] },
      most: 10,
      counts,
    });
  // Asked again, it is the same: such a result is kept.
  for (let time = 0; time < 2; time++) {
    const { rows, complete, counts } = find(false);
    assertEquals([complete, counts], [false, null]);
    assertEquals(rows.map(({ row }) => index.name(row)).slice(0, 2), ["ZOLA An", "ZOLA Ana0"]);
  }
  // Who is left out by a filter is not counted, and does not keep others from being.
  const filtered = finder.find({
    words: ["zola", "an"],
    filters: { birthYear: null, numbers: [], sex: "M" },
    most: 10,
  });
  assertEquals([filtered.rows.map(({ row }) => index.name(row)), filtered.total], [
    ["ZOLA Ani"],
    1,
  ]);
  assertEquals(filtered.complete, true);
  // Where they are wanted by sex and category, all are counted.
  const { total, complete, counts } = find(true);
  assertEquals([total, complete, counts?.sex], [5002, true, { F: 5001, M: 1 }]);
});

Deno.test("Finder forgives two typos beside a word that thousands have", () => {
  const index = indexOf([
    ...Array.from({ length: 4500 }, (_, at) => ({ name: `MARTIN Ana${at}` })),
    { name: "MARTIN Gabrielle" },
    { name: "PETIT Gabrielle" },
  ]);
  assertEquals(names(index, "garelle martin")[0], "MARTIN Gabrielle");
  assertEquals(names(index, "martin garelle")[0], "MARTIN Gabrielle");
});

Deno.test("Finder finds the same few among many who share each of the words", () => {
  const given = ["Anna", "Berthe", "Carl", "Denis", "Elsa", "Franz", "Greta"];
  const people = Array.from({ length: 3500 }, (_, at) => ({
    name: `${["MARTIN", "BERNARD", "PETIT"][at % 3]} ${given[at % 7]}`,
    lastSeason: 2000 + at % 27,
    club: at % 2 === 0 ? 11 : 12,
  }));
  const finder = new Finder(indexOf(people));
  const total = (words: string[]) =>
    finder.find({ words, filters: { birthYear: null, numbers: [] }, most: 5000 }).total;
  const expected = (holds: (person: typeof people[number]) => boolean) =>
    people.filter(holds).length;
  assertEquals(
    total(["martin", "anna"]),
    expected(({ name }) => name === "MARTIN Anna"),
  );
  assertEquals(
    total(["anna", "bern"]),
    expected(({ name }) => name === "BERNARD Anna"),
  );
  assertEquals(total(["martin", "a"]), expected(({ name }) => name === "MARTIN Anna"));
  assertEquals(
    total(["martin", "carl", "clermontois"]),
    expected(({ name, club }) => name === "MARTIN Carl" && club === 12),
  );
});

Deno.test("Finder understands a club's name, its number and a federation id", () => {
  const index = indexOf([
    { name: "MARTIN Zoé", club: 11, birthYear: 2001 },
    { name: "MARTIN Léo", club: 12, birthYear: 1998 },
    { name: "CLERMONT Martin" },
  ]);
  assertEquals(names(index, "martin clermont"), ["CLERMONT Martin", "MARTIN Léo"]);
  assertEquals(names(index, "stade clermontois"), ["MARTIN Léo"]);
  const finder = new Finder(index);
  const found = (numbers: string[], birthYear: number | null = null, words: string[] = []) =>
    finder.find({ words, filters: { birthYear, numbers }, most: 9 }).rows
      .map(({ row }) => index.name(row));
  assertEquals(found(["075999"]), ["MARTIN Zoé"]);
  assertEquals(found(["7000003"]), ["CLERMONT Martin"]);
  assertEquals(found(["999999"]), []);
  assertEquals(found([], 1998, ["martin"]), ["MARTIN Léo"]);
});

Deno.test("Finder gives the same order on every page, whatever is asked, and forgets what was asked before", () => {
  const index = indexOf(
    Array.from({ length: 400 }, (_, at) => ({
      name: `${["MARTIN", "MARTINE", "MORTIN", "LE MARTIN", "BERNARD"][at % 5]} ${
        ["Zoé", "Léo", "Jean", "Jeanne"][at % 4]
      }${at % 7 === 0 ? " Marie" : ""}`,
      lastSeason: 2018 + at % 9,
    })),
  );
  const finder = new Finder(index);
  const letters = fc.constantFrom(..."martinleozjb ");
  fc.assert(fc.property(fc.array(letters, { minLength: 1, maxLength: 14 }), (typed) => {
    const words = normalizeName(typed.join("")).split(" ").filter((word) => word !== "");
    if (words.length === 0 || words.length > 8) return;
    const page = (most: number) =>
      finder.find({ words, filters: { birthYear: null, numbers: [] }, most }).rows
        .map(({ row, order }) => ({ row, order }));
    const all = page(500);
    assertEquals(new Set(all.map(({ row }) => row)).size, all.length);
    assertEquals(page(10), all.slice(0, 10));
    assertEquals(
      all.map(({ order }) => order),
      all.map(({ order }) => order).sort((a, b) => a - b),
    );
  }));
});

Deno.test("a whole name of two letters is found in bounded time, its count exact while it is small", () => {
  const people = [
    ...Array.from({ length: 3000 }, (_, at) => ({ name: `LY Ana${at}` })),
    ...Array.from({ length: 500 }, (_, at) => ({ name: `DIOP Ly Bo${at}` })),
    ...Array.from({ length: 5000 }, (_, at) => ({ name: `LE GOFF Ana${at}` })),
    { name: "LYON Max" },
  ];
  const finder = new Finder(indexOf(people));
  const find = (word: string) =>
    finder.find({
      words: [word],
      whole: true,
      filters: { birthYear: null, numbers: [] },
      most: 4000,
    });
  const ly = find("ly");
  assertEquals([ly.total, ly.complete], [3500, true]);
  // Of more than four thousand the first are scored, and more may exist.
  const le = find("le");
  assertEquals([le.total, le.complete], [4000, false]);
  assertEquals([find("go").total, find("go").complete], [0, true]);
});

Deno.test("Finder gives a short beginning the same results again, and others where more is asked", () => {
  const index = indexOf([
    { name: "MARTIN Tess", sex: "F" },
    { name: "MARTIN Zoé", sex: "F" },
    { name: "MARTINEAU Paul", sex: "M" },
  ]);
  const finder = new Finder(index);
  const find = (word: string, { most = 2, sex }: { most?: number; sex?: "M" | "F" } = {}) => {
    const { rows, total } = finder.find({
      words: [word],
      filters: { birthYear: null, numbers: [], sex },
      most,
    });
    return [total, ...rows.map(({ row, matches }) => `${index.name(row)} ${matches[0]?.places}`)];
  };
  const firstTwo = [3, "MARTIN Tess 1", "MARTIN Zoé 1"];
  assertEquals(find("mar"), firstTwo);
  assertEquals(find("mar"), firstTwo);
  assertEquals(find("mar", { most: 3 }), [...firstTwo, "MARTINEAU Paul 1"]);
  assertEquals(find("mar", { sex: "M" }), [1, "MARTINEAU Paul 1"]);
  assertEquals(find("tes"), [1, "MARTIN Tess 2"]);
  assertEquals(find("mar"), firstTwo);
});
