/**
 * Age categories of the federation: which birth years a category covers in a season.
 * Source: the federation's age classes as its result pages show them, seasons 2019 to 2026.
 */
import type { Language } from "../measure/distance.ts";
import type { Season } from "./season.ts";

/** Athlete's sex as the federation registers it. */
export type Sex = "M" | "F";

/** An age category: those whose birth year is `minAge` to `maxAge` years before the season. */
export interface AgeCategory {
  code: string;
  minAge: number;
  maxAge: number;
  labels: Record<Language, string>;
}

/** Possible birth years of a person, both included. */
export interface BirthYears {
  min: number;
  max: number;
}

/** Oldest possible age: bounds the last category, so that it is a range of years too. */
export const MAX_AGE = 120;

function category(
  code: string,
  minAge: number,
  maxAge: number,
  fr: string,
  en: string,
): AgeCategory {
  return { code, minAge, maxAge, labels: { fr, en } };
}

/** Masters go by five years from 35: M0 35–39, M1 40–44 … M10 from 85 on. */
const MASTERS: readonly AgeCategory[] = Array.from({ length: 11 }, (_, index) => {
  const from = 35 + 5 * index;
  const ages = index === 10 ? { fr: `${from}\u00a0ans et plus`, en: `${from}+` } : {
    fr: `${from}-${from + 4}\u00a0ans`,
    en: `${from}-${from + 4}`,
  };
  return category(
    `M${index}`,
    from,
    index === 10 ? MAX_AGE : from + 4,
    `Masters ${index} (${ages.fr})`,
    `Masters ${ages.en}`,
  );
});

/** Age categories in force, young to old; they leave no age out and do not overlap. */
export const AGE_CATEGORIES: readonly AgeCategory[] = [
  category("BB", 0, 6, "Baby athlé", "Under 7"),
  category("EA", 7, 9, "Éveil athlétique", "Under 10"),
  category("PO", 10, 11, "Poussins", "Under 12"),
  category("BE", 12, 13, "Benjamins", "Under 14"),
  category("MI", 14, 15, "Minimes", "Under 16"),
  category("CA", 16, 17, "Cadets", "Under 18"),
  category("JU", 18, 19, "Juniors", "Under 20"),
  category("ES", 20, 22, "Espoirs", "Under 23"),
  category("SE", 23, 34, "Seniors", "Seniors"),
  ...MASTERS,
];

/** Wider codes: masters without their class, and the veterans they replaced in season 2020. */
const OTHER_CATEGORIES: readonly AgeCategory[] = [
  category("MA", 35, MAX_AGE, "Masters", "Masters"),
  category("VE", 40, MAX_AGE, "Vétérans", "Veterans"),
  category("V1", 40, 49, "Vétérans 1 (40-49\u00a0ans)", "Veterans 40-49"),
  category("V2", 50, 59, "Vétérans 2 (50-59\u00a0ans)", "Veterans 50-59"),
  category("V3", 60, 69, "Vétérans 3 (60-69\u00a0ans)", "Veterans 60-69"),
  category("V4", 70, MAX_AGE, "Vétérans 4 (70\u00a0ans et plus)", "Veterans 70+"),
];

const CATEGORY_BY_CODE: ReadonlyMap<string, AgeCategory> = new Map(
  [...AGE_CATEGORIES, ...OTHER_CATEGORIES].map((category) => [category.code, category]),
);

/**
 * First season of the masters from 35; before it veterans began at 40 and seniors reached to 39.
 */
const FIRST_MASTERS_SEASON: Season = 2020;

/**
 * Age category of a birth year in a season.
 *
 * @param birthYear Year, not after the season and at most {@link MAX_AGE} years before it.
 * @returns Code, e.g. `SE`, `M0`.
 * @throws {RangeError} If nobody born in that year can be licensed in that season.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { categoryOf } from "./category.ts";
 * assertEquals(categoryOf(2004, 2026), "ES");
 * assertEquals(categoryOf(1991, 2026), "M0");
 * ```
 */
export function categoryOf(birthYear: number, season: Season): string {
  const age = season - birthYear;
  const category = Number.isInteger(age)
    ? AGE_CATEGORIES.find(({ minAge, maxAge }) => age >= minAge && age <= maxAge)
    : undefined;
  if (!category) {
    throw new RangeError(
      `Cannot tell the category of birth year ${birthYear} in season ${season}: age must be 0 to ${MAX_AGE}`,
    );
  }
  return category.code;
}

/**
 * Birth years a category covers in a season.
 *
 * @param code Category code, the veterans' of former seasons included.
 * @returns Both years included.
 * @throws {RangeError} If there is no such category.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { birthYearRange } from "./category.ts";
 * assertEquals(birthYearRange("ES", 2026), { min: 2004, max: 2006 });
 * ```
 */
export function birthYearRange(code: string, season: Season): BirthYears {
  const category = CATEGORY_BY_CODE.get(code);
  if (!category || !Number.isInteger(season)) {
    throw new RangeError(`Cannot tell the birth years of category ${code} in season ${season}`);
  }
  // Whether old seasons are shown with the old classes is not known: the wider range is never
  // wrong.
  const maxAge = code === "SE" && season < FIRST_MASTERS_SEASON ? 39 : category.maxAge;
  return { min: season - maxAge, max: season - category.minAge };
}

/**
 * Combines what two seasons tell about a birth year.
 *
 * @returns The years both allow; what is known when one is null; null when they contradict each
 *   other, since then neither can be trusted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { birthYearRange, narrowBirthYears } from "./category.ts";
 * // Junior in 2025 and under 23 in 2026: born in 2006.
 * assertEquals(
 *   narrowBirthYears(birthYearRange("JU", 2025), birthYearRange("ES", 2026)),
 *   { min: 2006, max: 2006 },
 * );
 * ```
 */
export function narrowBirthYears(a: BirthYears | null, b: BirthYears | null): BirthYears | null {
  if (a === null || b === null) return a ?? b;
  const range = { min: Math.max(a.min, b.min), max: Math.min(a.max, b.max) };
  return range.min <= range.max ? range : null;
}

const CATEGORY_TEXT = /^([A-Z]{2}|[MV]\d{1,2})(?: ?\((M\d{1,2})\))?(?: ?\/? ?([MFX]))?$/;

/**
 * Reads a category as published, with or without sex: `SEM`, `M0M`, `ES/F`, `MA (M0)`, `CA`.
 *
 * @returns Code and sex; null where there is no single category (`-`, empty, `TC`, `TCX`: all of
 * them).
 * @throws {SyntaxError} If the text names an unknown category.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseCategory } from "./category.ts";
 * assertEquals(parseCategory("M0M"), { code: "M0", sex: "M" });
 * assertEquals(parseCategory("ES/F"), { code: "ES", sex: "F" });
 * assertEquals(parseCategory("TCX"), null);
 * ```
 */
export function parseCategory(text: string): { code: string; sex: Sex | null } | null {
  const plain = text.slice(0, 100).replace(/\s+/g, " ").trim().toUpperCase();
  if (plain === "" || plain === "-" || /^TC ?\/? ?[MFX]?$/.test(plain)) return null;
  const match = CATEGORY_TEXT.exec(plain);
  const code = match?.[2] ?? match?.[1] ?? "";
  if (!CATEGORY_BY_CODE.has(code)) {
    throw new SyntaxError(`Cannot read category "${text.slice(0, 40)}"`);
  }
  const sex = match?.[3];
  return { code, sex: sex === "M" || sex === "F" ? sex : null };
}

/**
 * Names a category: `Seniors`, `Masters 0 (35-39 ans)`, `Under 20`; an unknown code stands for
 * itself.
 */
export function categoryLabel(code: string, language: Language): string {
  return CATEGORY_BY_CODE.get(code)?.labels[language] ?? code;
}
