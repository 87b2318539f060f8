import "./style.css";
import { clubTexts } from "./texts.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { searchPageTexts } from "../search/texts.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { CLUB_PAGE_SIZE, type ClubData } from "./load_club.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { clubSearch } from "./club_filters.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import { clubPaths } from "../../kit/addresses/club_address.ts";
import { clubFacts } from "./club_facts.ts";
import { ClubFiltersForm } from "./ClubFiltersForm.tsx";
import { ClubMembers } from "./ClubMembers.tsx";
import { ClubSeasons } from "./ClubSeasons.tsx";
import { PageLinks } from "./page.tsx";
import { Hero } from "../../kit/frame/Hero.tsx";
import { Page } from "../../kit/frame/Page.tsx";

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
    </Page>
  );
}

function Club({ language, number, state, filters, page, found }: ClubData & {
  found: NonNullable<ClubData["found"]>;
}) {
  const { club, season, athletes, more } = found;
  const t = clubTexts(language).club;
  const start = (page - 1) * CLUB_PAGE_SIZE + 1;
  const address = (of: number) =>
    clubPaths(number)[language] + clubSearch({ state, filters, page: of });
  return (
    <>
      {club.seasons.length > 0 && <ClubSeasons {...{ language, club, state }} />}
      <section aria-labelledby="athletes-heading">
        <h2 id="athletes-heading">{t.athletes}</h2>
        <ClubFiltersForm {...{ language, club, state, filters }} />
        <p class="results-count" role="status">
          {athletes.length === 0
            ? page > 1 ? t.noneFurther : t.none
            : page === 1 && !more
            ? t.found(athletes.length)
            : t.range(start, start + athletes.length - 1)}
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
