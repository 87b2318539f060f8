import { draw } from "../chance/draw.ts";
import { readFrontCode } from "./front_coding.ts";
import commonTable from "./surnames.json" with { type: "json" };
import uncommonTable from "./uncommon_surnames.json" with { type: "json" };
import { Weighted } from "../chance/weighted.ts";

/**
 * Shares of births whose surname is one of the 20,000 most given, and one of the 90,000 that
 * follow; the others have rare ones.
 */
const COMMON = 0.61;
const UNCOMMON = 0.25;
/** Share of double surnames by birth before or since 2005. */
const DOUBLE_BEFORE = 0.01;
const DOUBLE_SINCE = 0.05;
/** Share of double surnames written with a space instead of a hyphen. */
const DOUBLE_SPACED = 0.4;

/** What draws about one person are for: another number for each keeps them apart. */
const PURPOSE = {
  kind: 101,
  first: 102,
  second: 103,
  hyphenOrSpace: 104,
  rareForm: 105,
} as const;

const [NAMES, WEIGHTS] = readTable(commonTable.lines, (group) => group.split(","));
const common = new Weighted(NAMES, WEIGHTS);
const uncommon = new Weighted(...readTable(uncommonTable.lines, readFrontCode));
const [heads, tails] = readParts();

function readTable(
  lines: readonly string[],
  readNames: (group: string) => string[],
): [names: string[], weights: number[]] {
  const names: string[] = [];
  const weights: number[] = [];
  for (const line of lines) {
    const [weight = "", group = ""] = line.split(":");
    for (const name of readNames(group)) {
      names.push(name);
      weights.push(parseInt(weight, 36));
    }
  }
  return [names, weights];
}

/**
 * Beginnings and endings of the common surnames, cut before a vowel near the middle. Rare surnames,
 * one birth in seven, are put together from them: invented, yet French to the ear.
 */
function readParts(): [Weighted<string>, Weighted<string>] {
  const counts: [Map<string, number>, Map<string, number>] = [new Map(), new Map()];
  for (const name of NAMES) {
    const middle = Math.ceil(name.length / 2);
    const cut = [middle, middle - 1, middle + 1].find((at) =>
      at >= 3 && name.length - at >= 2 &&
      /^[^AEIOUY][AEIOUY]$/.test(name.slice(at - 1, at + 1))
    );
    if (cut === undefined || !/^[A-Z]+$/.test(name)) continue;
    [name.slice(0, cut), name.slice(cut)].forEach((part, side) => {
      const count = counts[side as 0 | 1];
      count.set(part, (count.get(part) ?? 0) + 1);
    });
  }
  const weigh = (count: Map<string, number>) =>
    new Weighted([...count.keys()], [...count.values()]);
  return [weigh(counts[0]), weigh(counts[1])];
}

/**
 * How rare surnames are put together, in births of 100,000 with a rare surname; all others are one
 * word. Source: INSEE, Fichier des noms, edition 2008, births 1931-2000: the surnames behind the
 * 20,000 most given ones. Common and uncommon ones stand in their tables with their particles.
 */
const RARE_FORMS: readonly (readonly [form: string, births: number])[] = [
  ["LE {}", 1369],
  ["{}-{}", 593],
  ["DE {}", 493],
  ["{} {}", 344],
  ["DI {}", 143],
  ["EL {}", 131],
  ["BEN {}", 105],
  ["VAN {}", 93],
  ["SAINT-{}", 89],
  ["D'{}", 107],
  ["DA {}", 52],
  ["DEL {}", 43],
  ["DE LA {}", 35],
  ["L'{}", 62],
  ["SAINT {}", 25],
  ["AIT {}", 24],
  ["DU {}", 17],
  ["LA {}", 15],
  ["VAN DEN {}", 12],
  ["VAN DE {}", 12],
  ["LE-{}", 12],
  ["DOS {}", 10],
];
const COMPOUND = RARE_FORMS.reduce((sum, [, births]) => sum + births, 0);
const rareForms = new Weighted(
  ["{}", ...RARE_FORMS.map(([form]) => form)],
  [100_000 - COMPOUND, ...RARE_FORMS.map(([, births]) => births)],
);

/** A rare surname: invented parts, with a particle or in two words as often as real ones. */
function drawRare(key: number): string {
  const root = heads.at(draw(key, PURPOSE.first)) + tails.at(draw(key, PURPOSE.second));
  const other = heads.at(draw(key, PURPOSE.first + 20)) + tails.at(draw(key, PURPOSE.second + 20));
  const form = rareForms.at(draw(key, PURPOSE.rareForm));
  // An apostrophe stands before a vowel only.
  const elided = form.endsWith("'{}") && !/^[AEIOUH]/.test(root) ? "{}" : form;
  return elided.replace("{}", root).replace("{}", other);
}

/**
 * Draws a surname in capitals without accents, by French frequency.
 *
 * @param key The person's key.
 * @param birthYear Double surnames are more frequent since 2005, when the law allowed them.
 */
export function drawSurname(key: number, birthYear: number): string {
  const form = draw(key, PURPOSE.kind);
  const doubles = birthYear >= 2005 ? DOUBLE_SINCE : DOUBLE_BEFORE;
  if (form < doubles) {
    const glue = draw(key, PURPOSE.hyphenOrSpace) < DOUBLE_SPACED ? " " : "-";
    return `${common.at(draw(key, PURPOSE.first))}${glue}${common.at(draw(key, PURPOSE.second))}`;
  }
  const single = (form - doubles) / (1 - doubles);
  if (single < COMMON) return common.at(draw(key, PURPOSE.first));
  return single < COMMON + UNCOMMON ? uncommon.at(draw(key, PURPOSE.first)) : drawRare(key);
}
