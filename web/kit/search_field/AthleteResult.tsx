import type { ComponentChildren } from "preact";
import type { ClubRef } from "@mypacer/shared/contract/club.ts";
import { athleteAddress } from "../addresses/athlete_address.ts";
import { targetAddress } from "../addresses/search_address.ts";
import type { SearchTarget } from "../addresses/search_target.ts";
import { MAX_ATHLETES } from "../forms/limits.ts";
import type { Language } from "../language/language.ts";
import { type TableState, withAthlete } from "../table_state/table_state.ts";
import { textsOf } from "../texts/texts.ts";
import { ClubLink } from "./ClubLink.tsx";

/**
 * An athlete in a list of results: a link that chooses them, and beside it one to their page and
 * one to their club.
 */
export function AthleteResult({ language, state, target, athlete, add, club, children }: {
  language: Language;
  state: TableState;
  /** Where choosing leads. */
  target: SearchTarget;
  athlete: { ffa_id: string; name: string };
  /** What choosing does. */
  add: string;
  /** The club to link to; null for none, or for that of the page. */
  club: ClubRef | null;
  /** Name and facts. */
  children: ComponentChildren;
}) {
  const { search, athletes } = textsOf(language);
  const isChosen = state.athletes.includes(athlete.ffa_id);
  return (
    <li class="result-line">
      {isChosen || state.athletes.length >= MAX_ATHLETES
        ? (
          <span class="result">
            {children}
            {isChosen && <span class="athlete-taken">{search.chosen}</span>}
          </span>
        )
        : (
          <a
            class="result"
            rel="nofollow"
            href={targetAddress(language, { state: withAthlete(state, athlete.ffa_id), target })}
          >
            {children}
            <span class="result-add" aria-hidden="true">{add}</span>
          </a>
        )}
      <a
        class="result-link"
        rel="nofollow"
        href={athleteAddress(language, athlete.ffa_id, { state })}
        title={athletes.profileOf(athlete.name)}
      >
        <span aria-hidden="true">{athletes.profile}</span>
        <span class="hidden">{athletes.profileOf(athlete.name)}</span>
      </a>
      <ClubLink language={language} state={state} club={club} />
    </li>
  );
}
