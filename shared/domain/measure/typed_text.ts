/**
 * Text as people type or paste it, made plain before it is read: invisible characters are removed,
 * and every sign that keyboards, phones, PDFs and chats put in place of another becomes the plain
 * one.
 */

/**
 * Blanks that a regular expression does not take for spaces: braille blank and the Hangul fillers.
 */
const BLANKS = /[\u2800\u3164\u115f\u1160\uffa0]/g;
/**
 * Format characters and whatever else is drawn as nothing: zero-width signs, marks of direction,
 * soft hyphens.
 */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Full-width forms, and units squared into one character (`㎞`). */
const COMPATIBLE = /[\u3300-\u33ff\uff01-\uffef]/g;

/** Signs in place of a plain one. */
const PLAIN_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[’‘‛ʼʻʹˈ´`′‵]/g, "'"],
  [/[”“„‟ʺ″‶〃]|''/g, '"'],
  // Dashes of every length, and the minus sign.
  [/[\p{Pd}\u2212\u2043]/gu, "-"],
  [/[∶ː꞉]/g, ":"],
  [/[⁄∕]/g, "/"],
  [/[،٫、]/g, ","],
];

/** A digit of another script, as the plain one of the same value. */
function plainDigit(digit: string): string {
  // Digits of a script stand in a row of ten, from zero up.
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Removes invisible characters; control characters except `keep` become spaces. */
function visible(text: string, keep: "" | "\n\t"): string {
  return text
    .replace(BLANKS, " ")
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/[\p{Cc}\p{Cs}]/gu, (character) => keep.includes(character) ? character : " ")
    .replace(INVISIBLE, "");
}

function plainSigns(text: string): string {
  const digits = text
    .replace(COMPATIBLE, (character) => character.normalize("NFKC"))
    .normalize("NFC")
    .replace(/(?![0-9])\p{Nd}/gu, plainDigit);
  return PLAIN_SIGNS.reduce((plain, [signs, sign]) => plain.replace(signs, sign), digits);
}

/**
 * A text without invisible characters: one line, one space between words, none at its ends. Letters
 * and signs stay as they are; names are searched and shown in this form.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { visibleText } from "./typed_text.ts";
 * assertEquals(visibleText("\u200e Le\u00adfèvre\u00a0 Zoé\u200b"), "Lefèvre Zoé");
 * ```
 */
export function visibleText(text: string): string {
  return visible(text, "").replace(/\s+/g, " ").trim();
}

/**
 * The beginning of a text. A character of two code units, as an emoji, is kept whole or left out:
 * half of one is shown as `�`.
 *
 * @param most Code units at most.
 */
export function clipText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

/**
 * The lines of a pasted text, without invisible characters; tabs stay, since they separate the
 * columns of a spreadsheet, the first of which may be empty.
 */
export function visibleLines(text: string): string[] {
  return visible(text, "\n\t").split("\n").map((line) =>
    line.replace(/[^\S\t]+/g, " ").replace(/^ | $/g, "")
  );
}

/**
 * A figure with its unit in the form that is read: {@link visibleText} with plain digits, quotes,
 * dashes and colons. `''` becomes `"`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { plainText } from "./typed_text.ts";
 * assertEquals(plainText("４’３０″\ufeff"), `4'30"`);
 * assertEquals(plainText("−٢ ٪"), "-2 ٪");
 * ```
 */
export function plainText(text: string): string {
  return plainSigns(visibleText(text));
}

/**
 * {@link plainText} of a single value: in lower case, without the comma or point of the sentence it
 * stood in.
 */
export function figureText(text: string): string {
  return plainText(text).toLowerCase().replace(/ ?[.,;]+$/, "");
}
