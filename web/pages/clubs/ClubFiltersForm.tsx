import type { ClubDetail } from "@mypacer/shared/contract/club.ts";
import { AGE_CATEGORIES, categoryLabel } from "@mypacer/shared/domain/people/category.ts";
import { clubTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { searchPageTexts } from "../search/texts.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { CLUB_FILTERS, type ClubFilters } from "./club_filters.ts";
import { clubPaths } from "../../kit/addresses/club_address.ts";
import { SelectField } from "../../kit/forms/SelectField.tsx";
import { stateParameters } from "../../kit/table_state/table_fields.ts";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";

/** Filters for the athletes of a club, as a GET form. */
export function ClubFiltersForm({ language, club, state, filters }: {
  language: Language;
  club: ClubDetail;
  state: TableState;
  filters: ClubFilters;
}) {
  const search = searchPageTexts(language);
  const t = clubTexts(language).club;
  const { fields } = CLUB_FILTERS;
  const [last] = club.seasons;
  return (
    <form class="filters" method="get" action={clubPaths(club.ffa_number)[language]}>
      <HiddenInputs parameters={stateParameters(state)} />
      <div class="filters-fields">
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
          id="filter-sex"
          name={fields.sex.name}
          label={search.sex}
          chosen={filters.sex ?? ""}
          options={[["", search.anySex], ["F", search.women], ["M", search.men]]}
        />
        <SelectField
          id="filter-category"
          name={fields.category.name}
          label={search.category}
          chosen={filters.category ?? ""}
          options={[
            ["", search.anyCategory],
            ...AGE_CATEGORIES.map(({ code }): [string, string] => [
              code,
              categoryLabel(code, language),
            ]),
          ]}
        />
        <button class="button" type="submit">{t.apply}</button>
      </div>
    </form>
  );
}
