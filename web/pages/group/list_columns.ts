/** Titles of the columns of a pasted list, in French and English. */
import { distanceReadings } from "@mypacer/shared/domain/measure/distance_text.ts";
import { InputError } from "@mypacer/shared/domain/measure/input_error.ts";
import { type Separator, splitAt } from "./list_cells.ts";
import { RACE_LIMITS } from "../../kit/forms/limits.ts";
import { readLevel } from "./runner_level.ts";

/** Content of a column; `result` is times over the distance in its title. */
export type ColumnUse =
  | { kind: "name" | "surname" | "given" | "vma" | "time" | "distance" }
  | { kind: "result"; distance: number }
  | { kind: "unused" };

/** A column of a list. */
export interface Column {
  use: ColumnUse;
  /** Its title in the header. */
  title: string;
}

/** How the columns of a list were read. */
export interface ListColumns {
  /** The used columns, in order. */
  used: ColumnUse[];
  /** Titles of the unused ones; their numbers where there is no header. */
  unused: string[];
}

const NAMES: readonly (readonly [RegExp, "name" | "surname" | "given"])[] = [
  [/^(?:noms?(?: de famille)?|patronyme|surname|(?:last|family) ?name)$/, "surname"],
  [/^(?:prenoms?|(?:first|given) ?name|forename)$/, "given"],
  [
    /^(?:noms? (?:et )?prenoms?|prenoms? (?:et )?noms?|nom complet|(?:full )?names?|athletes?|coureu(?:r|se)s?(?: (?:e|se|euse)s?)?|runners?|licencie(?:s|e|es)?(?: es?)?|participants?(?: es?)?|adherents?(?: es?)?|eleves?)$/,
    "name",
  ],
];
const LEVELS: readonly (readonly [RegExp, "vma" | "time" | "distance"])[] = [
  [
    /^(?:v ?m ?a|mas|v ?vo ?2(?: ?max)?|vitesse(?: maximale)?(?: aerobie)?|speed)(?: [^\d]+)?(?: \d{4})?$/,
    "vma",
  ],
  [
    /^(?:meilleurs? |best |dernier |last )?(?:temps|chronos?|times?|resultats?|results?|perfs?|performances?|marques?|records?|rp|pb|sb)$/,
    "time",
  ],
  [/^(?:distances?|epreuves?|courses?|events?|races?|disciplines?)$/, "distance"],
];
/** Columns of clubs' lists that the sheet does not need. */
const UNUSED =
  /^(?:clubs?|teams?|equipes?|annee|naissance|nee?|date|birth|born|dob|yob|year|licen[cs]e|numero|n|no|num|id|e ?mails?|courriels?|sexe?|gender|genre|cat|categor(?:ie|y)|dossard|bib|tel|telephone|portable|mobile|phone|ville|city|adresse|address|groupes?|groups?|commentaires?|comments?|remarques?|remarks?|notes?|age|nationalite|nationality|nat|rang|rank|place|classement|fc|hr|poids|weight|taille|height|entraineur|coach|statut|status)(?: .*)?$/;
/** Words around the distance of a column of results: `chrono 10 km`, `10 km (temps)`. */
const AROUND_DISTANCE =
  /\b(?:temps|chronos?|times?|resultats?|results?|perfs?|performances?|marques?|records?|rp|pb|sb|best|meilleurs?|sur|au|on|the|le|route|road|piste|track|\d{4})\b(?! ?(?:m|km|k|mi)\b)/g;

/** A title without accents, signs and capitals. */
function plainTitle(title: string): string {
  return title.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()
    .replaceAll(/[^\p{L}\d.,]+/gu, " ").replaceAll(/\.(?!\d)/g, " ").replaceAll(/ +/g, " ").trim();
}

/** The distance in the title of a column of results, m. */
function distanceIn(title: string): number | null {
  const plain = title.replaceAll(AROUND_DISTANCE, " ").replaceAll(/ +/g, " ").trim();
  try {
    const [first] = distanceReadings(plain);
    const meters = first?.value ?? 0;
    return meters >= RACE_LIMITS.min && meters <= RACE_LIMITS.max ? meters : null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return null;
  }
}

/** Content of a column by its title; null where the title is unknown. */
export function columnUse(title: string): ColumnUse | null {
  const plain = plainTitle(title);
  const kind = [...NAMES, ...LEVELS].find(([words]) => words.test(plain))?.[1];
  if (kind !== undefined) return { kind };
  if (UNUSED.test(plain)) return { kind: "unused" };
  const distance = distanceIn(plain);
  return distance === null ? null : { kind: "result", distance };
}

/** Whether a column has a level. */
export function isLevel({ kind }: ColumnUse): boolean {
  return kind === "vma" || kind === "time" || kind === "result";
}

/** Whether a column has names. */
export function isName({ kind }: ColumnUse): boolean {
  return kind === "name" || kind === "surname" || kind === "given";
}

/** Whether a line is a header of words alone, without signs between them: `Nom Prénom VMA`. */
export function isHeaderOfWords(line: string): boolean {
  const uses = line.split(/[\s:,/-]+/).filter((word) => word !== "").map(columnUse);
  return uses.length > 1 && uses.every((use) => use !== null) &&
    uses.some((use) => use !== null && isName(use)) && !/\d/.test(line);
}

/** Whether a cell is a value and not a title: a figure, a VMA, a result. */
function isFigure(cell: string): boolean {
  const level = readLevel(cell);
  return level !== null && level.problem === undefined || /^\d+(?:[.,:'"]\d*)*$/.test(cell);
}

/**
 * Reads the header of a list; null where the line is not one. A column with an unknown title is not
 * used; but a list needs names, so an unknown title may be that of the names.
 *
 * @param options.first It is the first line, where one known title is enough.
 */
export function readHeader(
  line: string,
  separator: Separator,
  { first }: { first: boolean },
): Column[] | null {
  const cells = splitAt(line, separator);
  // `Ana;VMA 15` is a runner.
  if (cells.some(isFigure)) return null;
  const uses = cells.map(columnUse);
  const known = uses.filter((use) => use !== null);
  // A distance is a title only beside others: `Tom;10 km;42'30` is a runner.
  if (!known.some(({ kind }) => kind !== "result")) return null;
  if (!known.some(isName) && !known.some(isLevel)) return null;
  if (known.length < 2 && !first && !known.some(isLevel)) return null;
  const columns = cells.map((title, at): Column => ({
    title,
    use: uses[at] ?? { kind: "unused" },
  }));
  const unnamed = columns.find((_, at) => uses[at] === null);
  if (!known.some(isName) && unnamed !== undefined) unnamed.use = { kind: "name" };
  return columns;
}
