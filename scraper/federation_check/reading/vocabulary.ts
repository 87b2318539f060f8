/** What the site's pages are known to say: everything else is "never seen before". */
import { parseCategory } from "@mypacer/shared/domain/people/category.ts";
import { findEvent } from "@mypacer/shared/domain/results/discipline.ts";
import { LEAGUES } from "@mypacer/shared/domain/people/league.ts";
import { LEVELS } from "@mypacer/shared/domain/results/level.ts";
import { withoutAccents } from "@mypacer/shared/federation/parsers/columns.ts";
import { parseDate } from "@mypacer/shared/federation/parsers/dates.ts";

/** Kinds of words and codes that are looked at. */
export type ValueKind =
  | "event"
  | "column"
  | "label"
  | "category"
  | "level"
  | "league"
  | "department"
  | "license type"
  | "month"
  | "round"
  | "key";

/** A word or code of a page. */
export interface SeenValue {
  kind: ValueKind;
  value: string;
}

/**
 * Titles of columns, without accents and case. Source: captures of the site's pages, 2025 and 2026;
 * the titles above the club list were never captured, those here are read by nobody.
 */
const COLUMNS = new Set([
  "",
  "annee",
  "athletes",
  "cat",
  "cat.",
  "categorie",
  "club",
  "date",
  "dep.",
  "dpt",
  "epreuve",
  "infos",
  "lieu",
  "lig./dpt.",
  "ligue",
  "ligue/dpt",
  "n°",
  "n° club",
  "n° de club",
  "nat.",
  "niveau",
  "nom",
  "perf",
  "perf.",
  "performance",
  "performances",
  "place",
  "points",
  "pts",
  "rang",
  "resultat",
  "saison",
  "tour",
  "vent",
  "ville",
]);

/** Labels at the top of an athlete's page, without accents, case and colon. */
const LABELS = new Set([
  "ne(e) en",
  "ne(e) le",
  "ne(e) a",
  "club",
  "taille / poids",
  "categorie / nationalite",
  "n° de licence",
  "ligue / departement",
  "entraineur",
  "entraineur(s)",
]);

/** Keys of what the search answers. Source: four public clients of the site, 2025 and 2026. */
const KEYS = new Set(["actseq", "hactseq", "nom", "sexe", "club", "liste"]);

/** First words of rounds, without accents and case. */
const ROUND =
  /^(?:(?:1\/\d+ |demi[- ]|quart de |petite |grande )?final(?:es?|s)?|series?|h\.? ?stade|hors stade|cross|course|qualifications?|barrages?|tour|manche|poule|concours|eliminatoires?|repechage|groupe|classement)\b/;

/**
 * Kinds of licenses: competition, running, health and leisure, discovery, staff, company, one day.
 * Only the first was captured, as `COMP`; the spelling of the others differs among who quotes them.
 */
const LICENSE = /^(?:comp|run|loisir|sante|decouv|encad|dirig|entrep|pass|jour|decouverte|athle)/;

/** A label that is built like an event's: free texts of races off the track are not. */
const LIKE_EVENT =
  /^(?:\d[\d ]*m\b|\d{1,3} ?(?:km|miles?|heures?)\b|(?:poids|disque|marteau|javelot|perche|hauteur|longueur|triple saut)\b(?!.* \p{Lu}))/iu;

/** How each kind of value is recognized. */
const KNOWN: Record<ValueKind, (value: string) => boolean> = {
  event: (value) => findEvent(value) !== null,
  column: (value) => COLUMNS.has(withoutAccents(value)),
  label: (value) => LABELS.has(withoutAccents(value).replace(/\s*:$/, "")),
  category: (value) => doesNotThrow(() => parseCategory(value)),
  level: (value) => LEVELS.includes(value),
  league: (value) => LEAGUES.includes(value),
  department: (value) => /^(?:0\d\d|02[AB]|9[78]\d)$/.test(value),
  "license type": (value) => LICENSE.test(withoutAccents(value)),
  month: (value) => doesNotThrow(() => parseDate(`1 ${value}`, 2000)),
  round: (value) => ROUND.test(withoutAccents(value)),
  key: (value) => KEYS.has(value),
};

/** Whether a word or code was seen on the site before. */
export function isKnownValue({ kind, value }: SeenValue): boolean {
  return KNOWN[kind](value);
}

/**
 * Whether a label names an event rather than a race by a name of its own, of which there are ever
 * new ones.
 */
export function isLikeEvent(label: string): boolean {
  return LIKE_EVENT.test(label);
}

function doesNotThrow(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
