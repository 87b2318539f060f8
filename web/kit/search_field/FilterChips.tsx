import { YOUNGEST_LISTED } from "@mypacer/shared/domain/people/listed_age.ts";
import { AGE_CATEGORIES, categoryLabel } from "@mypacer/shared/domain/people/category.ts";
import type { ResultCounts } from "@mypacer/shared/contract/athlete.ts";
import type { AthleteFilters } from "../addresses/search_filters.ts";
import { formatCount } from "../language/format.ts";
import type { Language } from "../language/language.ts";

/** Categories offered as links, those with most people; all are in the form of the filters. */
const MOST_CATEGORIES = 4;

/** A filter as a link. */
export interface Chip {
  text: string;
  /** How many it leaves; null where not counted. */
  count: number | null;
  href: string;
  isChosen: boolean;
}

/** Filters as links, with how many each leaves: no button to press, with or without scripts. */
export function Chips({ label, language, chips }: {
  label: string;
  language: Language;
  chips: readonly Chip[];
}) {
  return (
    <nav aria-label={label}>
      <ul class="facets">
        {chips.map(({ text, count, href, isChosen }) => (
          <li key={text}>
            <a
              class="facet"
              rel="nofollow"
              href={href}
              aria-current={isChosen ? "true" : undefined}
            >
              {text}
              {count !== null && <span class="facet-count">{formatCount(count, language)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Sex, and the most frequent age categories, as links. */
export function FilterChips({ language, texts, filters, counts, address }: {
  language: Language;
  texts: { filters: string; anySex: string; women: string; men: string };
  filters: AthleteFilters;
  counts: ResultCounts | null;
  /** Address of the same list with other filters. */
  address: (filters: AthleteFilters) => string;
}) {
  const { sex, category } = filters;
  // A search counts its results alone: what a filter refused is not known, and not 0.
  const count = (name: "sex" | "category", value: string) =>
    counts === null ? null : counts[name][value] ?? (filters[name] === null ? 0 : null);
  const sexes: Chip[] = ([[null, texts.anySex], ["F", texts.women], ["M", texts.men]] as const)
    .map(([value, text]) => ({
      text,
      count: value === null ? null : count("sex", value),
      href: address({ ...filters, sex: value }),
      isChosen: sex === value,
    }));
  const frequent = Object.entries(counts?.category ?? {})
    .sort(([, a], [, b]) => b - a).slice(0, MOST_CATEGORIES).map(([code]) => code);
  const categories: Chip[] = AGE_CATEGORIES
    .filter(({ code }) => code === category || category === null && frequent.includes(code))
    .map(({ code }) => ({
      text: categoryLabel(code, language),
      count: count("category", code),
      // The chosen one is a link that takes it away.
      href: address({ ...filters, category: code === category ? null : code }),
      isChosen: code === category,
    }));
  return <Chips label={texts.filters} language={language} chips={[...sexes, ...categories]} />;
}

/** Place of the youngest category that is listed unless the operator says otherwise. */
const FIRST_LISTED = AGE_CATEGORIES.findIndex(({ code }) => code === YOUNGEST_LISTED);

/**
 * Options of a list of categories, with how many each leaves where they are counted; those below
 * the youngest that is listed only where somebody of them is, or where one is chosen.
 */
export function categoryOptions(
  { language, any, chosen, counts }: {
    language: Language;
    any: string;
    chosen: string | null;
    counts: Readonly<Record<string, number>> | null;
  },
): [value: string, text: string][] {
  const offered = AGE_CATEGORIES.filter(({ code }, place) =>
    place >= FIRST_LISTED || code === chosen || (counts?.[code] ?? 0) > 0
  );
  return [
    ["", any],
    ...offered.map(({ code }): [string, string] => {
      const label = categoryLabel(code, language);
      const count = counts?.[code] ?? 0;
      return [code, counts === null ? label : `${label} (${formatCount(count, language)})`];
    }),
  ];
}
