/** Converts the site's dates into ISO dates. */

const MONTHS = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];

/**
 * Reads `4 Mai 2024`, `6 Janv. 2024`, `12 Oct.`, `04/05/2024`, `14/09/25` or `14/09`.
 *
 * Two digits of a year are those of the 21st century: nothing older is dated so on the site.
 *
 * @param published Tidied text.
 * @param year The year where the text has none.
 * @returns ISO date; null where nothing is published (`-` or nothing).
 * @throws {SyntaxError} If the text is not a date, not a day of the calendar, or has no year and
 *   `year` is missing.
 */
export function parseDate(published: string, year?: number): string | null {
  if (published === "" || published === "-") return null;
  const parts = readNumbers(published) ?? readWords(published);
  const dated = parts === null ? undefined : parts.year ?? year;
  if (parts === null || dated === undefined) {
    throw new SyntaxError(`Cannot read date "${published.slice(0, 40)}"`);
  }
  const date = new Date(Date.UTC(dated, parts.month - 1, parts.day));
  if (date.getUTCMonth() !== parts.month - 1 || date.getUTCDate() !== parts.day) {
    throw new SyntaxError(`Cannot read date "${published.slice(0, 40)}": no day of the calendar`);
  }
  return date.toISOString().slice(0, 10);
}

interface DateParts {
  day: number;
  month: number;
  year: number | null;
}

function readNumbers(published: string): DateParts | null {
  const match = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(published);
  if (match === null) return null;
  const written = match[3];
  const year = written === undefined ? null : Number(written) + (written.length === 2 ? 2000 : 0);
  return { day: Number(match[1]), month: Number(match[2]), year };
}

function readWords(published: string): DateParts | null {
  const plain = published.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const match = /^(\d{1,2})(?:er)? ([a-z]{3,})\.?(?: (\d{4}))?$/.exec(plain);
  if (match === null) return null;
  const [, day, word = "", year] = match;
  // Abbreviations differ (`Fév.`, `Févr.`): any beginning that only one month has. `Jui` has two.
  const [month, ...others] = MONTHS.filter((name) => name.startsWith(word));
  if (month === undefined || others.length > 0) return null;
  return {
    day: Number(day),
    month: MONTHS.indexOf(month) + 1,
    year: year === undefined ? null : Number(year),
  };
}
