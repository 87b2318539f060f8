import "./style.css";
import { departmentLabel, DEPARTMENTS } from "@mypacer/shared/domain/people/department.ts";
import { PAGE_SIZE } from "../../kit/load/api_client.ts";
import { clubTexts } from "./texts.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import type { ClubsData } from "./load.ts";
import { stateParameters, stateSearch } from "../../kit/table_state/table_fields.ts";
import { QUERY_LIMITS } from "../../kit/forms/limits.ts";
import { SearchButton } from "../../kit/search_field/SearchButton.tsx";
import { searchPageTexts } from "../search/texts.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { clubAddress, clubsAddress } from "../../kit/addresses/club_address.ts";
import { clubFacts } from "./club_facts.ts";
import { LIVE_SCRIPT } from "../../kit/tools/live_script.ts";
import { EmptyState } from "../../kit/frame/EmptyState.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";
import { PageScript } from "../../kit/frame/PageScript.tsx";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";

/** The club search: a GET form and its results. */
export function ClubsPage(data: ClubsData) {
  const { language, facts, state, query, clubs, page } = data;
  const t = clubTexts(language).clubs;
  const asked = query !== "" || data.problem !== null;
  const title = query === ""
    ? t.title
    : DEPARTMENTS.includes(query)
    ? t.ofDepartment(departmentLabel(query))
    : t.resultsFor(query);
  const address = clubsAddress(language, { state, query, page });
  return (
    <Page
      language={language}
      name="clubs"
      search={address.slice(PATHS[language].clubs.length)}
      title={title}
      description={t.description}
      hidden={asked}
      facts={facts}
    >
      <Hero heading={query === "" ? t.heading : title} {...asked ? {} : { lead: t.lead }}>
        <ClubForm {...data} />
      </Hero>
      <div class={asked ? "narrow" : "wide"}>
        {data.problem === "failed" && (
          <p class="notice notice-wrong" role="alert">{textsOf(language).search.failed}</p>
        )}
        {clubs !== null && <ClubResults {...data} clubs={clubs} />}
        {!asked && <Departments {...data} />}
        <p class="results-links">
          <a class="action" href={PATHS[language].search + stateSearch(state)}>{t.athletes}</a>
          <a href={PATHS[language].table + stateSearch(state)}>
            {searchPageTexts(language).back.table}
          </a>
        </p>
      </div>
      <PageScript path={LIVE_SCRIPT} />
    </Page>
  );
}

/** The departments, each a search for the clubs whose numbers begin with it. */
function Departments({ language, state }: ClubsData) {
  return (
    <section aria-labelledby="departments-heading">
      <h2 id="departments-heading">{clubTexts(language).clubs.departments}</h2>
      <ul class="departments">
        {DEPARTMENTS.map((code) => (
          <li key={code}>
            <a rel="nofollow" href={clubsAddress(language, { state, query: code })}>
              {departmentLabel(code)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClubForm({ language, state, query, problem }: ClubsData) {
  const t = clubTexts(language).clubs;
  const refused = problem === "refused";
  return (
    <form
      class="search"
      role="search"
      method="get"
      action={PATHS[language].clubs}
      data-live="main"
    >
      <HiddenInputs parameters={stateParameters(state)} />
      <label for="club-search">{t.label}</label>
      <div class="search-line">
        <input
          id="club-search"
          type="text"
          name="q"
          defaultValue={query}
          placeholder={t.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={QUERY_LIMITS.max}
          aria-invalid={refused ? "true" : undefined}
          aria-describedby={refused ? "club-search-problem" : "club-search-hint"}
        />
        <SearchButton text={t.submit} />
      </div>
      {refused && <p class="problem" id="club-search-problem">{t.problem}</p>}
      <p class="help" id="club-search-hint">{t.hint}</p>
    </form>
  );
}

function ClubResults(
  { language, state, query, clubs, page, more }: ClubsData & {
    clubs: NonNullable<ClubsData["clubs"]>;
  },
) {
  const t = clubTexts(language).clubs;
  const start = (page - 1) * PAGE_SIZE + 1;
  return (
    <>
      <p class="results-count" role="status">
        {clubs.length === 0
          ? page > 1 ? t.noneFurther : t.none
          : page === 1 && !more
          ? t.found(clubs.length)
          : t.range(start, start + clubs.length - 1)}
      </p>
      {clubs.length === 0 && page === 1 && (
        <EmptyState drawing="empty-lane" title={t.noneTitle}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      )}
      {clubs.length > 0 && (
        <ol class="results" start={start}>
          {clubs.map((club) => (
            <li key={club.ffa_number}>
              <a
                class="result"
                rel="nofollow"
                href={clubAddress(language, club.ffa_number, state)}
              >
                <span class="athlete-name">{club.name}</span>
                <span class="athlete-facts">{clubFacts(club, language)}</span>
              </a>
            </li>
          ))}
        </ol>
      )}
      <PageLinks
        previous={page > 1
          ? { href: clubsAddress(language, { state, query, page: page - 1 }), text: t.previous }
          : null}
        next={more
          ? { href: clubsAddress(language, { state, query, page: page + 1 }), text: t.next }
          : null}
      />
    </>
  );
}

/** The ways to the pages before and after this one. */
export function PageLinks({ previous, next }: {
  previous: { href: string; text: string } | null;
  next: { href: string; text: string } | null;
}) {
  if (previous === null && next === null) return null;
  return (
    <p class="results-links page-links">
      {previous && <a class="action" rel="prev nofollow" href={previous.href}>{previous.text}</a>}
      {next && <a class="action" rel="next nofollow" href={next.href}>{next.text}</a>}
    </p>
  );
}
