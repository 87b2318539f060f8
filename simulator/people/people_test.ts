import { assert, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { hash } from "../chance/draw.ts";
import { drawSurname } from "../names/surnames.ts";
import { people, type Person } from "./people.ts";

const SIZE = { seed: 1, clubs: 60, athletes: 20_000, firstSeason: 2016, lastSeason: 2027 };
const ALL = [...people(SIZE)];

/** Share of all people for whom a test holds. */
const share = (test: (person: Person) => boolean) => ALL.filter(test).length / ALL.length;

function assertBetween(value: number, [min, max]: [number, number], what: string): void {
  assert(value >= min && value <= max, `${what}: ${value}, expected ${min} to ${max}`);
}

Deno.test("people() tells the same person for the same seed and place, in any order", () => {
  const again = people(SIZE);
  for (const index of [19_999, 7, 1234, 0]) assertEquals(again.at(index), ALL[index]);
  assertNotEquals(people({ ...SIZE, seed: 2 }).at(7), ALL[7]);
});

Deno.test("people() holds LEFEVRE Jean-Baptiste under one id, whatever the seed and size", () => {
  for (const seed of [0, 1, 99, 2 ** 31 - 1]) {
    const known = people({ ...SIZE, seed, athletes: 1, clubs: 1 }).at(0);
    assertEquals([known.ffaId, known.name, known.sex, known.birthYear], [
      "70001989",
      "LEFEVRE Jean-Baptiste",
      "M",
      1989,
    ]);
  }
});

Deno.test("People.find() finds everybody by id, and nobody else", () => {
  const all = people(SIZE);
  for (const { ffaId, index } of ALL) assertEquals(all.find(ffaId)?.index, index);
  assertEquals(new Set(ALL.map(({ ffaId }) => ffaId)).size, ALL.length);
  for (const unknown of ["", "0", "abc", "7000198", "700019890", "79999995", "-7000198"]) {
    assertEquals(all.find(unknown), null, unknown);
  }
  // Most ids of the range belong to nobody in a federation of this size.
  const hits = Array.from({ length: 1000 }, (_, at) => all.find(String(74_000_000 + at)));
  assert(hits.filter((hit) => hit !== null).length < 20);
});

Deno.test("People.at() refuses a place outside", () => {
  for (const place of [-1, 20_000, NaN]) {
    assertThrows(() => people(SIZE).at(place), RangeError);
  }
});

Deno.test("people() are as frequent of each kind as the notes say", () => {
  assertBetween(share(({ name }) => /\([A-Z]{3}\)$/.test(name)), [0.025, 0.036], "(XXX)");
  assertBetween(share(({ nationality }) => nationality !== "FRA"), [0.042, 0.06], "foreigners");
  assertBetween(share(({ birth }) => birth !== null), [0.007, 0.014], "Né(e) le");
  assertBetween(share(({ licenseNumber }) => /^T/.test(licenseNumber ?? "")), [0.006, 0.014], "T");
  assertBetween(share(({ licenseNumber }) => licenseNumber === null), [0.003, 0.008], "no license");
  assertBetween(share(({ sex }) => sex === "F"), [0.44, 0.48], "women");
  assertBetween(share(({ given }) => /-/.test(given)), [0.01, 0.08], "compound given names");
  assertBetween(share(({ surname }) => /^(DE|DU|LE|LA) /.test(surname)), [0.01, 0.05], "particles");
  assertBetween(share(({ surname }) => /'/.test(surname)), [0.001, 0.02], "apostrophes");
  assertBetween(share(({ surname }) => /[A-Z]-[A-Z]/.test(surname)), [0.005, 0.04], "double names");
});

Deno.test("people() have names the site could print: capitals, then the given name, no accents", () => {
  for (const { name, surname, given, licenseNumber, hasOddName } of ALL) {
    assert(licenseNumber === null || /^(\d{7}|T\d{6})$/.test(licenseNumber), String(licenseNumber));
    if (hasOddName) continue;
    assert(/^[A-Z][A-Z' -]*[A-Z]$/.test(surname), surname);
    assert(/^[A-Z][A-Za-z' -]*[a-z]$/.test(given), given);
    assert(/^[\x20-\x7e]+$/.test(name));
  }
});

Deno.test("people() have odd names of every kind, as often as a public list", () => {
  assertBetween(share(({ hasOddName }) => hasOddName), [0.005, 0.009], "odd names");
  const odd = ALL.filter(({ hasOddName }) => hasOddName);
  const kinds: Record<string, (person: Person) => boolean> = {
    "damaged letter": ({ name }) => /[‚Šã\ufffd?]/.test(name),
    "digit for a letter": ({ given }) => /\p{L}\d|\d\p{L}/u.test(given),
    "slash": ({ name }) => name.includes("/"),
    "low line": ({ name }) => name.includes("_"),
    "asterisks": ({ name }) => name.includes("***"),
    "bare hyphen": ({ given }) => given === "-",
    "no given name": ({ given, name, surname }) => given === "" && name === surname,
    "country in small letters": ({ name }) => / \((Alg|bel)\)$/.test(name),
    "wheelchair class": ({ name, headingSuffix }) =>
      name.endsWith(" (T54)") && headingSuffix === " (T54)",
  };
  for (const [kind, test] of Object.entries(kinds)) assert(odd.some(test), kind);
  const plain = /^[A-Z][A-Z' -]*[A-Z] [A-Z][A-Za-z' -]*[a-z]( \([A-Z]{3}\))?$/;
  for (const { name } of odd) assert(!plain.test(name) || name.includes(" - "), name);
});

Deno.test("people() have compound surnames at the frequency of the births they are drawn from", () => {
  // INSEE, births 1931-2000: 2.6 % of surnames hold a space, a hyphen or an apostrophe, LE 1.3 %;
  // on top, 1 % of double names before 2005 and 5 % since.
  const french = (test: (surname: string) => boolean) =>
    share(({ nationality, hasOddName, surname }) =>
      nationality === "FRA" && !hasOddName && test(surname)
    );
  assertBetween(french((surname) => /^LE /.test(surname)), [0.01, 0.017], "LE");
  assertBetween(french((surname) => /^DE /.test(surname)), [0.0015, 0.005], "DE");
  assertBetween(french((surname) => /[ '-]/.test(surname)), [0.035, 0.065], "compound");
  // Rarer ones need more people: 13 of 100,000 births for DE LA, 5 for DU, 42 for EL.
  const surnames = Array.from({ length: 100_000 }, (_, at) => drawSurname(hash(7, at), 1990));
  const count = (form: RegExp) => surnames.filter((surname) => form.test(surname)).length;
  assertBetween(count(/^DE LA /), [4, 30], "DE LA");
  assertBetween(count(/^DU /), [1, 20], "DU");
  assertBetween(count(/^EL /), [25, 75], "EL");
  assertBetween(count(/^SAINT-/), [40, 110], "SAINT-");
});

Deno.test("people() have homonyms, told apart by birth year", () => {
  const byName = Map.groupBy(ALL, ({ name }) => normalizeName(name));
  const homonyms = [...byName.values()].filter((group) => group.length > 1);
  assertBetween(homonyms.length, [20, 2000], "names borne by several");
  assert(homonyms.some((group) => new Set(group.map(({ birthYear }) => birthYear)).size > 1));
});

Deno.test("people() have given names of their decade", () => {
  const born = (from: number, to: number, sex: string) =>
    ALL.filter((person) => person.birthYear >= from && person.birthYear <= to && person.sex === sex)
      .map(({ given }) => given);
  const frequency = (names: string[], name: string) =>
    names.filter((other) => other === name).length / names.length;
  // INSEE: Nathalie in the 1960s 5 % of girls, in the 2010s practically none.
  assert(frequency(born(1960, 1969, "F"), "Nathalie") > 0.02);
  assert(frequency(born(2010, 2019, "F"), "Nathalie") < 0.002);
});

Deno.test("people() are of an age at which one is a member", () => {
  const { memberships } = people(SIZE);
  for (const { index, birthYear } of ALL) {
    for (const { season } of memberships.of(index)) {
      assertBetween(season - birthYear, [3, 90], "age");
    }
  }
});
