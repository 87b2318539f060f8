import type { Club } from "@mypacer/shared/contract/club.ts";
import { departmentLabel } from "@mypacer/shared/domain/people/department.ts";
import { leagueLabel } from "@mypacer/shared/domain/people/league.ts";
import { clubTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";

/** Facts about a club: league, department, seasons, number. */
export function clubFacts(club: Club, language: Language): string {
  const t = clubTexts(language).club;
  return [
    club.department === null ? null : departmentLabel(club.department),
    club.league === null ? null : t.league(leagueLabel(club.league)),
    t.seasonsRange(club.first_season, club.last_season),
    t.number(club.ffa_number),
  ].filter((fact) => fact !== null).join(" · ");
}
