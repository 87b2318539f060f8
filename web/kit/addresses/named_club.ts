import type { AthletePage } from "@mypacer/shared/contract/athlete.ts";
import type { ClubRef } from "@mypacer/shared/contract/club.ts";

/**
 * The club that a search names: by its number, or by words that match the club of the first result.
 */
export function namedClub(
  { items, understood }: Pick<AthletePage, "items" | "understood">,
): ClubRef | null {
  if (understood.club !== null) return understood.club;
  return understood.club_words.length > 0 ? items[0]?.club ?? null : null;
}
