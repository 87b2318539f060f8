/**
 * Puts a name as it stands at the top of a page, given name first and surname in capitals, into the order of
 * the lists: `Zoe MARTINOT` becomes `MARTINOT Zoe`.
 *
 * @param lines The name's lines; where there are two, the break separates given name and surname.
 * @returns Null when it does not look like a person's name: words of which the last ones, but not all, are in capitals.
 */
export function surnameFirst(lines: readonly string[]): string | null {
  const country = COUNTRY.exec(lines.at(-1) ?? "")?.[0] ?? "";
  const [first = "", ...rest] = lines.map((line) => line.replace(COUNTRY, ""));
  const second = rest.join(" ");
  if (![first, ...rest].every((line) => LETTERS.test(line))) return null;
  if (second !== "") {
    const turned = isCapital(first) && !isCapital(second);
    return (turned ? `${first} ${second}` : `${second} ${first}`) + country;
  }
  const words = first.split(" ");
  let start = words.length;
  while (start > 0 && isCapital(words[start - 1] ?? "")) start--;
  // `J MARTINOT`, all in capitals: the surname cannot be the whole name.
  if (start === 0 && words[0]?.length === 1 && words.length > 1) start = 1;
  if (start === 0 || start === words.length) return null;
  // Only an initial in capitals is no surname: `Marie J`.
  const surname = words.slice(start).join(" ");
  if (surname.replace(/[^\p{L}]/gu, "").length < 2) return null;
  return `${surname} ${words.slice(0, start).join(" ")}${country}`;
}

const LETTERS = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ`. -]*$/u;
/** The country behind some names, ` (BEL)`: it stays behind. */
const COUNTRY = / \([A-Z]{3}\)$/;

function isCapital(words: string): boolean {
  return /\p{L}/u.test(words) && words === words.toUpperCase();
}
