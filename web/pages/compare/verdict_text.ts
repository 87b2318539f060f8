/** What the head of a comparison says, and what it rests on. */
import type { Comparison, Pair } from "@mypacer/shared/contract/comparison.ts";
import type { RecordAge } from "../../kit/addresses/comparison_settings.ts";
import type { Language } from "../../kit/language/language.ts";
import { leadText } from "./lead_text.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** On how many common distances each of two is ahead. */
export interface Score {
  first: number;
  second: number;
  level: number;
}

/** Counts who of a pair is ahead on each common distance; null where they are not ranked. */
export function scoreOf({ lines, lead }: Pair): Score | null {
  const best = lines.filter(({ best }) => best);
  if (!lead.valid || best.length === 0) return null;
  const ahead = (sign: number) =>
    best.filter(({ first, second }) => Math.sign(second.time - first.time) === sign).length;
  return { first: ahead(1), second: ahead(-1), level: ahead(0) };
}

const SENTENCES = {
  fr: french({
    leader: (name: string, n: number, of: number) =>
      `${name} est en tête sur ${n} distance${n > 1 ? "s" : ""} sur ${of}.`,
    leaders: (names: string, n: number, of: number) =>
      `${names} sont en tête sur ${n} distance${n > 1 ? "s" : ""} sur ${of} chacun.`,
    nobody: "Aucune distance n’a été courue par deux adultes de la liste.",
    and: " et ",
    rests: "D’après le meilleur record officiel de chacun sur chaque distance",
    recent: (years: number) => years === 1 ? "d’un an au plus" : `de ${years} ans au plus`,
    byAge: "à âge corrigé",
  }),
  en: {
    leader: (name: string, n: number, of: number) => `${name} leads on ${n} of ${of} distances.`,
    leaders: (names: string, n: number, of: number) =>
      `${names} lead on ${n} of ${of} distances each.`,
    nobody: "No distance was run by two adults of the list.",
    and: " and ",
    rests: "By the best official PB of each over each distance",
    recent: (years: number) => years === 1 ? "a year old at most" : `${years} years old at most`,
    byAge: "age graded",
  },
} as const;

/** The verdict on two or more athletes who can be ranked, in one sentence. */
export function verdictText(
  { pairs, rankings }: Pick<Comparison, "pairs" | "rankings">,
  nameOf: (ffaId: string) => string,
  language: Language,
): string {
  const [pair, ...others] = pairs;
  if (pair && others.length === 0) return leadText(pair, nameOf, language);
  const t = SENTENCES[language];
  const judged = rankings.filter(({ best, runs }) => best && runs.some(({ place }) => place === 1));
  const wins = new Map<string, number>();
  for (const { runs } of judged) {
    for (const { ffa_id: id, place } of runs) {
      if (place === 1) wins.set(id, (wins.get(id) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...wins.values());
  if (most === 0) return t.nobody;
  const names = [...wins].filter(([, n]) => n === most).map(([id]) => nameOf(id));
  const last = names.pop() ?? "";
  return names.length === 0
    ? t.leader(last, most, judged.length)
    : t.leaders(names.join(", ") + t.and + last, most, judged.length);
}

/** What a verdict rests on. */
export function basisText(
  { by, maxAge, language }: { by: Comparison["by"]; maxAge: RecordAge; language: Language },
): string {
  const t = SENTENCES[language];
  const limits = [
    maxAge === null ? null : t.recent(maxAge),
    by === "age_grade" ? t.byAge : null,
  ].filter((limit) => limit !== null);
  return `${[t.rests, ...limits].join(", ")}.`;
}
