import { bytes, words } from "./build_memory.ts";
import { Growing, GrowingColumn } from "./growing.ts";
import {
  type Columns,
  type IndexData,
  type IndexedClub,
  MAX_NAME_WORDS,
  packEntry,
  packFfaId,
  packYear,
  requireNumberable,
  SEXES,
} from "./index_data.ts";
import { assemble } from "./assemble.ts";
import { Interner } from "./interner.ts";
import { FIELD, type RawRow, type RowSink } from "./row_parser.ts";

const SPACE = 32;
const isLetter = (byte: number) => (byte | 32) >= 97 && (byte | 32) <= 122 || byte >= 128;
const isDigit = (byte: number) => byte >= 48 && byte <= 57;
/** Apostrophes do not part words; the bytes of the typographic ones count as letters. */
const joins = (byte: number) => byte === 39 || byte === 96;

/** Codes such as categories, each once. */
class Codes {
  readonly list: string[] = [];
  readonly #places = new Map<string, number>();

  /** Place of a code from 1; 0 = none. */
  place(code: string | null): number {
    if (code === null) return 0;
    let place = this.#places.get(code);
    if (place === undefined) {
      place = this.list.push(code);
      this.#places.set(code, place);
    }
    return place;
  }
}

/** Collects athletes row by row and makes an index of them. Rows may come in any order. */
export class IndexBuilder implements RowSink {
  readonly #clubs: readonly (IndexedClub & { id: number })[];
  readonly #clubPlaces: Map<number, number>;
  readonly #names = new Growing(bytes);
  readonly #interner = new Interner();
  readonly #entryStarts = new Growing(words);
  readonly #entries = new Growing(words);
  readonly #nationalities = new Codes();
  readonly #categories = new Codes();
  readonly #columns = {
    id: new GrowingColumn(),
    ffaId: new GrowingColumn(),
    nameStart: new GrowingColumn(),
    nameLength: new GrowingColumn(),
    birthYear: new GrowingColumn(),
    birthYearMin: new GrowingColumn(),
    birthYearMax: new GrowingColumn(),
    firstSeason: new GrowingColumn(),
    lastSeason: new GrowingColumn(),
    sex: new GrowingColumn(),
    nationality: new GrowingColumn(),
    category: new GrowingColumn(),
    club: new GrowingColumn(),
    wordCount: new GrowingColumn(),
  };
  /** Beginnings and ends of the words of the name that is read. */
  readonly #places = new Int32Array(2 * MAX_NAME_WORDS);
  /** The words of one name without the spaces between. */
  #joined = new Uint8Array(256);

  constructor(clubs: readonly (IndexedClub & { id: number })[]) {
    this.#clubs = clubs;
    this.#clubPlaces = new Map(clubs.map(({ id }, index) => [id, index + 1]));
    this.#entryStarts.push(0);
  }

  addRow(row: RawRow): void {
    const columns = this.#columns;
    const { bytes } = row;
    const [nameStart, nameEnd] = [row.start(FIELD.name), row.end(FIELD.name)];
    columns.id.push(row.number(FIELD.id));
    columns.ffaId.push(packFfaId(row.number(FIELD.ffa_id), row.length(FIELD.ffa_id)));
    columns.nameStart.push(this.#names.length);
    columns.nameLength.push(nameEnd - nameStart);
    this.#names.append(bytes, nameStart, nameEnd);
    this.#addWords(bytes, {
      from: row.start(FIELD.normalized_name),
      to: row.end(FIELD.normalized_name),
      surnameWords: countSurnameWords(bytes, nameStart, nameEnd),
    });
    columns.birthYear.push(packYear(row.number(FIELD.birth_year)));
    columns.birthYearMin.push(packYear(row.number(FIELD.birth_year_min)));
    columns.birthYearMax.push(packYear(row.number(FIELD.birth_year_max)));
    columns.sex.push(Math.max(0, SEXES.indexOf(row.code(FIELD.sex) as typeof SEXES[number])));
    columns.nationality.push(this.#nationalities.place(row.code(FIELD.nationality)));
    columns.category.push(this.#categories.place(row.code(FIELD.category)));
    columns.club.push(this.#clubPlaces.get(row.number(FIELD.club_id)) ?? 0);
    columns.firstSeason.push(packYear(row.number(FIELD.first_season)));
    columns.lastSeason.push(packYear(row.number(FIELD.last_season)));
  }

  /** Adds the words of a normalized name, and neighbours of them written as one (`legoff`). */
  #addWords(
    bytes: Uint8Array,
    { from, to, surnameWords }: { from: number; to: number; surnameWords: number },
  ): void {
    const places = this.#places;
    let count = 0;
    for (let at = from; at < to && count < MAX_NAME_WORDS;) {
      let end = at;
      while (end < to && bytes[end] !== SPACE) end++;
      if (end > at) {
        places[2 * count] = at;
        places[2 * count + 1] = end;
        this.#entries.push(packEntry(this.#interner.intern(bytes, at, end), count, 1));
        count++;
      }
      at = end + 1;
    }
    if (count > 2) {
      const middle = Math.min(surnameWords, count);
      this.#addJoined(bytes, 0, middle);
      this.#addJoined(bytes, middle, count);
    }
    this.#columns.wordCount.push(count);
    this.#entryStarts.push(this.#entries.length);
  }

  /** Neighbouring words of one half of the name as one word: by twos, and all of them. */
  #addJoined(bytes: Uint8Array, first: number, end: number): void {
    const count = end - first;
    for (let at = first; at + 1 < end; at++) this.#addOne(bytes, at, 2);
    if (count > 2) this.#addOne(bytes, first, count);
    if (count > 3) this.#addOne(bytes, first, 3);
  }

  #addOne(bytes: Uint8Array, first: number, count: number): void {
    let length = 0;
    for (let word = first; word < first + count; word++) {
      const start = this.#places[2 * word] ?? 0;
      const end = this.#places[2 * word + 1] ?? 0;
      if (length + end - start > this.#joined.length) return;
      this.#joined.set(bytes.subarray(start, end), length);
      length += end - start;
    }
    this.#entries.push(packEntry(this.#interner.intern(this.#joined, 0, length), first, count));
  }

  /**
   * Makes the index, with which the builder has done its work.
   *
   * @param activeSince Athletes of this season or a later one come before the others.
   * @throws {RangeError} If there are more athletes or different words than an index can number.
   */
  finish({ activeSince }: { activeSince: number }): IndexData {
    requireNumberable({
      athletes: this.#columns.wordCount.length,
      words: this.#interner.size,
    });
    const columns = Object.fromEntries(
      Object.entries(this.#columns).map(([name, column]) => [name, column.take()]),
    ) as unknown as Columns;
    return assemble({
      columns,
      names: this.#names.take(),
      interner: this.#interner,
      entries: { starts: this.#entryStarts.take(), values: this.#entries.take() },
      clubs: this.#clubs.map(({ ffaNumber, name }) => ({ ffaNumber, name })),
      nationalities: this.#nationalities.list,
      categories: this.#categories.list,
      activeSince,
    });
  }
}

/** How many words of a published name come before the first with a small letter: the surname's. */
function countSurnameWords(name: Uint8Array, from: number, to: number): number {
  let count = 0;
  let open = false;
  for (let at = from; at < to; at++) {
    const byte = name[at] ?? 0;
    if (isLetter(byte) || isDigit(byte)) {
      if (!open) count++;
      open = true;
      if (byte >= 97 && byte <= 122) return count - 1;
    } else if (!joins(byte)) open = false;
  }
  return count;
}
