import { normalizeName } from "@mypacer/shared/domain/people/name.ts";
import { IndexBuilder } from "../builder.ts";
import { DirectoryIndex } from "../directory_index.ts";
import { Interner } from "../interner.ts";
import { RowParser } from "../row_parser.ts";
import { sortVocabulary, type Vocabulary } from "../vocabulary.ts";

/** An invented athlete; what is left out is the same for all. */
export interface Person {
  name: string;
  birthYear?: number;
  birthYears?: readonly [min: number, max: number];
  club?: number;
  sex?: "M" | "F";
  category?: string;
  lastSeason?: number;
}

/** Clubs of every index made here. */
export const CLUBS = [
  { id: 11, ffaNumber: "075999", name: "AC Exemple" },
  { id: 12, ffaNumber: "063001", name: "Stade Clermontois Essai" },
];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A word as the index holds it. */
export const wordBytes = (word: string) => encoder.encode(word);

/** A word of the index as text. */
export const wordText = (word: Uint8Array) => decoder.decode(word);

/** A row as PostgreSQL's COPY writes it. */
export const copyRow = (fields: readonly (string | number | null)[]) =>
  fields.map((field) => field ?? "\\N").join("\t") + "\n";

/** An index of people, whose federation ids are 7000001 and following; active since 2025. */
export function indexOf(people: readonly Person[]): DirectoryIndex {
  const builder = new IndexBuilder(CLUBS);
  const parser = new RowParser(builder);
  const text = people.map((person, at) =>
    copyRow([
      at + 1,
      7_000_001 + at,
      person.name,
      normalizeName(person.name),
      person.birthYear ?? null,
      person.birthYears?.[0] ?? null,
      person.birthYears?.[1] ?? null,
      person.sex ?? "F",
      "FRA",
      person.category ?? "SE",
      person.club ?? null,
      2020,
      person.lastSeason ?? 2026,
    ])
  ).join("");
  // In pieces that cut rows, and letters of several bytes.
  const bytes = wordBytes(text);
  for (let at = 0; at < bytes.length; at += 7) parser.push(bytes.subarray(at, at + 7));
  parser.end();
  return new DirectoryIndex(builder.finish({ activeSince: 2025 }));
}

/** A vocabulary of words in any order, each once. */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const interner = new Interner();
  for (const word of words) {
    const bytes = wordBytes(word);
    interner.intern(bytes, 0, bytes.length);
  }
  return sortVocabulary(interner).vocabulary;
}
