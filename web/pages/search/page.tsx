import "./style.css";
import type { Understood } from "@mypacer/shared/contract/athlete.ts";
import { categoryLabel } from "@mypacer/shared/domain/people/category.ts";
import { isOtherScript } from "@mypacer/shared/domain/people/name.ts";
import { AnswerCard } from "../../kit/answers/AnswerCard.tsx";
import { clubTexts } from "../clubs/texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { searchPageTexts } from "./texts.ts";
import EnglishSearchBox from "../../islands/EnglishSearchBox.tsx";
import FrenchSearchBox from "../../islands/FrenchSearchBox.tsx";
import { PAGE_SIZE } from "../../kit/load/api_client.ts";
import { LAST_PAGE, type SearchData } from "./load.ts";
import { MAX_ATHLETES, QUERY_LIMITS } from "../../kit/forms/limits.ts";
import { namedClub } from "../../kit/addresses/named_club.ts";
import { clubsAddress } from "../../kit/addresses/club_address.ts";
import { NamedClub } from "../../kit/search_field/ClubLink.tsx";
import { FederationSearch } from "./FederationSearch.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { EmptyState } from "../../kit/frame/EmptyState.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { PageScript } from "../../kit/frame/PageScript.tsx";
import { searchAddress, targetAddress } from "../../kit/addresses/search_address.ts";
import { FilterChips } from "../../kit/search_field/FilterChips.tsx";
import { LIVE_SCRIPT } from "../../kit/tools/live_script.ts";
import { SearchFiltersPanel } from "./SearchFilters.tsx";
import { SearchResults } from "./SearchResults.tsx";

/** The search results, with filters and the federation's search. */
export function SearchPage(data: SearchData) {
  const { language, facts, state, target, query, filters, problem, result, page, more, season } =
    data;
  const t = searchPageTexts(language);
  const isFigures = data.calculation !== null && result === null;
  const total = result?.total ?? null;
  const title = query === "" ? t.title : isFigures ? t.figures(query) : t.resultsFor(query);
  const heading = total === null || isFigures ? title : t.totalFor(total, query);
  const address = searchAddress(language, data);
  const search = { language, state, target, query, problem: problem && t[problem] };
  const hits = result?.items ?? [];
  const start = (page - 1) * PAGE_SIZE + 1;
  const club = result && namedClub(result);
  return (
    <Page
      language={language}
      name="search"
      search={query === "" && filters.club === "" ? "" : address.slice(address.indexOf("?"))}
      title={page > 1 ? `${title}, ${t.page(page)}` : title}
      description={t.description}
      hidden
      facts={facts}
    >
      <Hero heading={heading}>
        {language === "fr" ? <FrenchSearchBox {...search} /> : <EnglishSearchBox {...search} />}
      </Hero>
      <div class="narrow" id="found">
        {data.calculation && <AnswerCard language={language} calculation={data.calculation} />}
        {result && (hits.length > 0 || filters.sex !== null || filters.category !== null) && (
          <FilterChips
            language={language}
            texts={t}
            filters={filters}
            counts={result.counts}
            address={(changes) =>
              searchAddress(language, { ...data, filters: { ...filters, ...changes }, page: 1 })}
          />
        )}
        {!isFigures && (
          <SearchFiltersPanel
            {...{ language, filters, season }}
            counts={result?.counts ?? null}
          />
        )}
        {/* How many there are stands in the heading. */}
        {result && (hits.length > 1 || hits.length > 0 && total === null) && (
          <p class="results-count" role="status">
            {page === 1 && !more
              ? total === null ? t.found(hits.length, false) : t.closestFirst
              : t.range(start, start + hits.length - 1)}
          </p>
        )}
        {result && result.understood.club_words.length > 0 && (
          <p class="help">{t.takenForClub(result.understood.club_words)}</p>
        )}
        {club && <NamedClub language={language} state={state} club={club} />}
        {state.athletes.length >= MAX_ATHLETES && <p class="notice">{t.full}</p>}
        {hits.length > 0 && <SearchResults {...{ language, state, target, hits, start }} />}
        {result && hits.length === 0 && (
          <NothingFound language={language} understood={result.understood} data={data} />
        )}
        <ClubChoice {...data} />
        <p class="results-links">
          {page > 1 && (
            <a
              class="action"
              rel="prev nofollow"
              href={searchAddress(language, { ...data, page: page - 1 })}
            >
              {t.previous}
            </a>
          )}
          {more && (
            <a
              class="action"
              rel="next nofollow"
              href={searchAddress(language, { ...data, page: page + 1 })}
            >
              {t.more}
            </a>
          )}
          {!isFigures && (
            <a
              href={clubsAddress(language, { state, query: hits.length > 0 ? "" : query })}
            >
              {clubTexts(language)
                .clubs[hits.length > 0 || query === "" ? "label" : "searchAsClub"]}
            </a>
          )}
          <a href={targetAddress(language, data)}>{t.back[target.page]}</a>
        </p>
        {page === LAST_PAGE && hits.length === PAGE_SIZE && <p class="help">{t.lastPage}</p>}
        {!more && (
          <FederationSearch
            language={language}
            state={state}
            target={target}
            query={query}
            part={data.federation}
          />
        )}
      </div>
      <PageScript path={LIVE_SCRIPT} />
    </Page>
  );
}

/**
 * Message that nobody was found, with the interpreted query, so that a mistake in it is visible.
 */
function NothingFound({ language, understood, data }: {
  language: Language;
  understood: Understood;
  data: SearchData;
}) {
  const t = searchPageTexts(language);
  const { words, birth_year: year, numbers, club } = understood;
  const { sex, category, since } = data.filters;
  const name = words.join(" ");
  const isWhole = name.length < QUERY_LIMITS.unfinished && club === null && year === null;
  const facts = [
    name === "" ? null : isWhole ? t.understoodWhole(name) : t.understoodName(name),
    year === null ? null : t.understoodYear(year),
    club === null
      ? data.filters.club === "" ? null : t.understoodNoClub(data.filters.club)
      : t.understoodClub(club.name, club.ffa_number),
    ...numbers.map((number) => t.understoodNumber(number)),
    sex === null ? null : t.understoodFilter(t.sex.toLowerCase(), sex === "F" ? t.women : t.men),
    category === null
      ? null
      : t.understoodFilter(t.category.toLowerCase(), categoryLabel(category, language)),
    since === null ? null : t.understoodFilter(t.since.toLowerCase(), `${since - 1}–${since}`),
  ].filter((fact) => fact !== null);
  return (
    <div class="nothing" role="status">
      <EmptyState drawing="empty-lane" title={t.noneTitle}>
        <p class="results-count">{data.page > 1 ? t.noneFurther : t.none}</p>
      </EmptyState>
      {facts.length > 0 && (
        <>
          <p>{t.understood}</p>
          <ul>{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>
        </>
      )}
      {data.page === 1 && <p>{isOtherScript(data.query) ? t.notLetters : t.noneHelp}</p>}
    </div>
  );
}

/** The clubs a name may mean: one must be chosen, none is guessed. */
function ClubChoice(data: SearchData & { language: Language }) {
  const { clubs, language, filters } = data;
  if (clubs === null) return null;
  const t = searchPageTexts(language);
  if (clubs.length === 0) return <p class="notice" role="status">{t.noClubNamed(filters.club)}</p>;
  return (
    <section class="club-choice" aria-labelledby="club-choice-heading">
      <h2 id="club-choice-heading">{t.whichClub}</h2>
      <ul class="results">
        {clubs.map(({ ffa_number: number, name }) => (
          <li key={number}>
            <a
              class="result"
              rel="nofollow"
              href={searchAddress(language, {
                ...data,
                filters: { ...filters, club: number },
                page: 1,
              })}
            >
              <span class="athlete-name">{name}</span>
              <span class="athlete-facts">{number}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
