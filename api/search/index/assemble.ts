import { type Numbers, release, words } from "./build_memory.ts";
import { ClubIndex } from "./club_index.ts";
import { FragmentIndex } from "./fragment_index.ts";
import {
  type Columns,
  entryWord,
  ffaIdSlot,
  type IndexData,
  type IndexedClub,
  isJoined,
  MAX_NAME_WORDS,
  packYear,
  replaceWord,
} from "./index_data.ts";
import type { Interner } from "./interner.ts";
import { buildLists, type Lists } from "./lists.ts";
import { inOrder } from "./narrow.ts";
import { DeletionIndex } from "./deletion_index.ts";
import { rankEquals } from "./precedence.ts";
import { PhoneticIndex } from "./phonetic_index.ts";
import { sortVocabulary, type Vocabulary } from "./vocabulary.ts";

/** Athletes as they were read, in the order in which they came. */
interface Gathered {
  columns: Columns;
  names: Uint8Array;
  interner: Interner;
  entries: Lists;
  clubs: IndexedClub[];
  nationalities: string[];
  categories: string[];
  activeSince: number;
}

/**
 * Puts athletes and words into their final order and builds everything that finds them. What was
 * gathered is gone then: its memory is given back as it is used.
 */
export function assemble(gathered: Gathered): IndexData {
  const { columns: arrived, names, interner, entries: read, clubs, activeSince } = gathered;
  const { vocabulary, rank } = sortVocabulary(interner);
  for (let at = 0; at < read.values.length; at++) {
    const entry = read.values[at] ?? 0;
    read.values[at] = replaceWord(entry, rank[entryWord(entry)] ?? 0);
  }
  const order = sortRows({ columns: arrived, entries: read, vocabulary, activeSince });
  const size = order.length;
  const columns = Object.fromEntries(
    Object.entries(arrived).map(([name, column]) => {
      const ordered = inOrder(column, order);
      release(column);
      return [name, ordered];
    }),
  ) as unknown as Columns;
  const entries = permuteLists(read, order);
  release(read.starts);
  release(read.values);
  release(rank);
  release(order);
  const since = packYear(activeSince);
  let active = 0;
  while (active < size && (columns.lastSeason[active] ?? 0) >= since) active++;
  return {
    size,
    active,
    names,
    columns,
    precedence: rankEquals({ entries, wordCount: columns.wordCount, size, active }),
    clubs,
    clubWords: ClubIndex.build(clubs),
    nationalities: gathered.nationalities,
    categories: gathered.categories,
    words: { text: vocabulary.text, starts: vocabulary.starts },
    letters: vocabulary.letterBits(),
    entries,
    postings: buildPostings(entries, { size, words: vocabulary.size }),
    joined: buildJoined(entries, { size, words: vocabulary.size }),
    members: buildLists(clubs.length, (add) => {
      for (let row = 0; row < size; row++) {
        const club = columns.club[row] ?? 0;
        if (club !== 0) add(club - 1, row);
      }
    }),
    byFfaId: hashFfaIds(columns.ffaId),
    deletions: DeletionIndex.build(vocabulary),
    phonetic: PhoneticIndex.build(vocabulary),
    fragments: FragmentIndex.build(vocabulary),
  };
}

/**
 * The order of lists: active first, then by name, then by the directory's id.
 *
 * Sorted by counting, from the last criterion to the first: numbers of words are their alphabetical
 * order.
 */
function sortRows(
  { columns, entries, vocabulary, activeSince }: {
    columns: Columns;
    entries: Lists;
    vocabulary: Vocabulary;
    activeSince: number;
  },
): Uint32Array {
  const size = columns.id.length;
  let order: Uint32Array = words(size);
  for (let row = 0; row < size; row++) order[row] = row;
  const { id, lastSeason, wordCount } = columns;
  let largest = 0;
  let isInOrder = true;
  for (const value of id) {
    if (value < largest) isInOrder = false;
    else largest = value;
  }
  for (let unit = 1; !isInOrder && unit <= largest; unit *= ID_PART) {
    order = countingSort(order, ID_PART, (row) => Math.floor((id[row] ?? 0) / unit) % ID_PART);
  }
  let most = 0;
  for (const count of wordCount) if (count > most) most = count;
  for (let place = Math.min(most, MAX_NAME_WORDS) - 1; place >= 0; place--) {
    order = countingSort(
      order,
      vocabulary.size + 1,
      (row) =>
        place < (wordCount[row] ?? 0)
          ? entryWord(entries.values[(entries.starts[row] ?? 0) + place] ?? 0) + 1
          : 0,
    );
  }
  const since = packYear(activeSince);
  return countingSort(order, 2, (row) => (lastSeason[row] ?? 0) >= since ? 0 : 1);
}

/** Ids are sorted by so much of them at a time. */
const ID_PART = 1 << 16;

function countingSort(
  order: Uint32Array,
  keys: number,
  keyOf: (row: number) => number,
): Uint32Array {
  const next = words(keys + 1);
  for (const row of order) {
    const key = keyOf(row) + 1;
    next[key] = (next[key] ?? 0) + 1;
  }
  for (let key = 1; key <= keys; key++) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const sorted = words(order.length);
  for (const row of order) {
    const key = keyOf(row);
    const at = next[key] ?? 0;
    sorted[at] = row;
    next[key] = at + 1;
  }
  release(next);
  release(order);
  return sorted;
}

function permuteLists({ starts, values }: Lists, order: Uint32Array): Lists {
  const permuted: Lists = {
    starts: words(starts.length),
    values: words(values.length),
  };
  let length = 0;
  for (let place = 0; place < order.length; place++) {
    const row = order[place] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) permuted.values[length++] = values[at] ?? 0;
    permuted.starts[place + 1] = length;
  }
  return permuted;
}

function buildJoined(
  { starts, values }: Lists,
  { size, words }: { size: number; words: number },
): Lists {
  return buildLists(words, (add) => {
    for (let row = 0; row < size; row++) {
      const end = starts[row + 1] ?? 0;
      for (let at = starts[row] ?? 0; at < end; at++) {
        const entry = values[at] ?? 0;
        if (isJoined(entry)) add(entryWord(entry), row);
      }
    }
  });
}

function buildPostings(
  { starts, values }: Lists,
  { size, words }: { size: number; words: number },
): Lists {
  return buildLists(words, (add) => {
    for (let row = 0; row < size; row++) {
      const from = starts[row] ?? 0;
      const to = starts[row + 1] ?? 0;
      for (let at = from; at < to; at++) {
        const word = entryWord(values[at] ?? 0);
        let earlier = from;
        while (earlier < at && entryWord(values[earlier] ?? 0) !== word) earlier++;
        if (earlier === at) add(word, row);
      }
    }
  });
}

function hashFfaIds(ffaIds: Numbers): Uint32Array {
  let slots = 1 << 4;
  while (slots < ffaIds.length * 1.5) slots *= 2;
  const table = words(slots);
  for (let row = 0; row < ffaIds.length; row++) {
    let slot = ffaIdSlot(ffaIds[row] ?? 0, slots - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot] = row + 1;
  }
  return table;
}
