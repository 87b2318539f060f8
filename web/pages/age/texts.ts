/** Texts of age grading. */
import type { Sex } from "@mypacer/shared/domain/people/category.ts";
import type { COURSES } from "./state.ts";
import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

/** Texts of one language. */
export interface AgeTexts {
  heading: string;
  lead: string;
  description: string;
  sex: string;
  sexes: Record<Sex, string>;
  age: string;
  years: string;
  yearsOld: (age: number) => string;
  ageHelp: string;
  course: string;
  courses: Record<typeof COURSES[number], string>;
  title: (percent: string) => string;
  runner: (sex: Sex, age: number) => string;
  says: (result: string, runner: string) => string;
  grade: string;
  gradeHelp: string;
  openTime: string;
  standard: (age: number) => string;
  factor: string;
  factorHelp: string;
  /** Edition and source of the tables. */
  tables: Record<typeof COURSES[number], string>;
  more: string;
  none: string;
  reach: string;
  otherAges: string;
  otherAgesHelp: (percent: string) => string;
  own: string;
}

/** The texts, by language. */
export const AGE_TEXTS: Record<Language, AgeTexts> = {
  fr: french({
    heading: "Âge corrigé",
    lead: "Ce que vaut un temps à votre âge : son pourcentage, et ses équivalents à tout âge.",
    description:
      "Calculateur d’âge corrigé (age grading) en course à pied : pourcentage de la référence de votre âge, temps équivalent senior et à d’autres âges, sur route et sur piste.",
    sex: "Sexe",
    sexes: { F: "femme", M: "homme" },
    age: "Âge",
    years: "ans",
    yearsOld: (age) => `${age} ans`,
    ageHelp: "Le jour de la course, à partir de 18 ans.",
    course: "Sur",
    courses: { road: "route", track: "piste" },
    title: (percent) => `${percent} à âge corrigé`,
    runner: (sex, age) => `${sex === "F" ? "une femme" : "un homme"} de ${age} ans`,
    says: (result, runner) =>
      `${result}, par ${runner} : le temps est comparé au meilleur qu’on attende à cet âge.`,
    grade: "Âge corrigé",
    gradeHelp: "100 % : la référence de cet âge",
    openTime: "Équivalent senior",
    standard: (age) => `Référence à ${age} ans`,
    factor: "Facteur d’âge",
    factorHelp: "1 à l’âge des meilleures années",
    tables: {
      road:
        "Tables de la route, édition 2025 : A. L. Jones, Age-Grade-Tables (CC0), du mile à 200 km.",
      track:
        "Tables de la piste, édition 2023 : World Masters Athletics, du 50 m au 10\u202f000 m.",
    },
    more: "Le calcul expliqué",
    none: "Les tables ne couvrent pas ce temps",
    reach: "Elles vont du mile à 200 km sur route, du 50 m au 10\u202f000 m sur piste.",
    otherAges: "Le même niveau à d’autres âges",
    otherAgesHelp: (percent) => `Les temps qui valent aussi ${percent}.`,
    own: "ce temps",
  }),
  en: {
    heading: "Age grading",
    lead: "What a time is worth at your age: its percentage, and its equivalents at any age.",
    description:
      "Age grading calculator for running: percentage of the standard for your age, equivalent open time and times at other ages, on the road and on the track.",
    sex: "Sex",
    sexes: { F: "woman", M: "man" },
    age: "Age",
    years: "years",
    yearsOld: (age) => String(age),
    ageHelp: "On the day of the race, from 18 on.",
    course: "On",
    courses: { road: "road", track: "track" },
    title: (percent) => `Age grade ${percent}`,
    runner: (sex, age) => `a ${sex === "F" ? "woman" : "man"} of ${age}`,
    says: (result, runner) =>
      `${result}, by ${runner}: the time is compared with the best expected at that age.`,
    grade: "Age grade",
    gradeHelp: "100%: the standard for that age",
    openTime: "Open-class equivalent",
    standard: (age) => `Standard at ${age}`,
    factor: "Age factor",
    factorHelp: "1 in the best years",
    tables: {
      road: "Road tables, 2025 edition: A. L. Jones, Age-Grade-Tables (CC0), 1 mile to 200 km.",
      track: "Track tables, 2023 edition: World Masters Athletics, 50 m to 10,000 m.",
    },
    more: "How it is computed",
    none: "The tables do not cover this time",
    reach: "They go from 1 mile to 200 km on the road, from 50 m to 10,000 m on the track.",
    otherAges: "The same level at other ages",
    otherAgesHelp: (percent) => `Times that are worth ${percent} as well.`,
    own: "this time",
  },
};
