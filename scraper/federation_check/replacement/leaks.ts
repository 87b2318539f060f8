import { attribute, findAll, parseHtml, text, textLines } from "@mypacer/shared/federation/html.ts";
import { withoutAccents } from "@mypacer/shared/federation/parsers/columns.ts";
import { athleteIdIn } from "@mypacer/shared/federation/urls.ts";
import { isSafeText } from "./safe_text.ts";
import { BEFORE_BIRTH } from "./free_text.ts";

/** What of a person is looked for in a page that was replaced. */
export type Leak = "name" | "number" | "birth date";

/** What pages say about people, for looking whether any of it is left. */
export interface PersonalData {
  /** Full names, without accents and case, in both orders. */
  names: ReadonlySet<string>;
  /** Ids, licenses and other long numbers. */
  numbers: ReadonlySet<string>;
  birthDates: ReadonlySet<string>;
}

/** Digits of an id, license or club; `10000m` is none. */
const NUMBERS = /(?<!\d)\d{5,40}(?!\d| ?m\b)/g;
const DATES = /\d{1,2}\/\d{1,2}\/\d{4}/g;

/** Collects what pages say about people, in other ways than they are replaced in. */
export function collectPersonalData(bodies: readonly string[]): PersonalData {
  const names = new Set<string>();
  for (const name of bodies.flatMap(namesIn)) {
    const words = wordsOf(name);
    if (words.length < 2) continue;
    for (let turn = 0; turn < words.length; turn++) {
      names.add([...words.slice(turn), ...words.slice(0, turn)].join(" "));
    }
  }
  return {
    names,
    numbers: new Set(bodies.flatMap((body) => body.match(NUMBERS) ?? [])),
    birthDates: new Set(
      bodies.flatMap((body) =>
        [...body.matchAll(DATES)].filter(({ index }) =>
          BEFORE_BIRTH.test(body.slice(Math.max(0, index - 60), index).replace(/<[^>]*>/g, " "))
        ).map(([date]) => date)
      ),
    ),
  };
}

/** Names at the places where the site names people. */
function namesIn(body: string): string[] {
  if (/^\s*[[{]/.test(body)) {
    return [...body.matchAll(/"nom"\s*:\s*"([^"]+)"/g)].map(([, name = ""]) => name);
  }
  const document = parseHtml(body);
  const links = findAll(document, "a[href]").filter((link) =>
    athleteIdIn(attribute(link, "href") ?? "") !== null
  );
  return [
    ...links.map(text),
    ...findAll(document, "h1").map((heading) => textLines(heading).join(" ")),
    // Headings and links of the site's own stay as they are.
  ].filter((name) => !isSafeText(name, "heading"));
}

/** Finds what of the personal data is left in a page. */
export function findLeaks(replaced: string, data: PersonalData): Leak[] {
  const leaks = new Set<Leak>();
  for (const number of replaced.match(NUMBERS) ?? []) {
    if (data.numbers.has(number)) leaks.add("number");
  }
  for (const date of replaced.match(DATES) ?? []) {
    if (data.birthDates.has(date)) leaks.add("birth date");
  }
  const words = ` ${wordsOf(replaced.replace(/<[^>]*>/g, " ")).join(" ")} `;
  for (const name of data.names) if (words.includes(` ${name} `)) leaks.add("name");
  return [...leaks];
}

function wordsOf(name: string): string[] {
  return withoutAccents(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}
