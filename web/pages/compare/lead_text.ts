/** Sentences on which of two athletes is ahead, and where that changes. */
import type { Pair } from "@mypacer/shared/contract/comparison.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { comparisonTexts } from "./texts.ts";
import { distanceInSentence } from "../../kit/language/distance_in_sentence.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/**
 * Distances over which one of two is ahead, m; null where it extends to the shortest or the
 * longest.
 */
export interface Stretch {
  ahead: string;
  from: number | null;
  to: number | null;
}

/**
 * Stretches from short to long distances with the athlete who is ahead; empty where neither is, and
 * where a pair is not ranked.
 */
function stretchesOf({ first, second, lead }: Pair): Stretch[] {
  if (!lead.valid || lead.ahead === null) return [];
  const turns = lead.crossovers.map(({ distance }) => distance);
  const other = lead.ahead === first ? second : first;
  return [null, ...turns].map((from, at) => ({
    ahead: (at % 2 === 0 ? lead.ahead : other) ?? other,
    from,
    to: turns[at] ?? null,
  }));
}

/** The distances of a pair, short to long, m, each once. */
function distancesOf({ lines }: Pair): number[] {
  return lines.filter(({ best }) => best).map(({ distance }) => distance);
}

/** Distances where neither of a pair is ahead, m. */
function tiesOf({ lines }: Pair): number[] {
  return lines.filter(({ best, first, second }) => best && first.time === second.time)
    .map(({ distance }) => distance);
}

/** A crossover lies between two records, so it is rounded to a hundred meters. */
export function turnText(meters: number, language: Language): string {
  const step = meters < 1000 ? 10 : 100;
  return distanceLabel(Math.round(meters / step) * step, language);
}

const SENTENCES = {
  fr: french({
    nothing: (a: string, b: string) => `${a} et ${b} n’ont aucune distance en commun.`,
    minor: (a: string, b: string) =>
      `Pas de classement entre ${a} et ${b} : mineur, ou d’âge inconnu.`,
    equal: (a: string, b: string, where: string) => `${a} et ${b} sont à égalité ${where}.`,
    ahead: (a: string, b: string, where: string) => `${a} devance ${b} ${where}`,
    first: (a: string, b: string, to: string) => `${a} devance ${b} jusqu’à ${to}`,
    between: (a: string, from: string, to: string) => `${a} de ${from} à ${to}`,
    last: (a: string) => `${a} au-delà`,
    one: (distance: string) => `sur leur seule distance commune, le ${distance}`,
    several: (n: number, from: string, to: string) =>
      `sur leurs ${n} distances communes, du ${from} au ${to}`,
    except: "sauf égalité sur ",
    over: (distance: string) => `le ${distance}`,
  }),
  en: {
    nothing: (a: string, b: string) => `${a} and ${b} have no distance in common.`,
    minor: (a: string, b: string) =>
      `No ranking between ${a} and ${b}: under age, or of unknown age.`,
    equal: (a: string, b: string, where: string) => `${a} and ${b} are level ${where}.`,
    ahead: (a: string, b: string, where: string) => `${a} is ahead of ${b} ${where}`,
    first: (a: string, b: string, to: string) => `${a} is ahead of ${b} up to ${to}`,
    between: (a: string, from: string, to: string) => `${a} from ${from} to ${to}`,
    last: (a: string) => `${a} beyond`,
    one: (distance: string) => `over their only common distance, ${distance}`,
    several: (n: number, from: string, to: string) =>
      `over their ${n} common distances, from ${from} to ${to}`,
    except: "but level over ",
    over: (distance: string) => distance,
  },
} as const;

/**
 * A sentence that names both athletes: who is ahead, and where that changes.
 *
 * @param nameOf Name of an athlete by federation id.
 */
export function leadText(
  pair: Pair,
  nameOf: (ffaId: string) => string,
  language: Language,
): string {
  const t = SENTENCES[language];
  const [first, second] = [nameOf(pair.first), nameOf(pair.second)];
  if (!pair.lead.valid) return t.minor(first, second);
  const distances = distancesOf(pair).map((meters) => distanceInSentence(meters, language));
  const [shortest, longest] = [distances[0], distances.at(-1)];
  if (shortest === undefined || longest === undefined) return t.nothing(first, second);
  const where = distances.length === 1
    ? t.one(shortest)
    : t.several(distances.length, shortest, longest);
  const stretches = stretchesOf(pair);
  const [start] = stretches;
  if (start === undefined) return t.equal(first, second, where);
  const other = start.ahead === pair.first ? second : first;
  const parts = stretches.map(({ ahead, from, to }) => {
    const name = nameOf(ahead);
    if (to === null) return from === null ? t.ahead(name, other, where) : t.last(name);
    const end = turnText(to, language);
    return from === null
      ? t.first(name, other, end)
      : t.between(name, turnText(from, language), end);
  });
  const ties = tiesOf(pair).map((meters) => t.over(distanceInSentence(meters, language)));
  if (ties.length > 0) parts.push(t.except + ties.join(", "));
  return `${parts.join(", ")}.`;
}

/** Standing of one athlete of a pair against the other, for a cell of the matrix. */
export interface Standing {
  text: string;
  /** `partly`: ahead over some distances, behind over others. */
  kind: "ahead" | "partly" | "behind" | "none";
  /** Distances in common. */
  distances: number;
}

/** Standing of an athlete of a pair against the other. */
export function standingOf(pair: Pair, ffaId: string, language: Language): Standing {
  const { cell } = comparisonTexts(language);
  const distances = distancesOf(pair).length;
  const none = (text: string): Standing => ({ text, kind: "none", distances });
  if (distances === 0) return none(cell.none);
  if (!pair.lead.valid) return none(cell.minor);
  const stretches = stretchesOf(pair);
  if (stretches.length === 0) return none(cell.level);
  const own = stretches.filter(({ ahead }) => ahead === ffaId);
  if (own.length === 0) return { text: cell.behind, kind: "behind", distances };
  if (stretches.length === 1) return { text: cell.ahead, kind: "ahead", distances };
  const turn = (meters: number) => turnText(meters, language);
  const texts = own.map(({ from, to }) =>
    from === null
      ? cell.upTo(turn(to ?? NaN))
      : to === null
      ? cell.from(turn(from))
      : cell.between(turn(from), turn(to))
  );
  return { text: `${cell.ahead} ${texts.join(cell.and)}`, kind: "partly", distances };
}
