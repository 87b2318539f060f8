import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import type { Language } from "../../kit/language/language.ts";
import { searchPageTexts } from "./texts.ts";
import { type TableState, withAthlete } from "../../kit/table_state/table_state.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import type { SearchTarget } from "../../kit/addresses/search_target.ts";
import { AthleteLine } from "../../kit/athletes/AthleteLine.tsx";
import { ClubLink } from "../../kit/search_field/ClubLink.tsx";
import { targetAddress } from "../../kit/addresses/search_address.ts";

/** The athletes found: each a plain link that lays them over the table, or compares them. */
export function SearchResults({ language, state, target, hits, start }: {
  language: Language;
  state: TableState;
  target: SearchTarget;
  hits: readonly AthleteHit[];
  /** Number of the first among all results. */
  start: number;
}) {
  const t = searchPageTexts(language);
  const full = state.athletes.length >= MAX_ATHLETES;
  return (
    <ol class="results" start={start}>
      {hits.map((hit) => {
        const taken = state.athletes.includes(hit.ffa_id);
        return (
          <li key={hit.ffa_id}>
            {taken || full
              ? (
                <span class="result">
                  <AthleteLine hit={hit} language={language} />
                  {taken && <span class="athlete-taken">{t.chosen}</span>}
                </span>
              )
              : (
                <a
                  class="result"
                  rel="nofollow"
                  href={targetAddress(language, { state: withAthlete(state, hit.ffa_id), target })}
                >
                  <AthleteLine hit={hit} language={language} />
                  <span class="result-add" aria-hidden="true">{t.add[target.page]}</span>
                </a>
              )}
            <ClubLink language={language} state={state} club={hit.club} />
          </li>
        );
      })}
    </ol>
  );
}
