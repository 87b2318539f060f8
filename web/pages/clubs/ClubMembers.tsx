import type { Athlete, MatchSpan } from "@mypacer/shared/contract/athlete.ts";
import { categoryLabel } from "@mypacer/shared/domain/people/category.ts";
import { clubTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { AthleteName } from "../../kit/athletes/AthleteLine.tsx";
import { AthleteResult } from "../../kit/search_field/AthleteResult.tsx";
import { TO_TABLE } from "../../kit/addresses/search_target.ts";
import { searchPageTexts } from "../search/texts.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { bornText } from "../../kit/athletes/shown_athlete.ts";

/**
 * Facts about an athlete on a club's page: those that distinguish homonyms, and the present club of
 * those who left.
 */
function memberFacts(
  athlete: Athlete,
  { number, season, language }: { number: string; season: number | null; language: Language },
): string {
  const search = searchPageTexts(language);
  const t = clubTexts(language).club;
  const born = bornText(athlete);
  return [
    athlete.category === null ? null : categoryLabel(athlete.category, language),
    born === null ? search.bornUnknown : search.born(athlete.sex, born),
    athlete.club?.ffa_number === number ? null : t.present(athlete.club?.name ?? null),
    season === null || athlete.last_season > season ? t.until(athlete.last_season) : null,
  ].filter((fact) => fact !== null).join(" · ");
}

/** Athletes of a club: each leads to the table and to their page. */
export function ClubMembers({ language, number, state, season, athletes, start }: {
  language: Language;
  number: string;
  state: TableState;
  /** The season shown; null for all of them. */
  season: number | null;
  athletes: readonly (Athlete & { match?: readonly MatchSpan[] })[];
  /** Number of the first among all. */
  start: number;
}) {
  const add = searchPageTexts(language).add.table;
  return (
    <ol class="results" start={start}>
      {athletes.map((athlete) => (
        <AthleteResult
          key={athlete.ffa_id}
          {...{ language, state, athlete, add }}
          target={TO_TABLE}
          club={null}
        >
          <AthleteName name={athlete.name} match={athlete.match ?? []} />
          <span class="athlete-facts">{memberFacts(athlete, { number, season, language })}</span>
        </AthleteResult>
      ))}
    </ol>
  );
}
