import type { ClubRef } from "@mypacer/shared/contract/club.ts";
import { clubTexts } from "../../pages/clubs/texts.ts";
import type { Language } from "./language.ts";
import { namedClubText } from "../search_field/named_club_text.ts";
import type { BoardState } from "../table_state/table_state.ts";
import { clubAddress } from "./club_address.ts";

/** The way from a search result to its club: beside the result, which is a link of its own. */
export function ClubLink({ language, state, club }: {
  language: Language;
  state: BoardState;
  club: ClubRef | null;
}) {
  if (club === null) return null;
  const t = clubTexts(language).club;
  return (
    <a
      class="result-club"
      rel="nofollow"
      href={clubAddress(language, club.ffa_number, { state })}
      title={t.pageOf(club.name)}
    >
      <span aria-hidden="true">Club</span>
      <span class="hidden">Club {club.name}</span>
    </a>
  );
}

/** The club that a search names. */
export function NamedClub({ language, state, club }: {
  language: Language;
  state: BoardState;
  club: ClubRef;
}) {
  return (
    <p class="notice notice-plain named-club">
      <a rel="nofollow" href={clubAddress(language, club.ffa_number, { state })}>
        {namedClubText(club.name, language)}
      </a>
    </p>
  );
}
