import type { Athlete } from "@mypacer/shared/contract/athlete.ts";
import { categoryLabel } from "@mypacer/shared/domain/people/category.ts";
import { clubTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { searchPageTexts } from "../search/texts.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { type TableState, withAthlete } from "../../kit/table_state/table_state.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
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

/** Athletes of a club: each a plain link that lays them over the table. */
export function ClubMembers({ language, number, state, season, athletes, start }: {
  language: Language;
  number: string;
  state: TableState;
  /** The season shown; null for all of them. */
  season: number | null;
  athletes: readonly Athlete[];
  /** Number of the first among all. */
  start: number;
}) {
  const t = searchPageTexts(language);
  const full = state.athletes.length >= MAX_ATHLETES;
  return (
    <ol class="results" start={start}>
      {athletes.map((athlete) => {
        const taken = state.athletes.includes(athlete.ffa_id);
        const line = (
          <>
            <span class="athlete-name">{athlete.name}</span>
            <span class="athlete-facts">{memberFacts(athlete, { number, season, language })}</span>
          </>
        );
        return (
          <li key={athlete.ffa_id}>
            {taken || full
              ? (
                <span class="result">
                  {line}
                  {taken && <span class="athlete-taken">{t.chosen}</span>}
                </span>
              )
              : (
                <a
                  class="result"
                  rel="nofollow"
                  href={PATHS[language].table + stateSearch(withAthlete(state, athlete.ffa_id))}
                >
                  {line}
                  <span class="result-add" aria-hidden="true">{t.add.table}</span>
                </a>
              )}
          </li>
        );
      })}
    </ol>
  );
}
