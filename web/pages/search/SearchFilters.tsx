import type { ResultCounts } from "@mypacer/shared/contract/athlete.ts";
import { FIRST_SEASON } from "@mypacer/shared/domain/people/season.ts";
import type { Language } from "../../kit/language/language.ts";
import { searchPageTexts } from "./texts.ts";
import { SEARCH_FILTERS, type SearchFilters } from "../../kit/addresses/search_filters.ts";
import { categoryOptions } from "../../kit/search_field/FilterChips.tsx";
import { SEARCH_FORM } from "../../kit/search_field/AthleteSearch.tsx";
import { SelectField } from "../../kit/forms/SelectField.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";

/** Filters of a search: fields of the search's own form, so that one button sends all. */
export function SearchFiltersPanel({ language, filters, season, counts }: {
  language: Language;
  filters: SearchFilters;
  /** The latest season to choose. */
  season: number;
  /** Results by filter; null where not counted. */
  counts: ResultCounts | null;
}) {
  const t = searchPageTexts(language);
  const field = (name: keyof SearchFilters) => ({
    id: `filter-${name}`,
    name: SEARCH_FILTERS.fields[name].name,
    form: SEARCH_FORM,
  });
  const seasons = Array.from({ length: season - FIRST_SEASON + 1 }, (_, index) => season - index);
  return (
    <details class="filters" data-live="h1, #found" open={SEARCH_FILTERS.search(filters) !== ""}>
      <summary>{t.filters}</summary>
      <div class="filters-fields">
        <TextField
          {...field("club")}
          label={t.club}
          defaultValue={filters.club}
          maxLength={80}
          help={t.clubHelp}
          wide
        />
        <SelectField
          {...field("sex")}
          label={t.sex}
          chosen={filters.sex ?? ""}
          options={[["", t.anySex], ["F", t.women], ["M", t.men]]}
        />
        <SelectField
          {...field("category")}
          label={t.category}
          chosen={filters.category ?? ""}
          options={categoryOptions({
            language,
            any: t.anyCategory,
            chosen: filters.category,
            // With a category chosen, the others are not counted.
            counts: filters.category === null ? counts?.category ?? null : null,
          })}
        />
        <SelectField
          {...field("since")}
          label={t.since}
          chosen={filters.since === null ? "" : String(filters.since)}
          options={[
            ["", t.anySeason],
            ...seasons.map((year): [string, string] => [String(year), `${year - 1}–${year}`]),
          ]}
        />
        <button class="button" type="submit" form={SEARCH_FORM}>{t.applyFilters}</button>
      </div>
    </details>
  );
}
