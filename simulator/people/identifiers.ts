import { draw, hash } from "../chance/draw.ts";

/** Federation ids lie above those of real people, who have fewer digits. */
const FIRST_ID = 70_000_000;
/** Largest prime below 10^7: multiplying modulo a prime gives every id once and can be undone. */
const ID_RANGE = 9_999_991;
/** Id of person 0 above the first, whatever the seed. */
const ID_SHIFT = 1_989;
/** License numbers: seven digits from here on, spread by multiplying modulo another prime. */
const FIRST_LICENSE = 1_000_000;
const LICENSE_RANGE = 8_999_993;
const LICENSE_FACTOR = 5_915_587;

/** Most people whose ids and license numbers differ. */
export const MAX_PEOPLE = 5_000_000;

/** Shares of people with a letter before the number, with somebody else's number, without one. */
const LETTER = 0.01;
const DUPLICATE = 0.0005;
const WITHOUT = 0.005;

/** What draws are for: another number for each keeps them apart. */
const PURPOSE = {
  idFactor: 1,
  licenseForm: 31,
} as const;

/** What ids of one federation are multiplied by; never 0 or 1 modulo the prime. */
function factorOf(seed: number): number {
  return 2 + hash(seed, PURPOSE.idFactor) % (ID_RANGE - 3);
}

/** `base` to the power `exponent`, modulo the range of ids, by repeated squaring. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let square = base, left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result * square % ID_RANGE;
    square = square * square % ID_RANGE;
  }
  return result;
}

/** The factor that undoes one, by Fermat's little theorem; kept for the seed used last. */
let inverse = { seed: Number.NaN, factor: 1 };

/** Federation id of a person: eight digits, in no visible order. */
export function idOf(person: number, seed: number): string {
  return String(FIRST_ID + (person * factorOf(seed) + ID_SHIFT) % ID_RANGE);
}

/** Place of the person with an id, or null for what is no id of this simulator. */
export function personOf(ffaId: string, seed: number): number | null {
  const offset = Number(ffaId) - FIRST_ID;
  if (!/^\d{8}$/.test(ffaId) || offset < 0 || offset >= ID_RANGE) return null;
  if (inverse.seed !== seed) inverse = { seed, factor: power(factorOf(seed), ID_RANGE - 2) };
  return (offset - ID_SHIFT + ID_RANGE) % ID_RANGE * inverse.factor % ID_RANGE;
}

/**
 * License number of a person. Most are unique; a few carry the number of another, as bad data do,
 * a few have a letter in front, and a few are missing.
 */
export function licenseOf(person: number, key: number): string | null {
  const form = draw(key, PURPOSE.licenseForm);
  if (form < WITHOUT) return null;
  if (form < WITHOUT + LETTER) return `T${100_000 + person % 900_000}`;
  const owner = form < WITHOUT + LETTER + DUPLICATE && person > 0 ? person - 1 : person;
  return String(FIRST_LICENSE + owner * LICENSE_FACTOR % LICENSE_RANGE);
}
