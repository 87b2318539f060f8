/**
 * A federation number of a club: six signs, of which the first three are the department. All are
 * digits, except the letter of a department of Corsica: `075999`, `02A135`.
 */
export const CLUB_NUMBER = /^\d[\dA-Z]{2}\d{3}$/;

/**
 * Reads the number of a club as typed or published, in capitals.
 *
 * @returns Null for anything else.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findClubNumber } from "./club_number.ts";
 * assertEquals(findClubNumber("075999"), "075999");
 * assertEquals(findClubNumber(" 02a135"), "02A135");
 * assertEquals(findClubNumber("75999"), null);
 * ```
 */
export function findClubNumber(text: string): string | null {
  const number = text.trim().toUpperCase();
  return CLUB_NUMBER.test(number) ? number : null;
}
