import type { FederationAthlete } from "@mypacer/shared/contract/federation_search.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { FEDERATION_SEARCH_TEXTS } from "./federation_search_texts.ts";
import { searchPageTexts } from "./texts.ts";
import { type TableState, withAthlete } from "../../kit/table_state/table_state.ts";
import { MAX_ATHLETES } from "../../kit/forms/limits.ts";
import { type SearchTarget, targetParameters } from "../../kit/addresses/search_target.ts";
import { stateParameters } from "../../kit/table_state/table_fields.ts";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";
import { targetAddress } from "../../kit/addresses/search_address.ts";

/** Parameter for a search outside the directory, and its value. */
export const AT = { name: "at", federation: "ffa" } as const;
/** Field of the form that adds an athlete: a federation id. */
export const ADD = "add";

/** The part of the results page about the federation's own search. */
export type FederationPart =
  /** The text has no name to search for. */
  | { kind: "none" }
  | { kind: "offered"; ownSearch: string }
  | { kind: "found"; ownSearch: string; athletes: FederationAthlete[]; exact: boolean }
  | { kind: "refused"; ownSearch: string; why: FederationRefusal };

/** Why the federation's search fails now. */
export type FederationRefusal = "busy" | "unavailable" | "changed" | "gone";

/** Search for athletes outside the directory: the federation's own search, and its results. */
export function FederationSearch({ language, state, target, query, part }: {
  language: Language;
  state: TableState;
  target: SearchTarget;
  query: string;
  part: FederationPart;
}) {
  const t = FEDERATION_SEARCH_TEXTS[language];
  if (part.kind === "none") return null;
  return (
    <section class="federation" aria-labelledby="federation-heading">
      <h2 id="federation-heading">{t.heading}</h2>
      {part.kind === "refused" && <p class="notice notice-wrong" role="alert">{t[part.why]}</p>}
      {part.kind === "found" && (
        <p role="status">
          {part.athletes.length === 0 ? t.none : t.found(part.athletes.length, !part.exact)}
        </p>
      )}
      {part.kind === "found" && part.athletes.length > 0 && (
        <FederationResults {...{ language, state, target, query }} athletes={part.athletes} />
      )}
      {part.kind !== "found" && (
        <form method="get" action={PATHS[language].search} class="federation-ask">
          <HiddenInputs
            parameters={[
              ...stateParameters(state),
              ...targetParameters(target),
              ["q", query],
              [AT.name, AT.federation],
            ]}
          />
          <p>{t.why}</p>
          <button class="button" type="submit">{t.ask}</button>
        </form>
      )}
      <p class="help">
        <a href={part.ownSearch} rel="external noreferrer nofollow">{t.ownSearch}</a>
      </p>
    </section>
  );
}

/** The federation's results: a link for athletes in the directory, a button to add the others. */
function FederationResults({ language, state, target, query, athletes }: {
  language: Language;
  state: TableState;
  target: SearchTarget;
  query: string;
  athletes: readonly FederationAthlete[];
}) {
  const t = searchPageTexts(language);
  const full = state.athletes.length >= MAX_ATHLETES;
  return (
    <form method="post" action={PATHS[language].search}>
      <HiddenInputs
        parameters={[...stateParameters(state), ...targetParameters(target), ["q", query]]}
      />
      <ul class="results">
        {athletes.map((athlete) => {
          const { ffa_id: ffaId, listed } = athlete;
          const taken = state.athletes.includes(ffaId);
          const line = <FederationLine language={language} athlete={athlete} />;
          const add = <span class="result-add" aria-hidden="true">{t.add[target.page]}</span>;
          return (
            <li key={ffaId}>
              {taken || full
                ? (
                  <span class="result">
                    {line}
                    {taken && <span class="athlete-taken">{t.chosen}</span>}
                  </span>
                )
                : listed
                ? (
                  <a
                    class="result"
                    rel="nofollow"
                    href={targetAddress(language, { state: withAthlete(state, ffaId), target })}
                  >
                    {line}
                    {add}
                  </a>
                )
                : (
                  <button class="result" type="submit" name={ADD} value={ffaId}>
                    {line}
                    {add}
                  </button>
                )}
            </li>
          );
        })}
      </ul>
    </form>
  );
}

function FederationLine({ language, athlete }: { language: Language; athlete: FederationAthlete }) {
  const t = searchPageTexts(language);
  const federation = FEDERATION_SEARCH_TEXTS[language];
  const { name, club, sex, listed } = athlete;
  const facts = [
    club ?? t.noClub,
    sex === null ? null : sex === "F" ? t.woman : t.man,
    listed ? federation.listed : federation.notListed,
  ];
  return (
    <>
      <span class="athlete-name">{name}</span>
      <span class="athlete-facts">{facts.filter((fact) => fact !== null).join(" · ")}</span>
    </>
  );
}
