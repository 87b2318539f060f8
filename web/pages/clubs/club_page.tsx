import "./style.css";
import { clubTexts } from "./texts.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { searchPageTexts } from "../search/texts.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { CLUB_PAGE_SIZE, type ClubData } from "./load_club.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { type ClubFilters, clubSearch, LETTERS } from "./club_filters.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import { clubPaths } from "../../kit/addresses/club_address.ts";
import { clubFacts } from "./club_facts.ts";
import { ClubFiltersForm } from "./ClubFiltersForm.tsx";
import { ClubMembers } from "./ClubMembers.tsx";
import { ClubSeasons } from "./ClubSeasons.tsx";
import type { Language } from "../../kit/language/language.ts";
import { FilterChips } from "../../kit/search_field/FilterChips.tsx";
import { LIVE_SCRIPT } from "../../kit/tools/live_script.ts";
import { PageLinks } from "./page.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { PageScript } from "../../kit/frame/PageScript.tsx";

/** A club: its place, its athletes by season, and its members. */
export function ClubPage(data: ClubData) {
  const { language, facts, number, state, found } = data;
  const t = clubTexts(language).club;
  return (
    <Page
      language={language}
      name={null}
      paths={clubPaths(number)}
      search={clubSearch(data)}
      title={found === null ? t.failedTitle : found.club.name}
      description={found === null ? t.failed : t.description(found.club.name)}
      hidden
      preview={{ title: found === null ? t.failedTitle : found.club.name }}
      facts={facts}
    >
      {found === null
        ? <Hero heading={t.failedTitle} lead={t.failed} />
        : <Hero heading={found.club.name} lead={clubFacts(found.club, language)} />}
      <div class="wide club">
        {found && <Club {...data} found={found} />}
        <p class="results-links">
          <a class="action" href={PATHS[language].clubs + stateSearch(state)}>
            {clubTexts(language).clubs.label}
          </a>
          <a href={PATHS[language].table + stateSearch(state)}>
            {searchPageTexts(language).back.table}
          </a>
        </p>
      </div>
      <PageScript path={LIVE_SCRIPT} />
    </Page>
  );
}

/** First letters of names that anybody has, as links. */
function Letters({ language, letter, counts, address }: {
  language: Language;
  letter: string | null;
  counts: Readonly<Record<string, number>>;
  address: (letter: string | null) => string;
}) {
  const t = clubTexts(language).club;
  const present = LETTERS.filter((one) => one === letter || counts[one] !== undefined);
  if (present.length < 2 && letter === null) return null;
  return (
    <nav class="letters" aria-label={t.letters}>
      <ul class="facets">
        {[null, ...present].map((one) => (
          <li key={one}>
            <a
              class="facet facet-letter"
              rel="nofollow"
              href={address(one)}
              aria-current={one === letter ? "true" : undefined}
            >
              {one?.toUpperCase() ?? t.allLetters}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Club({ language, number, state, filters, page, found, refused }: ClubData & {
  found: NonNullable<ClubData["found"]>;
}) {
  const { club, season, athletes, more, total, counts } = found;
  const t = clubTexts(language).club;
  const start = (page - 1) * CLUB_PAGE_SIZE + 1;
  const address = (of: number, changes: Partial<ClubFilters> = {}) =>
    clubPaths(number)[language] +
    clubSearch({ state, filters: { ...filters, ...changes }, page: of });
  return (
    <>
      {club.seasons.length > 0 && <ClubSeasons {...{ language, club, state }} />}
      <section aria-labelledby="athletes-heading">
        <h2 id="athletes-heading">{t.athletes}</h2>
        <ClubFiltersForm {...{ language, club, state, filters, counts, refused }} />
        <FilterChips
          language={language}
          texts={{ ...searchPageTexts(language), filters: t.filters }}
          filters={filters}
          counts={counts}
          address={(changes) => address(1, changes)}
        />
        {counts?.letter && (
          <Letters
            {...{ language, letter: filters.letter, counts: counts.letter }}
            address={(letter) => address(1, { letter })}
          />
        )}
        <p class="results-count" role="status">
          {athletes.length === 0
            ? page > 1 ? t.noneFurther : t.none
            : page === 1 && !more
            ? t.found(athletes.length)
            : t.range(start, start + athletes.length - 1, total)}
        </p>
        {state.athletes.length >= MAX_ATHLETES && (
          <p class="notice">{textsOf(language).search.full}</p>
        )}
        {athletes.length > 0 && (
          <ClubMembers {...{ language, number, state, season, athletes, start }} />
        )}
        <PageLinks
          previous={page > 1 ? { href: address(page - 1), text: t.previous } : null}
          next={more ? { href: address(page + 1), text: t.next } : null}
        />
        <p class="help">
          {t.source} <a href={PATHS[language].removal}>{t.removal}</a>
        </p>
      </section>
    </>
  );
}
