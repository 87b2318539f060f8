import { words } from "./build_memory.ts";
import { spread } from "./interner.ts";
import { buildLists, type Lists } from "./lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Letters of a word that are transcribed: what follows tells no two names apart. */
const LONGEST = 32;

/**
 * Spellings and their phonemes, of which the first that fits counts: the word is read from the
 * left, `$` = end of the word, `<` = before one of e, i, y, `-` = before anything but a vowel, n or
 * m. A phoneme is written by one sign. After the spelling-to-sound rules that any French grammar
 * gives; nasals are split in three (an, in, on), voiced and unvoiced s are one, since people who
 * write a name by ear confuse them.
 */
const SPELLINGS: readonly (readonly [spelling: string, phonemes: string])[] = [
  // Silent endings that are vowels to the eye.
  ["eault$", "O"],
  ["eaux$", "O"],
  ["eaud$", "O"],
  ["eaut$", "O"],
  ["eau", "O"],
  ["ault$", "O"],
  ["auld$", "O"],
  ["aux$", "O"],
  ["aud$", "O"],
  ["aut$", "O"],
  ["au", "O"],
  ["eot$", "O"],
  ["eo$", "O"],
  ["oeu", "X"],
  ["eux$", "X"],
  ["eu", "X"],
  ["oin-", "W2"],
  ["oy", "W"],
  ["oi", "W"],
  ["oux$", "U"],
  ["ou", "U"],
  ["oo", "U"],
  ["aient$", "E"],
  ["aix$", "E"],
  ["ait$", "E"],
  ["ais$", "E"],
  ["ain-", "2"],
  ["aim-", "2"],
  ["ein-", "2"],
  ["eim-", "2"],
  ["yn-", "2"],
  ["ym-", "2"],
  ["ien$", "i2"],
  ["yen$", "i2"],
  ["in-", "2"],
  ["im-", "2"],
  ["an-", "1"],
  ["am-", "1"],
  ["en-", "1"],
  ["em-", "1"],
  ["aen-", "1"],
  ["on-", "3"],
  ["om-", "3"],
  ["un-", "2"],
  ["um-", "2"],
  ["ai", "E"],
  ["ay", "E"],
  ["ei", "E"],
  ["ey", "E"],
  ["ae", "E"],
  ["oe", "E"],
  ["er$", "E"],
  ["ez$", "E"],
  ["et$", "E"],
  ["es$", "E"],
  ["e", "E"],
  ["ph", "f"],
  ["sch", "S"],
  ["sh", "S"],
  ["chr", "kr"],
  ["chl", "kl"],
  ["ch", "S"],
  ["th", "t"],
  ["rh", "r"],
  ["gh", "g"],
  ["kh", "k"],
  ["dh", "d"],
  ["bh", "b"],
  ["h", ""],
  ["sc<", "s"],
  ["cqu", "k"],
  ["ck", "k"],
  ["cc<", "ks"],
  ["c<", "s"],
  ["c", "k"],
  ["qu", "k"],
  ["q", "k"],
  ["k", "k"],
  ["gn", "N"],
  ["gu<", "g"],
  ["gea", "ja"],
  ["geo", "jO"],
  ["g<", "j"],
  ["tion", "si3"],
  ["w", "v"],
  ["z", "s"],
  ["x", "ks"],
  ["y", "i"],
  ["bv", "v"],
  ["mn", "n"],
  ["mp-", "m"],
  ["o", "O"],
] as const;

const code = (text: string) => text.charCodeAt(0);
const isVowel = (byte: number) =>
  byte === 97 || byte === 101 || byte === 105 || byte === 111 || byte === 117 || byte === 121;

interface Rule {
  spelling: Uint8Array;
  phonemes: Uint8Array;
  /** What must follow: nothing, the end, one of e i y, no vowel nor n nor m. */
  before: "anything" | "end" | "front" | "consonant";
}

/** Rules by the letter they begin with. */
const rules: Rule[][] = Array.from({ length: 128 }, () => []);
const encoder = new TextEncoder();
for (const [written, phonemes] of SPELLINGS) {
  const sign = written.at(-1) ?? "";
  const before = sign === "$"
    ? "end"
    : sign === "<"
    ? "front"
    : sign === "-"
    ? "consonant"
    : "anything";
  const spelling = encoder.encode(before === "anything" ? written : written.slice(0, -1));
  rules[spelling[0] ?? 0]?.push({ spelling, phonemes: encoder.encode(phonemes), before });
}

function fits({ spelling, before }: Rule, text: Uint8Array, at: number, end: number): boolean {
  const next = at + spelling.length;
  if (next > end) return false;
  for (let index = 1; index < spelling.length; index++) {
    if (text[at + index] !== spelling[index]) return false;
  }
  if (before === "anything") return true;
  if (before === "end") return next === end;
  const byte = next < end ? text[next] ?? 0 : 0;
  if (before === "front") return byte === 101 || byte === 105 || byte === 121;
  return !isVowel(byte) && byte !== 110 && byte !== 109;
}

/** Consonants that are silent at the end of a word. */
const SILENT = new Set([..."tdspxzg"].map(code));

/** Phonemes of the word that is transcribed; two a letter are the most that a spelling has. */
const phonemes = new Uint8Array(LONGEST * 2 + 4);

/** Writes the phonemes of a word into `phonemes`, and returns how many they are. */
function transcribe(text: Uint8Array, from: number, to: number): number {
  let length = 0;
  const add = (phoneme: number) => {
    if (length > 0 && phonemes[length - 1] === phoneme) return;
    phonemes[length++] = phoneme;
  };
  const end = Math.min(to, from + LONGEST);
  for (let at = from; at < end;) {
    const byte = text[at] ?? 0;
    // A doubled consonant is one phoneme, whatever stands around it.
    if (at + 1 < end && text[at + 1] === byte && !isVowel(byte) && byte !== 99) {
      at++;
      continue;
    }
    let matched: Rule | undefined;
    for (const rule of rules[byte] ?? []) {
      if (!fits(rule, text, at, to)) continue;
      matched = rule;
      break;
    }
    if (matched === undefined) {
      add(byte);
      at++;
    } else {
      for (const phoneme of matched.phonemes) add(phoneme);
      at += matched.spelling.length;
    }
  }
  const e = code("E");
  // Silent endings: the last e, and consonants behind a vowel or another consonant; two phonemes
  // stay.
  while (length > 2) {
    const last = phonemes[length - 1] ?? 0;
    if (last === e || SILENT.has(last)) length--;
    else if (last === code("k") && phonemes[length - 2] === code("n")) length--;
    else break;
  }
  return length;
}

/** Hash of a word's phonemes: the same for words that sound alike. */
export function phoneticKey(text: Uint8Array, from = 0, to = text.length): number {
  const length = transcribe(text, from, to);
  let hash = length;
  for (let at = 0; at < length; at++) {
    hash = (Math.imul(hash, 0x01000193) ^ (phonemes[at] ?? 0)) | 0;
  }
  return hash >>> 0;
}

/** What a phonetic index is made of. */
export interface PhoneticData {
  /** {@linkcode phoneticKey} of each word of the vocabulary. */
  keys: Uint32Array;
  /** By bucket of the key: words. */
  lists: Lists;
}

/** Finds words that sound alike. */
export class PhoneticIndex {
  readonly #lists: Lists;
  readonly #keys: Uint32Array;

  constructor({ keys, lists }: PhoneticData) {
    this.#keys = keys;
    this.#lists = lists;
  }

  static build(vocabulary: Vocabulary): PhoneticData {
    let buckets = 1 << 8;
    while (buckets < vocabulary.size) buckets *= 2;
    const keys = words(vocabulary.size);
    for (let id = 0; id < keys.length; id++) {
      keys[id] = phoneticKey(vocabulary.text, vocabulary.start(id), vocabulary.end(id));
    }
    const lists = buildLists(buckets, (add) => {
      for (let id = 0; id < keys.length; id++) add(spread(keys[id] ?? 0) & (buckets - 1), id);
    });
    return { keys, lists };
  }

  /** The phonetic key of a word of the vocabulary. */
  keyOf(id: number): number {
    return this.#keys[id] ?? 0;
  }

  /** Numbers of the words with a phonetic key. */
  find(key: number): number[] {
    const { starts, values } = this.#lists;
    const bucket = spread(key) & (starts.length - 2);
    const end = starts[bucket + 1] ?? 0;
    const found: number[] = [];
    for (let at = starts[bucket] ?? 0; at < end; at++) {
      const id = values[at] ?? 0;
      if (this.#keys[id] === key) found.push(id);
    }
    return found;
  }
}
