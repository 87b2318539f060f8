import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import { useSignal } from "@preact/signals";
import { AthleteSearch } from "./AthleteSearch.tsx";
import type { Language } from "../language/language.ts";
import { type TableState, withAthlete } from "../table_state/table_state.ts";
import { type SearchTarget, TO_TABLE } from "../addresses/search_target.ts";
import { targetAddress } from "../addresses/search_address.ts";

/** Initial state of the search field. */
export interface SearchBoxProps {
  language: Language;
  state: TableState;
  query: string;
  problem: string | null;
  /** Where choosing an athlete leads; to the table by default. */
  target?: SearchTarget;
  label?: string;
}

/** The athlete search on pages without a table: choosing leads to the table, or to a comparison. */
export default function SearchBox(
  { language, state, query, problem, target = TO_TABLE, label }: SearchBoxProps,
) {
  const announcement = useSignal("");
  const choose = (hit: AthleteHit) => {
    location.assign(targetAddress(language, { state: withAthlete(state, hit.ffa_id), target }));
  };
  return (
    <>
      <AthleteSearch
        language={language}
        state={state}
        target={target}
        label={label}
        query={query}
        problem={problem ?? undefined}
        choose={choose}
        announce={(text) => announcement.value = text}
      />
      <p class="hidden" role="status">{announcement.value}</p>
    </>
  );
}
