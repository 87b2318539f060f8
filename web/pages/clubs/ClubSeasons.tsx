import type { ClubDetail, ClubSeason } from "@mypacer/shared/contract/club.ts";
import { clubTexts } from "./texts.ts";
import { formatCount } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { CLUB_FILTERS, clubSearch } from "./club_filters.ts";
import { clubPaths } from "../../kit/addresses/club_address.ts";

/** Height of a column, in units of its picture. */
const HEIGHT = 100;
/** With more columns than this not every year is labelled. */
const CROWDED = 12;

/** Seasons from the first to the last, empty ones included, so that gaps are visible. */
function everySeason(seasons: readonly ClubSeason[]): ClubSeason[] {
  const known = new Map(seasons.map(({ season, athletes }) => [season, athletes]));
  const first = Math.min(...known.keys());
  const last = Math.max(...known.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    season: first + index,
    athletes: known.get(first + index) ?? 0,
  }));
}

/** Athletes by season, folded above the athletes: a bar chart, and the same figures as links. */
export function ClubSeasons({ language, club, state }: {
  language: Language;
  club: ClubDetail;
  state: TableState;
}) {
  const t = clubTexts(language).club;
  const path = clubPaths(club.ffa_number)[language];
  const seasons = everySeason(club.seasons);
  const most = seasons.reduce((a, b) => b.athletes > a.athletes ? b : a);
  const last = seasons.at(-1) ?? most;
  return (
    <details class="filters seasons">
      <summary>{t.seasons}</summary>
      <p>
        {t.seasonsSummary(
          formatCount(last.athletes, language),
          last.season,
          formatCount(most.athletes, language),
          most.season,
        )}
      </p>
      <div class="season-columns" aria-hidden="true">
        {seasons.map(({ season, athletes }) => (
          <div key={season} class="season-column">
            <span class="season-count">{formatCount(athletes, language)}</span>
            <svg viewBox={`0 0 10 ${HEIGHT}`} preserveAspectRatio="none">
              <rect
                class="season-bar"
                width="10"
                height={HEIGHT * athletes / most.athletes}
                y={HEIGHT - HEIGHT * athletes / most.athletes}
              />
            </svg>
            <span
              class={seasons.length > CROWDED && (last.season - season) % 5 !== 0
                ? "season-year season-year-wide"
                : "season-year"}
            >
              {season}
            </span>
          </div>
        ))}
      </div>
      <table class="season-table">
        <thead>
          <tr>
            <th scope="col">{t.season}</th>
            <th scope="col">{t.licensed}</th>
          </tr>
        </thead>
        <tbody>
          {club.seasons.map(({ season, athletes }) => (
            <tr key={season}>
              <th scope="row">
                <a
                  rel="nofollow"
                  href={path +
                    clubSearch({ filters: { ...CLUB_FILTERS.first, season }, page: 1, state })}
                >
                  {season}
                </a>
              </th>
              <td>{formatCount(athletes, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
