/** Every letter an `x`, every digit a `0`: the shape of a text that may not stay. */
export function maskLetters(text: string): string {
  return text
    .replace(/\p{Lu}\p{M}*/gu, "X")
    .replace(/[\p{L}--[xX]]\p{M}*/gv, "x")
    .replace(/\p{N}/gu, "0");
}

/** Words of scripts and comments by which answers are told apart that are not the site's pages. */
const CODE_WORDS =
  /\b(?:_cf_chl_opt|cf_chl_\w{1,20}|challenge-platform|cdn-cgi|bddThrow\w{0,20}|var|function|window|document)\b/g;

/** Masks a script or comment: its signs stay, so that what is unbalanced stays so. */
export function maskCode(code: string): string {
  let masked = "";
  let at = 0;
  for (const { 0: word, index } of code.matchAll(CODE_WORDS)) {
    masked += maskLetters(code.slice(at, index)) + word;
    at = index + word.length;
  }
  return masked + maskLetters(code.slice(at));
}
