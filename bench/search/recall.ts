import { spellingDistance } from "../../api/search/index/edit_distance.ts";
import { normalizeName, splitName } from "@mypacer/shared/domain/people/name.ts";
import { KINDS, type Question } from "./kinds.ts";

/** An athlete that a search found. */
export interface FoundAthlete {
  ffaId: string;
  name: string;
}

/** Searches: the first ten, best first. */
export type Search = (text: string) => Promise<FoundAthlete[]> | FoundAthlete[];

/** How well a search finds whom people mean, by kind of query: 0 to 1. */
export interface Recall {
  /**
   * Somebody of the very name first, or among the first ten; where a club or a year is told, that
   * person.
   */
  recall1: Record<string, number>;
  recall10: Record<string, number>;
  /**
   * The same as `recall1` of those queries only that the name alone decides: where what came first
   * is not spelt as near to what was typed as the name that was meant.
   */
  decided1: Record<string, number>;
  /** That very person among the first ten, homonyms told apart. */
  person10: Record<string, number>;
  /** Mean of one through the place of the name; 0 where it is not among the ten. */
  mrr: Record<string, number>;
}

/** Kinds that tell more than a name: homonyms do not count. */
const TELLS_WHO: ReadonlySet<string> = new Set(["name_year"]);

/** Slips between a text and a name, in whichever order of surname and given name is nearer. */
function slipsTo(text: string, { surname, given }: { surname: string; given: string }): number {
  return Math.min(
    spellingDistance(text, normalizeName(`${surname} ${given}`)),
    spellingDistance(text, normalizeName(`${given} ${surname}`)),
  );
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Asks all questions, one after the other. */
export async function measureRecall(ask: Search, questions: readonly Question[]): Promise<Recall> {
  const sums = new Map(
    Object.keys(KINDS).map((
      kind,
    ) => [kind, { asked: 0, decided: 0, first: 0, ten: 0, person: 0, mrr: 0 }]),
  );
  for (const { kind, text, target } of questions) {
    const found = (await ask(text)).slice(0, 10);
    const name = normalizeName(`${target.surname} ${target.given}`);
    const person = found.findIndex(({ ffaId }) => ffaId === target.ffaId);
    const place = TELLS_WHO.has(kind)
      ? person
      : found.findIndex((athlete) => normalizeName(athlete.name) === name);
    const sum = sums.get(kind);
    if (sum === undefined) continue;
    sum.asked++;
    const [first] = found;
    const typed = normalizeName(text);
    if (
      place === 0 || first === undefined ||
      slipsTo(typed, splitName(first.name)) > slipsTo(typed, target)
    ) sum.decided++;
    if (place === 0) sum.first++;
    if (place !== -1) {
      sum.ten++;
      sum.mrr += 1 / (place + 1);
    }
    if (person !== -1) sum.person++;
  }
  const shares = (
    of: (sum: { first: number; ten: number; person: number; mrr: number }) => number,
    among: "asked" | "decided" = "asked",
  ) =>
    Object.fromEntries(
      [...sums].flatMap(([kind, sum]) =>
        sum[among] === 0 ? [] : [[kind, round(of(sum) / sum[among])]]
      ),
    );
  return {
    recall1: shares(({ first }) => first),
    decided1: shares(({ first }) => first, "decided"),
    recall10: shares(({ ten }) => ten),
    person10: shares(({ person }) => person),
    mrr: shares(({ mrr }) => mrr),
  };
}
