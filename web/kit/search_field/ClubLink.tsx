import type { ClubRef } from "@mypacer/shared/contract/club.ts";
import type { Language } from "../language/language.ts";
import { clubPageText, namedClubText } from "./named_club_text.ts";
import type { TableState } from "../table_state/table_state.ts";
import { clubAddress } from "../addresses/club_address.ts";

/** Link from a search result to its club, beside the link of the result itself. */
export function ClubLink({ language, state, club }: {
  language: Language;
  state: TableState;
  club: ClubRef | null;
}) {
  if (club === null) return null;
  return (
    <a
      class="result-link"
      rel="nofollow"
      href={clubAddress(language, club.ffa_number, state)}
      title={clubPageText(club.name, language)}
    >
      <span aria-hidden="true">Club</span>
      <span class="hidden">Club {club.name}</span>
    </a>
  );
}

/** The club that a search names. */
export function NamedClub({ language, state, club }: {
  language: Language;
  state: TableState;
  club: ClubRef;
}) {
  return (
    <p class="notice notice-plain named-club">
      <a rel="nofollow" href={clubAddress(language, club.ffa_number, state)}>
        {namedClubText(club.name, language)}
      </a>
    </p>
  );
}
