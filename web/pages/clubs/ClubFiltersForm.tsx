import type { ClubDetail } from "@mypacer/shared/contract/club.ts";
import type { ResultCounts } from "@mypacer/shared/contract/athlete.ts";
import { clubTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { searchPageTexts } from "../search/texts.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { CLUB_FILTERS, type ClubFilters } from "./club_filters.ts";
import { clubPaths } from "../../kit/addresses/club_address.ts";
import { QUERY_LIMITS } from "../../kit/forms/limits.ts";
import { TextField } from "../../kit/forms/TextField.tsx";
import { categoryOptions } from "../../kit/search_field/FilterChips.tsx";
import { SelectField } from "../../kit/forms/SelectField.tsx";
import { stateParameters } from "../../kit/table_state/table_fields.ts";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";

/** Filters for the athletes of a club, as a GET form. */
export function ClubFiltersForm({ language, club, state, filters, counts, refused }: {
  language: Language;
  club: ClubDetail;
  state: TableState;
  filters: ClubFilters;
  /** Athletes by filter; null where not counted. */
  counts: ResultCounts | null;
  /** The name cannot be searched for. */
  refused: boolean;
}) {
  const search = searchPageTexts(language);
  const t = clubTexts(language).club;
  const { fields } = CLUB_FILTERS;
  const [last] = club.seasons;
  // Chosen by links, and kept by the form.
  const linked = (["sex", "letter"] as const).map((key): [string, string] => [
    fields[key].name,
    filters[key] ?? "",
  ]).filter(([, text]) => text !== "");
  return (
    <form
      class="filters"
      method="get"
      action={clubPaths(club.ffa_number)[language]}
      data-live="main"
    >
      <HiddenInputs
        parameters={[...linked, ...stateParameters(state)]}
      />
      <div class="filters-fields">
        <TextField
          id="filter-name"
          name={fields.query.name}
          label={t.searchInside}
          defaultValue={filters.query}
          maxLength={QUERY_LIMITS.max}
          problem={refused ? t.searchRefused : undefined}
        />
        <SelectField
          id="filter-season"
          name={fields.season.name}
          label={t.season}
          chosen={filters.season === "last" || filters.season === last?.season
            ? ""
            : String(filters.season)}
          options={[
            ...club.seasons.map(({ season }, index): [string, string] =>
              index === 0 ? ["", t.lastSeason(season)] : [String(season), String(season)]
            ),
            ["all", t.allSeasons],
          ]}
        />
        <SelectField
          id="filter-category"
          name={fields.category.name}
          label={search.category}
          chosen={filters.category ?? ""}
          options={categoryOptions({
            language,
            any: search.anyCategory,
            chosen: filters.category,
            counts: counts?.category ?? null,
          })}
        />
        <button class="button" type="submit">{t.apply}</button>
      </div>
    </form>
  );
}
