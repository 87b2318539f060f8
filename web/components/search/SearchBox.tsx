import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import { useSignal } from "@preact/signals";
import { AthleteSearch } from "./AthleteSearch.tsx";
import { type Language, PATHS } from "../../i18n/language.ts";
import { type BoardState, stateSearch, withAthlete } from "../../state/board_state.ts";

/** What the search field starts from. */
export interface SearchBoxProps {
  language: Language;
  state: BoardState;
  query: string;
  problem: string | null;
}

/** The athlete search on pages without a table: choosing leads to the table. */
export default function SearchBox({ language, state, query, problem }: SearchBoxProps) {
  const said = useSignal("");
  const choose = (hit: AthleteHit) => {
    location.assign(`${PATHS[language].home}${stateSearch(withAthlete(state, hit.ffa_id))}`);
  };
  return (
    <>
      <AthleteSearch
        language={language}
        state={state}
        query={query}
        problem={problem ?? undefined}
        choose={choose}
        announce={(text) => said.value = text}
      />
      <p class="hidden" role="status">{said.value}</p>
    </>
  );
}
