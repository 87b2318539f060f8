import type { Athlete } from "@mypacer/shared/contract/athlete.ts";
import type { AthleteRecord } from "@mypacer/shared/contract/record.ts";

/** Invented people: names, ids and records of nobody real. */
interface Person {
  id: string;
  name: string;
  born: number | [number, number];
  sex: "M" | "F";
  category: string;
  club: [string, string] | null;
}

const PEOPLE: readonly Person[] = [
  {
    id: "1001",
    name: "LEFEVRE Jean-Baptiste",
    born: 1990,
    sex: "M",
    category: "M0",
    club: ["075901", "Ac Exemple"],
  },
  {
    id: "1002",
    name: "N'DIAYE Awa",
    born: [1998, 2000],
    sex: "F",
    category: "SE",
    club: ["069902", "Lyon Exemple Athle"],
  },
  { id: "1003", name: "DUPONT Marie", born: 1985, sex: "F", category: "M1", club: null },
  {
    id: "1004",
    name: "DUPONT Marie",
    born: 2001,
    sex: "F",
    category: "SE",
    club: ["029903", "Stade Exemple Brestois"],
  },
  {
    // A name that breaks a renderer that treats `$` as a pattern.
    id: "1005",
    name: "D'$'$&$`$$ Dollar",
    born: 1999,
    sex: "M",
    category: "SE",
    club: ["033904", "$' $& $$ Club </script><!--"],
  },
  { id: "1006", name: "LY Awa", born: 1996, sex: "F", category: "SE", club: null },
  ...Array.from({ length: 26 }, (_, index): Person => ({
    id: String(1010 + index),
    name: `MARTIN Camille ${"ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(index)}`,
    born: 1980 + index,
    sex: index % 2 === 0 ? "F" : "M",
    category: "SE",
    club: ["033904", "Exemple Bordeaux"],
  })),
];

/** The invented athletes, as the API lists them. */
export const SAMPLE_ATHLETES: readonly Athlete[] = PEOPLE.map((person) => ({
  ffa_id: person.id,
  name: person.name,
  birth_year: typeof person.born === "number" ? person.born : null,
  birth_year_min: typeof person.born === "number" ? null : person.born[0],
  birth_year_max: typeof person.born === "number" ? null : person.born[1],
  sex: person.sex,
  nationality: "FRA",
  category: person.category,
  club: person.club && { ffa_number: person.club[0], name: person.club[1] },
  first_season: 2015,
  last_season: 2026,
  url: `https://federation.invalid/athletes/${person.id}`,
}));

type Race = [event: string, discipline: AthleteRecord["discipline"], meters: number, mark: number];

/** Marks, in hundredths, of a runner of 3'20 per km over 10 km. */
const RACES: readonly Race[] = [
  ["100m", "track", 100, 1342],
  ["800m", "track", 800, 12_410],
  ["1 500m", "track", 1500, 25_230],
  ["1 500m Piste Courte", "short-track", 1500, 25_811],
  ["5 000m", "track", 5000, 95_640],
  ["5 Km Route", "road", 5000, 96_800],
  ["10 Km Route", "road", 10_000, 200_000],
  ["1/2 Marathon", "road", 21_097.5, 446_300],
  ["Marathon", "road", 42_195, 948_700],
  ["15 Miles", "road", 24_140.16, 530_000],
];

/** The records of an invented athlete: each is a little slower than the one before. */
export function sampleRecords(ffaId: string): AthleteRecord[] {
  const slower = 1 + 0.035 * PEOPLE.findIndex(({ id }) => id === ffaId);
  const records = RACES.map(([event, discipline, distance, mark]): AthleteRecord => ({
    discipline,
    event,
    distance,
    is_running: true,
    unit: "hundredths",
    mark: Math.round(mark * slower / (discipline === "road" ? 100 : 1)) *
      (discipline === "road" ? 100 : 1),
    text: "",
    hand_timed: false,
    wind: distance === 100 ? 1.2 : null,
    chip_time: null,
    date: "2024-05-12",
    category: "SE",
    club: "Ac Exemple",
    league: "I-F",
    department: "075",
    place: "Lyon",
    is_best_at_distance: event !== "1 500m Piste Courte" && event !== "5 Km Route",
    is_best_in_discipline: true,
  }));
  const jump: AthleteRecord = {
    ...records[0] as AthleteRecord,
    discipline: "field",
    event: "Longueur",
    distance: null,
    is_running: false,
    unit: "centimeters",
    mark: 512,
    is_best_at_distance: false,
  };
  return [...records, jump];
}
