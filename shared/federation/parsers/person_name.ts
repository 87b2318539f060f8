/**
 * Puts a name from the top of a page, given name first, into the order of the lists: the lines
 * `Zoe`, `MARTINOT` become `MARTINOT Zoe`. The words stay as they are, however odd: the
 * federation's own data hold digits, signs and the damage of old code pages, and a person with such
 * a name is a person.
 *
 * @param lines The name's lines, none of them blank: the last one is the surname, those before it
 *   are given names.
 */
export function listedName(lines: readonly string[]): string {
  const [only = ""] = lines;
  if (lines.length < 2) return surnameFirst(only) ?? only;
  const { words, note } = withoutNote(lines.at(-1) ?? "");
  return `${words} ${lines.slice(0, -1).join(" ")}${note}`;
}

/**
 * Turns `Zoe MARTINOT` into `MARTINOT Zoe`, by the capitals of the surname.
 *
 * @returns Null when it does not look like a person's name: words of which the last ones, but not
 *   all, are in capitals.
 */
export function surnameFirst(line: string): string | null {
  const { words: name, note } = withoutNote(line);
  if (!USUAL.test(name)) return null;
  const words = name.split(" ");
  let start = words.length;
  while (start > 0 && isCapital(words[start - 1] ?? "")) start--;
  // `J MARTINOT`, all in capitals: the surname cannot be the whole name.
  if (start === 0 && words[0]?.length === 1 && words.length > 1) start = 1;
  if (start === 0 || start === words.length) return null;
  // An initial in capitals alone is not a surname: `Marie J`.
  const surname = words.slice(start).join(" ");
  if (surname.replace(/[^\p{L}]/gu, "").length < 2) return null;
  return `${surname} ${words.slice(0, start).join(" ")}${note}`;
}

/** Problem of a name with unusual characters. */
export const ODD_NAME = "the name holds more than letters";

/**
 * Whether a name has characters other than letters and the usual ones between them; a country in
 * brackets is allowed.
 */
export function isOddName(name: string): boolean {
  const words = name.replace(COUNTRY, "");
  return !USUAL.test(words) || words.split(" ").some((word) => !/\p{L}/u.test(word));
}

const USUAL = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ`. -]*$/u;
const COUNTRY = / \([A-Z]{3}\)$/;
/** The brackets behind some names, mostly with a country, ` (BEL)`: they stay last. */
const NOTE = / \([^()]*\)$/;

function withoutNote(line: string): { words: string; note: string } {
  const note = NOTE.exec(line)?.[0] ?? "";
  return { words: line.slice(0, line.length - note.length), note };
}

function isCapital(words: string): boolean {
  return /\p{L}/u.test(words) && words === words.toUpperCase();
}
