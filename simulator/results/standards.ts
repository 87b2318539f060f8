import type { Sex } from "../names/given_names.ts";
import { standardTime } from "./runner.ts";

/**
 * Who takes part in an event that is not plain running, and what the world's best is worth there.
 */
export type Standard = {
  /** Seconds, meters or points of the world's best level. */
  best: Record<Sex, number>;
  /** Ages that compete in it, by sex; null where that sex does not. */
  ages: Record<Sex, readonly [number, number] | null>;
};

/** Everyone old enough. */
const FROM_12 = [12, 80] as const;
const FROM_16 = [16, 80] as const;
const FROM_18 = [18, 75] as const;
const FROM_20 = [20, 75] as const;
const BENJAMIN = [10, 13] as const;
const MINIME = [14, 15] as const;
const CADET = [16, 17] as const;
const JUNIOR = [18, 19] as const;
const YOUTH = [14, 17] as const;

type Ages = readonly [number, number] | null;

/**
 * Label, best of men and of women, ages of men and of women. Heights, weights and ages: rules of
 * 2025.
 */
const MEASURED: readonly (readonly [string, number, number, Ages, Ages])[] = [
  ["Hauteur", 2.45, 2.1, FROM_12, FROM_12],
  ["Hauteur - Salle", 2.43, 2.08, FROM_12, FROM_12],
  ["Perche", 6.3, 5.06, FROM_12, FROM_12],
  ["Perche - Salle", 6.2, 5.03, FROM_12, FROM_12],
  ["Longueur", 8.95, 7.52, [7, 80], [7, 80]],
  ["Longueur - Salle", 8.79, 7.37, FROM_12, FROM_12],
  ["Triple saut", 18.29, 15.7, FROM_12, FROM_12],
  ["Triple saut - Salle", 18.07, 15.7, FROM_12, FROM_12],
  ["Poids (2 kg)", 18, 17, [10, 11], BENJAMIN],
  ["Poids (3 kg)", 22, 21.5, BENJAMIN, YOUTH],
  ["Poids (3 kg) - Salle", 22, 21.5, BENJAMIN, YOUTH],
  ["Poids (4 kg)", 23, 22.6, MINIME, FROM_18],
  ["Poids (5 kg)", 24, 19, CADET, null],
  ["Poids (5 kg) - Salle", 24, 19, CADET, null],
  ["Poids (6 kg)", 23.5, 18, JUNIOR, null],
  ["Poids (6 kg) - Salle", 23.5, 18, JUNIOR, null],
  ["Poids (7.26 kg)", 23.5, 17, FROM_20, null],
  ["Poids (7 kg) - Salle", 22.8, 17, FROM_20, null],
  ["Disque (0.8 kg)", 70, 66, BENJAMIN, MINIME],
  ["Disque (1 kg)", 75, 76, MINIME, FROM_16],
  ["Disque (1.5 kg)", 75, 60, CADET, null],
  ["Disque (1.75 kg)", 74, 58, JUNIOR, null],
  ["Disque (2 kg)", 75, 55, FROM_20, null],
  ["Marteau (3 kg)", 80, 76, BENJAMIN, YOUTH],
  ["Marteau (4 kg)", 82, 82, MINIME, FROM_18],
  ["Marteau (5 kg)", 87, 70, CADET, null],
  ["Marteau (6 kg)", 85, 68, JUNIOR, null],
  ["Marteau (7.26 kg)", 86, 65, FROM_20, null],
  ["Javelot (500 g)", 70, 66, BENJAMIN, YOUTH],
  ["Javelot (600 g)", 80, 72, MINIME, FROM_18],
  ["Javelot (700 g)", 88, 60, CADET, null],
  ["Javelot (800 g)", 98, 60, FROM_18, null],
  ["Triathlon", 140, 135, BENJAMIN, BENJAMIN],
  ["Triathlon BM", 130, 126, BENJAMIN, BENJAMIN],
  ["Tétrathlon Disque BM", 3200, 3100, BENJAMIN, null],
  ["Pentathlon", 4500, 5055, MINIME, FROM_16],
  ["Heptathlon", 6600, 7290, FROM_18, FROM_16],
  ["Octathlon", 6900, 5500, CADET, null],
  ["Décathlon", 9120, 7800, FROM_18, null],
  ["24 Heures", 319_000, 278_000, [30, 70], [30, 70]],
  ["Heure Marche", 15_500, 13_900, FROM_16, FROM_16],
  ["4 X 60m", 26, 28, [7, 15], [7, 15]],
  ["4 X 100m", 37, 41, FROM_16, FROM_16],
  ["4 X 200m", 79, 88, FROM_16, FROM_16],
  ["4 X 400m", 174, 195, FROM_16, FROM_16],
  ["4 X 1 000m", 545, 610, FROM_12, FROM_12],
  ["Relais Medley Long (1200-400-800-1600)", 555, 630, FROM_16, FROM_16],
  ["Ekiden", 7200, 7900, FROM_16, FROM_16],
];

/** Hurdles and steeple: label, how much slower than the flat, ages of men and of women. */
const OVER_BARRIERS: readonly (readonly [string, number, Ages, Ages])[] = [
  ["1500m Steeple (76)", 1.09, null, YOUTH],
  ["1500m Steeple (91)", 1.08, CADET, null],
  ["2000m Steeple (76)", 1.09, null, [18, 60]],
  ["2000m Steeple (84)", 1.08, CADET, null],
  ["2000m Steeple (91)", 1.08, JUNIOR, null],
  ["3000m Steeple (76)", 1.09, null, FROM_20],
  ["3000m Steeple (91)", 1.08, FROM_20, null],
  ["50m Haies (76)", 1.25, BENJAMIN, BENJAMIN],
  ["80m Haies (76)", 1.25, null, MINIME],
  ["100m Haies (76)", 1.2, null, CADET],
  ["100m Haies (84)", 1.22, MINIME, FROM_18],
  ["110m Haies (91)", 1.2, CADET, null],
  ["110m Haies (99)", 1.21, JUNIOR, null],
  ["110m Haies (106)", 1.22, FROM_20, null],
  ["200m Haies (76)", 1.16, MINIME, MINIME],
  ["320m Haies (76)", 1.12, null, CADET],
  ["320m Haies (84)", 1.12, CADET, null],
  ["400m Haies (76)", 1.08, null, FROM_16],
  ["400m Haies (84)", 1.08, CADET, null],
  ["400m Haies (91)", 1.08, FROM_18, null],
  ["50m Haies (76)-Salle", 1.25, BENJAMIN, YOUTH],
  ["50m Haies (84)-Salle", 1.22, MINIME, FROM_18],
  ["50m Haies (91)-Salle", 1.22, CADET, null],
  ["50m Haies(106)-Salle", 1.23, FROM_20, null],
  ["60m Haies (76)-Salle", 1.24, null, YOUTH],
  ["60m Haies (84)-Salle", 1.22, MINIME, FROM_18],
  ["60m Haies (91)-Salle", 1.22, CADET, null],
  ["60m Haies(106)-Salle", 1.23, FROM_20, null],
];

/** Walking takes this much longer than running at the world's best level. */
const WALKING = 1.38;

/** Standards by label of the events of {@link MEASURED} and {@link OVER_BARRIERS}. */
const BY_LABEL = new Map<string, Standard>([
  ...MEASURED.map(([label, men, women, ofMen, ofWomen]): [string, Standard] => [
    label,
    { best: { M: men, F: women }, ages: { M: ofMen, F: ofWomen } },
  ]),
  ...OVER_BARRIERS.map(([label, slower, ofMen, ofWomen]): [string, Standard] => {
    const distance = parseInt(label);
    const best = (sex: Sex) => standardTime(distance, sex) * slower;
    return [label, { best: { M: best("M"), F: best("F") }, ages: { M: ofMen, F: ofWomen } }];
  }),
]);

/**
 * The standard of an event other than plain running, or null if nobody holds records in it.
 *
 * @param distance Meters of a walking race, else not needed.
 */
export function findStandard(label: string, distance: number | null): Standard | null {
  const standard = BY_LABEL.get(label);
  if (standard !== undefined) return standard;
  if (!/Marche/.test(label) || distance === null) return null;
  const ages = distance > 10_000 ? FROM_20 : FROM_12;
  return {
    best: {
      M: standardTime(distance, "M") * WALKING,
      F: standardTime(distance, "F") * WALKING,
    },
    ages: { M: ages, F: ages },
  };
}
