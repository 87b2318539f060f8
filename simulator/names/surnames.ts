import { draw, hash } from "../hash.ts";
import table from "./surnames.json" with { type: "json" };
import { Weighted } from "./weighted.ts";

/** Share of births whose surname is among those of the table; the others have rare ones. */
const LISTED = 0.61;
/** Share of surnames with an added particle, and of double surnames by birth before or since 2005. */
const PARTICLES = 0.008;
const DOUBLE_BEFORE = 0.01;
const DOUBLE_SINCE = 0.05;
/** Share of double surnames written with a space instead of a hyphen. */
const DOUBLE_SPACED = 0.4;

/** What a draw is for; keeps the draws of one person apart. */
const FORM = 101;
const FIRST = 102;
const SECOND = 103;
const DETAIL = 104;

const [NAMES, WEIGHTS] = readTable();
const listed = new Weighted(NAMES, WEIGHTS);
const [heads, tails] = readParts();

function readTable(): [string[], number[]] {
  const names: string[] = [];
  const weights: number[] = [];
  for (const line of table.lines) {
    const [weight = "", group = ""] = line.split(":");
    for (const name of group.split(",")) {
      names.push(name);
      weights.push(parseInt(weight, 36));
    }
  }
  return [names, weights];
}

/**
 * Beginnings and endings of the listed surnames, cut before a vowel near the middle. Rare surnames,
 * four births in ten, are put together from them: invented, yet French to the ear.
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

/** A particle before a surname; `D'` before a vowel. */
function withParticle(name: string, choice: number): string {
  if (/^[AEIOUH]/.test(name)) return `D'${name}`;
  return `${["DE", "DE LA", "DU", "DE"][choice % 4] ?? "DE"} ${name}`;
}

/**
 * Draws a surname in capitals without accents, by French frequency.
 *
 * @param key The person's key.
 * @param birthYear Double surnames are more frequent since 2005, when the law allowed them.
 */
export function drawSurname(key: number, birthYear: number): string {
  const form = draw(key, FORM);
  const doubles = birthYear >= 2005 ? DOUBLE_SINCE : DOUBLE_BEFORE;
  if (form < doubles) {
    const glue = draw(key, DETAIL) < DOUBLE_SPACED ? " " : "-";
    return `${listed.at(draw(key, FIRST))}${glue}${listed.at(draw(key, SECOND))}`;
  }
  if (form < doubles + PARTICLES) {
    return withParticle(listed.at(draw(key, FIRST)), hash(key, DETAIL));
  }
  if (form < doubles + PARTICLES + (1 - doubles - PARTICLES) * LISTED) {
    return listed.at(draw(key, FIRST));
  }
  return heads.at(draw(key, FIRST)) + tails.at(draw(key, SECOND));
}
