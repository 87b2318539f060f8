import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import type { Language } from "../../kit/language/language.ts";
import { searchPageTexts } from "./texts.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import type { SearchTarget } from "../../kit/addresses/search_target.ts";
import { AthleteLine } from "../../kit/athletes/AthleteLine.tsx";
import { AthleteResult } from "../../kit/search_field/AthleteResult.tsx";

/** The results: each leads to the table or a comparison, to the athlete's page, and to the club. */
export function SearchResults({ language, state, target, hits, start }: {
  language: Language;
  state: TableState;
  target: SearchTarget;
  hits: readonly AthleteHit[];
  /** Number of the first among all results. */
  start: number;
}) {
  const add = searchPageTexts(language).add[target.page];
  return (
    <ol class="results" start={start}>
      {hits.map((hit) => (
        <AthleteResult
          key={hit.ffa_id}
          {...{ language, state, target, add }}
          athlete={hit}
          club={hit.club}
        >
          <AthleteLine hit={hit} language={language} />
        </AthleteResult>
      ))}
    </ol>
  );
}
