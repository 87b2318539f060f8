import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { MAX_RUNNERS } from "./group_limits.ts";
import { readRunners } from "./group_runners.ts";

/** Who is read from a list, each with a VMA, or with meters and seconds of a result. */
function levelsOf(text: string) {
  return readRunners(text).runners.map(({ name, vma, result }) =>
    result === null ? `${name} ${vma}` : `${name} ${result.distance}/${result.time}`
  );
}

/** Codes of what is wrong, by line. */
function codesOf(text: string) {
  return Object.entries(readRunners(text).problems).map(([name, { code }]) => `${name} ${code}`);
}

Deno.test("readRunners() takes a name, then a VMA or a result, or the other way round", () => {
  const forms: [line: string, level: string][] = [
    ["Léa 15,5", "Léa 15.5"],
    ["Jean-Paul de la Tour : 14", "Jean-Paul de la Tour 14"],
    ["Groupe 2 Ana VMA 16 km/h", "Groupe 2 Ana 16"],
    ["Léa 2 15", "Léa 2 15"],
    ["Bob VMA=15", "Bob 15"],
    ["Bob VMA : 15", "Bob 15"],
    ["Bob vVO2max 15", "Bob 15"],
    ["Bob (15)", "Bob 15"],
    ["Bob (VMA 15)", "Bob 15"],
    ["Bob - 15 km/h", "Bob 15"],
    ["Bob, 15", "Bob 15"],
    ["Bob 16,666666666666668", "Bob 16.67"],
    ["“Bob” 15", "Bob 15"],
    ["1. Bob 15", "Bob 15"],
    ["• Bob 15", "Bob 15"],
    ["15,5 Bob", "Bob 15.5"],
    ["VMA 15 Bob", "Bob 15"],
    ["Bob → 15", "Bob 15"],
    ["Bob, VMA 15, 10 km 42'30", "Bob 15"],
    ["Bob;VMA 15", "Bob 15"],
    ["Bob 4'00/km", "Bob 15"],
    ["Tom 10 km 42'30", "Tom 10000/2550"],
    ["Tom 10km en 42:30", "Tom 10000/2550"],
    ["Tom 42'30 au 10 km", "Tom 10000/2550"],
    ["Tom 42:30 (10 km)", "Tom 10000/2550"],
    ["Tom semi : 1h42", "Tom 21097.5/6120"],
    ["Tom;10 km;42'30", "Tom 10000/2550"],
    ["Tom\t10\tkm\t42:30", "Tom 10000/2550"],
    ["Jo ; semi ; 1h42", "Jo 21097.5/6120"],
    // A year of birth and a VMA are no result.
    ["Dupont 1990 15,5", "Dupont 1990 15.5"],
  ];
  for (const [line, level] of forms) {
    assertEquals(levelsOf(line), [level], line);
    assertEquals(codesOf(line), [], line);
  }
});

Deno.test("readRunners() reads a spreadsheet whatever parts its cells", () => {
  for (const sign of ["\t", ";", "|", " | ", ","]) {
    const list = ["NOM Prénom VMA", "DUPONT Jean 16.5", "MARTIN Zoé 14"]
      .map((line) => line.replaceAll(" ", sign)).join("\n");
    const { runners, columns } = readRunners(list);
    assertEquals(runners.map(({ name, vma }) => [name, vma]), [["DUPONT Jean", 16.5], [
      "MARTIN Zoé",
      14,
    ]]);
    assertEquals(columns, {
      used: [{ kind: "surname" }, { kind: "given" }, { kind: "vma" }],
      unused: [],
    });
  }
  assertEquals(levelsOf("Nom,Prénom,VMA\nDUPONT,Jean,16,5"), ["DUPONT Jean 16.5"]);
  assertEquals(levelsOf("| Nom | VMA |\n|-----|----:|\n| Léa | 15,5 |"), ["Léa 15.5"]);
  for (const title of ["Nom Prénom VMA", "Nom : Prénom : VMA"]) {
    assertEquals(levelsOf(`${title}\nDUPONT Jean 16,5`), ["DUPONT Jean 16.5"]);
  }
  assertEquals(levelsOf("Nom;VMA\nAna;VMA 15\nBo;16 km/h"), ["Ana 15", "Bo 16"]);
});

Deno.test("readRunners() finds columns in any order by their titles, in French and English", () => {
  const forms: [list: string, level: string][] = [
    ["VMA;Prénom;Nom\n16,5;Jean;DUPONT", "Jean DUPONT 16.5"],
    ["First Name;SURNAME;vVO2max\nJane;Doe;17.2", "Jane Doe 17.2"],
    ["v.m.a. (km/h);Coureur·se\n16;Ana", "Ana 16"],
    ["Name;10 km\nDoe;42:30", "Doe 10000/2550"],
    ["Athlète;Meilleur temps 10 km\nBob;00:42:30", "Bob 10000/2550"],
    ["Prénom;Chrono;Épreuve\nBob;1h42;semi", "Bob 21097.5/6120"],
    ["distance;résultat;nom\n5 km;18'30;Bob", "Bob 5000/1110"],
    ["Nom;Distance;Temps\nBob;10;42", "Bob 10000/2520"],
    ["Nom;Résultat\nBob;10 km 42'30", "Bob 10000/2550"],
    // A title that no word is known of stands for the name that is missing.
    ["Participant·e·s;VMA\nAna;15", "Ana 15"],
  ];
  for (const [list, level] of forms) assertEquals(levelsOf(list), [level], list);
  // The better of two results: VMA by the half is 16.3, by 10 km 16.2.
  assertEquals(levelsOf("Nom;10 km;semi\nAna;42'30;1:35:00\nBo;42'30;"), [
    "Ana 21097.5/5700",
    "Bo 10000/2550",
  ]);
  // A VMA goes before a result; where it is missing, the result counts.
  assertEquals(levelsOf("Nom;VMA;10 km\nAna;15;42'30\nBo;;42'30"), ["Ana 15", "Bo 10000/2550"]);
});

Deno.test("readRunners() leaves out the columns it has no use for, and names them", () => {
  const list = "Nom\tPrénom\tNé(e) le\tN° licence\tE-mail\tClub\tVMA\n" +
    "DUPONT\tJean\t01/02/1990\t123456\tj@club.fr\tAC Lens\t16,5\n\tZoé\t\t\t\t\t14";
  assertEquals(levelsOf(list), ["DUPONT Jean 16.5", "Zoé 14"]);
  assertEquals(readRunners(list).columns?.unused, ["Né(e) le", "N° licence", "E-mail", "Club"]);
});

Deno.test("readRunners() reads columns without a header", () => {
  const forms: [list: string, levels: string[], unused: string[]][] = [
    ["Anna;15;F\nBob;16;M", ["Anna 15", "Bob 16"], ["3"]],
    ["DUPONT\tJean\t16,5\t1990", ["DUPONT Jean 16.5"], ["4"]],
    ["16,5;Jean;DUPONT", ["Jean DUPONT 16.5"], []],
    // Of two numbers that may be a VMA, those with decimals are.
    ["Ana;25;16,5\nBo;30;14", ["Ana 16.5", "Bo 14"], ["2"]],
    ["1;DUPONT;Jean;16\n2;MARTIN;Zoé;14", ["DUPONT Jean 16", "MARTIN Zoé 14"], ["1"]],
    ["Bob;15 km/h;AC Lens;bob@club.fr;0612345678", ["Bob 15"], ["3", "4", "5"]],
    ["Tom;F;10 km;42'30", ["Tom 10000/2550"], ["2"]],
  ];
  for (const [list, levels, unused] of forms) {
    assertEquals(levelsOf(list), levels, list);
    assertEquals(readRunners(list).columns?.unused, unused, list);
  }
});

Deno.test("readRunners() reads lists of files and chats: quotes, line ends, signs that cannot be seen", () => {
  const file = '\ufeff"NOM";"VMA"\r\n"DUPONT";"16,5"\r\n\r\n"LE GALL; Zoé";"14"\r\n';
  assertEquals(levelsOf(file), ["DUPONT 16.5", "LE GALL; Zoé 14"]);
  assertEquals(levelsOf("Ana\u200b 15\r\u200eBo\u00a014"), ["Ana 15", "Bo 14"]);
  assertEquals(levelsOf("Nom,Âge,VMA\nAna,25,15,5\nBo,30,16"), ["Ana 15.5", "Bo 16"]);
  assertEquals(levelsOf("Nom,VMA,Âge\nAna,15,5,25"), ["Ana 15.5"]);
});

Deno.test("readRunners() keeps two runners of one name", () => {
  assertEquals(levelsOf("Zoé 15\nZoé 15\nZoé;16"), ["Zoé 15", "Zoé 15", "Zoé 16"]);
});

Deno.test("readRunners() names the lines it could not read and says why, and reads the others", () => {
  assertEquals(
    codesOf(
      "Zoé\n15,5\nAna 15\nBo 35\nCy 1500 m 6:30\nDo 10 km 10:00\nEd;99 km/h\n\nFa;25;16\n" +
        "Gi 42'30 sur 10",
    ),
    [
      "runners1 runner",
      "runners2 runner-name",
      "runners4 runner-vma",
      "runners5 runner-effort",
      "runners6 runner-result",
      "runners7 runner-vma",
      "runners9 runner-columns",
      "runners10 runner",
    ],
  );
  assertEquals(
    codesOf("Nom;VMA;10 km\nAna;15;\nBo;abs;\nCy;45;\nDo;;42:75\n;16;\nEd;;\nFa;;DNS"),
    [
      "runners3 runner",
      "runners4 runner-vma",
      "runners5 runner-time",
      "runners6 runner-name",
      "runners7 runner",
      "runners8 runner",
    ],
  );
  assertEquals(readRunners("Zoé\nAna 15").problems.runners1, { code: "runner", typed: "Zoé" });
});

Deno.test("readRunners() says how it read a time that could be another", () => {
  assertEquals(readRunners("Ana 15\nTom 10 km 45").notes, {
    runners2: [{
      kind: "value",
      note: { typed: "45", as: [{ kind: "time", hundredths: 270_000 }] },
    }],
  });
});

Deno.test("readRunners() answers any text with runners and problems of its lines", () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      "Nom",
      "VMA",
      "10 km",
      "42'30",
      "15,5",
      "Ana",
      ";",
      "\t",
      "|",
      ",",
      "\n",
      '"',
      "(",
      " ",
    ),
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
    const { runners, problems, notes } = readRunners(pieces.join(""));
    assert(runners.length <= MAX_RUNNERS);
    for (const { vma, name } of runners) {
      assert(vma >= 5 && vma <= 30 && /\p{L}/u.test(name) && name.length <= 60);
    }
    for (const name of [...Object.keys(problems), ...Object.keys(notes)]) {
      assert(/^runners\d*$/.test(name), name);
    }
  }));
});

Deno.test("readRunners() does not search a line without end", () => {
  const long = ["Ana 15".padEnd(400, " a"), "a;".repeat(5000), "10 km 42 ".repeat(500)];
  for (const line of long) assertEquals(codesOf(`${line}\nBo 15`), ["runners1 runner"]);
});

Deno.test("readRunners() reads as many lines as a sheet has, and says how many there were", () => {
  const { runners, problems } = readRunners("Nom;VMA\n" + "Ana;15\n".repeat(MAX_RUNNERS + 5));
  assertEquals(runners.length, MAX_RUNNERS);
  assertEquals(problems.runners, { code: "runners", typed: String(MAX_RUNNERS + 5) });
});
