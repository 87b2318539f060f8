/**
 * Labels that are not in the catalogue but are built like those that are: the federation adds
 * distances, heights and weights without notice.
 */
import { type AthleticsEvent, describeEvent, type Discipline } from "./event.ts";
import { MILE } from "../measure/official_lengths.ts";

/**
 * How a label of one discipline is built; the first group, where there is one, is a number of
 * `unit` meters.
 */
interface LabelPattern {
  discipline: Discipline;
  pattern: RegExp;
  unit?: number;
}

// Tried in order, on text without accents, in lower case, digit groups closed up, no space around
// hyphens.
const PATTERNS: readonly LabelPattern[] = [
  {
    discipline: "hurdles",
    pattern: /^(\d{2,4}) ?m (?:haies|steeple)(?: ?\(\d{2,3}(?:[.,]\d)?\))?(?:-salle)?$/,
    unit: 1,
  },
  {
    discipline: "hurdles",
    pattern: /^(\d{2,4}) ?m (?:haies|steeple)(?: ?\(\d{2,3}(?:[.,]\d)?\))?[ -]piste courte$/,
    unit: 1,
  },
  { discipline: "walk", pattern: /^(\d{3,5}) ?m marche(?:[ -](?:salle|piste courte))?$/, unit: 1 },
  { discipline: "walk", pattern: /^(\d{1,3}) ?km marche(?: route)?$/, unit: 1000 },
  { discipline: "walk", pattern: /^(?:\d{1,2} )?heures? marche(?: route)?$/ },
  { discipline: "short-track", pattern: /^(\d{2,5}) ?m[ -](?:salle|piste courte)$/, unit: 1 },
  { discipline: "track", pattern: /^(\d{2,5}) ?m$/, unit: 1 },
  { discipline: "road", pattern: /^(\d{1,3}) ?km route$/, unit: 1000 },
  { discipline: "road", pattern: /^(\d{1,3}) miles? route$/, unit: MILE },
  { discipline: "road", pattern: /^\d{1,2} heures(?: route)?$/ },
  { discipline: "relay", pattern: /^\d{1,2} ?x ?\d{2,5} ?m(?: .*|-salle)?$/ },
  { discipline: "relay", pattern: /^(?:relais|ekiden)\b|^\d{1,4}(?:-\d{1,4}){2,}$/ },
  {
    discipline: "field",
    pattern: /^(?:hauteur|perche|longueur|triple saut)(?:[ -](?:salle|piste courte))?$/,
  },
  {
    discipline: "field",
    pattern: /^(?:poids|disque|marteau|javelot|balle|vortex)(?: ?\([\d.,]+ ?k?g\))?(?:[ -]salle)?$/,
  },
  {
    discipline: "combined",
    pattern: /^(?:tria|quadra|tetra|penta|hexa|hepta|octa|ennea|deca|eicosa|icosa)thlon\b/,
  },
  { discipline: "cross", pattern: /^(?:cross|(?:court|long) (?:masculin|feminin))\b/ },
  { discipline: "trail", pattern: /^trail\b/ },
];

/**
 * Reads a label by the way it is built.
 *
 * @param label Label without a race category behind it.
 * @returns The event, under the label given; null for free text.
 */
export function readEventLabel(label: string): AthleticsEvent | null {
  const plain = label
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1")
    .replace(/ ?- ?/g, "-")
    .trim();
  for (const { discipline, pattern, unit } of PATTERNS) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const distance = unit === undefined ? null : Number(match[1]) * unit;
    return distance === 0 ? null : describeEvent(label, discipline, distance);
  }
  return null;
}
