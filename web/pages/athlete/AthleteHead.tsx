import { splitName } from "@mypacer/shared/domain/people/name.ts";
import { categoryLabel } from "@mypacer/shared/domain/people/category.ts";
import EnglishSearchBox from "../../islands/EnglishSearchBox.tsx";
import FrenchSearchBox from "../../islands/FrenchSearchBox.tsx";
import ShareButton from "../../islands/ShareButton.tsx";
import { comparisonAddress } from "../../kit/addresses/athlete_address.ts";
import { clubAddress } from "../../kit/addresses/club_address.ts";
import { withAthletes, withCompared } from "../../kit/addresses/compared_athletes.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { bornText } from "../../kit/athletes/shown_athlete.ts";
import { Lanes } from "../../kit/frame/Hero.tsx";
import { formatMoment } from "../../kit/language/format.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { withAthlete } from "../../kit/table_state/table_state.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import type { AthletePageData } from "./load.ts";
import { PAGE_TEXTS } from "./texts.ts";

/** The head of the page: who it is, as on a bib, and what can be done with the records. */
export function AthleteHead(data: AthletePageData) {
  return (
    <div class="hero athlete-hero">
      <Lanes />
      <div class="hero-inner">
        <Bib {...data} />
        <Actions {...data} />
      </div>
    </div>
  );
}

function Bib({ language, ffaId, state, athlete, records }: AthletePageData) {
  const t = PAGE_TEXTS[language];
  const search = textsOf(language).search;
  const name = athlete?.name ?? textsOf(language).athletes.unnamed(ffaId);
  const born = athlete && bornText(athlete);
  const when = records && formatMoment(records.fetched_at, language);
  return (
    <div class="bib slot-0">
      {athlete && (
        <p class="bib-club">
          {athlete.club === null
            ? search.noClub
            : (
              <a rel="nofollow" href={clubAddress(language, athlete.club.ffa_number, state)}>
                {athlete.club.name}
              </a>
            )}
        </p>
      )}
      <BibName name={name} />
      {athlete && (
        <p class="bib-who">
          {[
            athlete.category === null ? null : categoryLabel(athlete.category, language),
            born === null ? null : search.born(athlete.sex, born),
          ].filter((fact) => fact !== null).join(" · ")}
        </p>
      )}
      {records && when && (
        <p class={records.stale ? "fresh fresh-old" : "fresh"}>
          {records.stale ? t.stale(when) : t.readAt(when)}
        </p>
      )}
    </div>
  );
}

/** The name as it is published, the given name on a line of its own where capitals tell it. */
function BibName({ name }: { name: string }) {
  const { surname, given } = splitName(name);
  return given === "" || `${surname} ${given}` !== name ? <h1>{name}</h1> : (
    <h1>
      {surname} <span>{given}</span>
    </h1>
  );
}

function Actions({ language, ffaId, state, age, athlete }: AthletePageData) {
  const t = PAGE_TEXTS[language];
  const others = state.athletes.filter((other) => other !== ffaId);
  const search = {
    language,
    state: withAthletes(state, [ffaId]),
    query: "",
    problem: null,
    target: { page: "compare" as const, age, byAge: false },
    label: t.compare,
  };
  return (
    <div class="athlete-actions on-screen">
      <ul class="athlete-links" aria-label={t.actions}>
        <li>
          <a
            class="action action-first"
            href={PATHS[language].table + stateSearch(withAthlete(state, ffaId))}
          >
            {t.lay}
          </a>
        </li>
        <li class="with-scripts-item">
          <ShareButton texts={t.share} />
        </li>
        {others.length > 0 && (
          <li>
            <a
              class="action"
              rel="nofollow"
              href={comparisonAddress(language, { age, state: withCompared(state, ffaId) })}
            >
              {t.compareTable(others.length)}
            </a>
          </li>
        )}
      </ul>
      {language === "fr" ? <FrenchSearchBox {...search} /> : <EnglishSearchBox {...search} />}
      <p class="athlete-further">
        {athlete && <a href={athlete.url} rel="external noreferrer">{t.federation}</a>}
        <a href={`${PATHS[language].removal}?athlete=${ffaId}`} rel="nofollow">{t.report}</a>
      </p>
    </div>
  );
}
