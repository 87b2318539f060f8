import type { ComparedPerson } from "./comparison_site.ts";

const YEAR = new Date().getFullYear();

/** A race of 10 km in each of six years, with a 1 500 m in the latest. */
const results: ComparedPerson["results"] = Object.fromEntries(
  [["38'50''", "DPT"], ["37'58''", "R3"], ["38'20''", "R4"], ["36'55''", "R2"], ["35'42''", "R1"], [
    "35'58''",
    "R1",
  ]].map(([mark = "", level = ""], at) => [YEAR - 5 + at, [
    ["13 Mars", "10 Km Route", mark, "", "Course", "12", level, "700", "Dijon"],
    ...at < 5
      ? []
      : [["4 Mai", "1 500m", "4'14''20", "-", "Finale", "3", "N4", "881", "Lyon"] as const],
  ]]),
);

/** A road runner with more records than are shown large: what stands out is the marathon. */
export const RUNNER: ComparedPerson = {
  ffaId: "7300001",
  name: "LEFÈVRE-EXEMPLE Jean-Baptiste",
  birthYear: 1990,
  sex: "M",
  rows: [
    ["100m", "13''42 (+1.2)", "2 Juin 2012", "Lyon"],
    ["200m", "27''90 (+0.4)", "2 Juin 2012", "Lyon"],
    ["800m", "2'04''10", "1 Mai 2022", "Lyon"],
    ["1 500m", "4'12''30", `12 Mai ${YEAR - 2}`, "Lyon"],
    ["1 500m Piste Courte", "4'10''02", `12 Janv. ${YEAR - 2}`, "Nantes"],
    ["Mile", "4'34''1", "5 Juil. 2023", "Lyon"],
    ["3 000m", "9'31''08", "2 Juin 2023", "Dijon"],
    ["5 Km Route", "17'21''", "3 Mars 2024", "Vichy"],
    ["10 Km Route", "35'42''", `13 Mars ${YEAR - 1}`, "Dijon"],
    ["1/2 Marathon", "1h18'40'' (1h18'31'')", "9 Mars 2025", "Lyon"],
    ["Marathon", "2h40'51''", "14 Avril 2024", "Paris"],
    ["Longueur", "5m12", "2 Juin 2012", "Lyon"],
  ],
  results,
};

/** Somebody of 17 with the same records and results. */
export const YOUNG_RUNNER: ComparedPerson = {
  ...RUNNER,
  ffaId: "7300002",
  name: "JEUNE-EXEMPLE Camille",
  birthYear: YEAR - 17,
};

/** An adult without any record. */
export const NOT_YET: ComparedPerson = {
  ffaId: "7300003",
  name: "DÉBUT Ana",
  birthYear: 1995,
  sex: "F",
  rows: [],
};

export const ATHLETE_PEOPLE = [RUNNER, YOUNG_RUNNER, NOT_YET];
/** The years of which there are results. */
export const RESULTS_YEARS = Object.keys(results).map(Number);
