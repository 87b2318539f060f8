/** Units that stay on the line of their number. */
const UNITS = "%|km(?:/h)?|m(?:in|m|iles?|/s)?|s(?:/km)?|h|ans?|fois|kB|pts|points|ml";
const BEFORE_UNIT = new RegExp(`(\\d) (?=(?:${UNITS})(?![\\p{L}\\p{N}'’]))`, "gu");

/**
 * A French text whose lines do not break before `;`, `:`, `!`, `?` and `»`, behind `«`, or between
 * a number and its unit: the spaces there become narrow no-break spaces before `;`, `!` and `?`,
 * no-break spaces elsewhere. Thousands are not seen: in `10x400 300` there are two numbers.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ (?=[;!?])/g, "\u202f")
    .replace(/ (?=[:»])/g, "\u00a0")
    .replace(/« /g, "«\u00a0")
    .replace(/n° (?=\d)/g, "n°\u00a0")
    .replace(BEFORE_UNIT, "$1\u00a0");
}

/**
 * Texts in French with the spaces of {@linkcode frenchSpaces}: strings, and those that functions
 * give, at any depth. Every table of French texts that visitors read is written inside it.
 */
export function french<Texts>(texts: Texts): Texts {
  return spaced(texts) as Texts;
}

function spaced(value: unknown): unknown {
  if (typeof value === "string") return frenchSpaces(value);
  if (typeof value === "function") return (...args: unknown[]) => spaced(value(...args));
  if (Array.isArray(value)) return value.map(spaced);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, spaced(text)]));
}
