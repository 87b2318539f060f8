import { type Language, PATHS } from "../i18n/language.ts";
import { textsOf } from "../i18n/texts.ts";
import SearchBox from "../islands/SearchBox.tsx";
import type { SearchData } from "../server/search.ts";
import {
  type BoardState,
  stateParameters,
  stateSearch,
  withAthlete,
} from "../state/board_state.ts";
import { MAX_ATHLETES } from "../state/limits.ts";
import { AthleteLine } from "./AthleteLine.tsx";
import { Hero } from "./Hero.tsx";
import { Page } from "./Page.tsx";

/** Address of a page of results. */
function resultsAddress(
  language: Language,
  state: BoardState,
  query: string,
  page: number,
): string {
  const parameters = new URLSearchParams([
    ["q", query],
    ...(page > 1 ? [["p", String(page)]] : []),
    ...stateParameters(state),
  ]);
  return `${PATHS[language].search}?${parameters}`;
}

/** The search results: each a plain link that lays the athlete over the table. */
export function SearchPage(
  { language, facts, state, query, problem, result, page, more }: SearchData,
) {
  const t = textsOf(language).search;
  const home = PATHS[language].home;
  const title = query === "" ? t.title : t.resultsFor(query);
  const address = resultsAddress(language, state, query, page);
  return (
    <Page
      language={language}
      name="search"
      search={query === "" ? "" : address.slice(address.indexOf("?"))}
      title={title}
      hidden
      facts={facts}
    >
      <Hero heading={title}>
        <SearchBox
          language={language}
          state={state}
          query={query}
          problem={problem && t[problem]}
        />
      </Hero>
      <div class="narrow">
        {result && (
          <p class="results-count" role="status">
            {result.items.length === 0
              ? `${t.none} ${t.noneHelp}`
              : t.found(result.items.length, !result.total_is_exact)}
          </p>
        )}
        {state.athletes.length >= MAX_ATHLETES && <p class="notice">{t.full}</p>}
        {result && result.items.length > 0 && (
          <ol class="results" start={1}>
            {result.items.map((hit) => (
              <li key={hit.ffa_id}>
                {state.athletes.includes(hit.ffa_id) || state.athletes.length >= MAX_ATHLETES
                  ? (
                    <span class="result">
                      <AthleteLine hit={hit} language={language} />
                      {state.athletes.includes(hit.ffa_id) && (
                        <span class="athlete-taken">{t.chosen}</span>
                      )}
                    </span>
                  )
                  : (
                    <a class="result" href={home + stateSearch(withAthlete(state, hit.ffa_id))}>
                      <AthleteLine hit={hit} language={language} />
                      <span class="result-add" aria-hidden="true">{t.add}</span>
                    </a>
                  )}
              </li>
            ))}
          </ol>
        )}
        <p class="results-links">
          {more && (
            <a class="action" href={resultsAddress(language, state, query, page + 1)}>{t.more}</a>
          )}
          <a href={home + stateSearch(state)}>{t.back}</a>
        </p>
      </div>
    </Page>
  );
}
