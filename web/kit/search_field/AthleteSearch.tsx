import { useSignal } from "@preact/signals";
import type { AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { forgetAthletes, recentAthletes, rememberAthlete } from "./recent_athletes.ts";
import { SearchButton } from "./SearchButton.tsx";
import { createSuggestions, type SearchState } from "./suggestions.ts";
import type { LiveAnswer } from "../answers/live_answer.tsx";
import type { Language } from "../language/language.ts";
import { PATHS } from "../addresses/paths.ts";
import { namedClubText } from "./named_club_text.ts";
import { textsOf } from "../texts/texts.ts";
import type { TableState } from "../table_state/table_state.ts";
import { MAX_ATHLETES, MAX_PASTED } from "../forms/limits.ts";
import { SEARCH_FILTERS, type SearchFilters } from "../addresses/search_filters.ts";
import { type SearchTarget, targetParameters, TO_TABLE } from "../addresses/search_target.ts";
import { clubAddress } from "../addresses/club_address.ts";
import { stateParameters } from "../table_state/table_fields.ts";
import { HiddenInputs } from "../forms/HiddenInputs.tsx";
import { searchAddress } from "../addresses/search_address.ts";
import { optionId, SuggestionList } from "./SuggestionList.tsx";

/** Id of the search field. */
const SEARCH_ID = "athlete-search";
/** Id of its form: the filters of the results page belong to it. */
export const SEARCH_FORM = "athlete-search-form";
/** Wait before the results are announced, ms: a screen reader still speaks the typed letters. */
const ANNOUNCE_AFTER = 1000;
/** Small screens, which a keyboard covers by half. */
const LITTLE_ROOM = "(max-width: 39.99rem) and ((pointer: coarse) or (max-height: 31rem))";
/** Texts that may ask for figures: only these load what answers them. */
const MAY_ASK_FIGURES = /\d|^\s*(?:semi|half|marathon|mile)/i;

interface Props {
  language: Language;
  state: TableState;
  /** Where choosing an athlete leads; to the table by default. */
  target?: SearchTarget;
  /** Label of the field; by default it takes athletes and questions for figures. */
  label?: string | undefined;
  query?: string;
  problem?: string | undefined;
  /** Chooses an athlete without leaving the page, once scripts run. */
  choose?: (hit: AthleteHit) => void;
  /** Announces a text to screen readers. */
  announce?: (text: string) => void;
}

/** Brings the field to the top of a small screen, so that its list stands above the keyboard. */
function makeRoom(field: HTMLElement | null): void {
  if (matchMedia(LITTLE_ROOM).matches) field?.parentElement?.scrollIntoView({ block: "start" });
}

/** Hits of a search, if it has any. */
function hitsOf(state: SearchState): readonly AthleteHit[] {
  return state.kind === "found" || state.kind === "searching" ? state.found?.hits ?? [] : [];
}

/**
 * The athlete search: a GET form, and once scripts run an editable combobox with a list of
 * suggestions, chosen by hand (WAI-ARIA Authoring Practices).
 */
export function AthleteSearch(
  { language, state, target = TO_TABLE, label, query = "", problem, choose, announce }: Props,
) {
  const t = textsOf(language).search;
  const suggestions = useMemo(() => createSuggestions(), []);
  // Roles come with the script that honors them: until then it is a plain search field.
  const ready = useSignal(false);
  const open = useSignal(false);
  /**
   * Id of the athlete selected with the arrow keys, not a place in the list: a late answer may put
   * somebody else there between the arrow and Enter.
   */
  const activeId = useSignal<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    ready.value = choose !== undefined;
    if (choose && document.activeElement === input.current) makeRoom(input.current);
    // A text typed before the script loaded gets its suggestions too.
    const typed = input.current?.value ?? "";
    if (choose && typed !== query && document.activeElement === input.current) {
      ask(input.current as HTMLInputElement);
      open.value = true;
    }
  }, []);

  const search = suggestions.state.value;
  const recent = useSignal<AthleteHit[]>([]);
  const answer = useSignal<LiveAnswer | null>(null);
  // An empty field suggests the athletes chosen last; an answer with figures is not a name.
  const hits = search.kind === "idle" ? (answer.value ? [] : recent.value) : hitsOf(search);
  const active = hits.findIndex((hit) => hit.ffa_id === activeId.value);
  const club = search.kind === "found" ? search.found.club ?? null : null;
  const full = state.athletes.length >= MAX_ATHLETES;
  const message = messageOf(search, full, t);
  const shown = ready.value && open.value &&
    (hits.length > 0 || message !== null || answer.value !== null);
  const listed = shown && hits.length > 0;
  useAnnouncement(search, shown, announce, t);

  const close = () => {
    open.value = false;
    activeId.value = null;
  };
  const isEmpty = () => !input.current?.value.trim();
  const offerRecent = () => {
    if (choose === undefined) return;
    if (!isEmpty()) recent.value = [];
    else recentAthletes().then((athletes) => recent.value = isEmpty() ? athletes : []);
  };
  /** Asks for athletes, or for figures where the text asks for them. */
  const ask = (field: HTMLInputElement) => {
    const text = field.value;
    answer.value = null;
    suggestions.ask(text, filtersOf(field));
    if (!MAY_ASK_FIGURES.test(text)) return;
    import("../answers/live_answer.tsx").then(({ liveAnswer }) => {
      if (field.value !== text) return;
      answer.value = liveAnswer(text, language);
      if (answer.value === null) return;
      announce?.(answer.value.line);
      if (/\d/.test(text)) suggestions.clear();
    }, (error) => {
      // Without a connection the form is sent as without scripts.
      if (!(error instanceof TypeError)) throw error;
    });
  };
  const forget = () => {
    forgetAthletes();
    recent.value = [];
    close();
  };
  const pick = (hit: AthleteHit) => {
    if (full || state.athletes.includes(hit.ffa_id)) return;
    choose?.(hit);
    rememberAthlete(hit);
    answer.value = null;
    suggestions.clear();
    close();
    if (input.current) {
      input.current.value = "";
      // A keyboard on the screen would cover what was chosen.
      if (matchMedia("(pointer: coarse)").matches) input.current.blur();
      else input.current.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey } = event;
    if (!ready.value || event.isComposing) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (altKey) return key === "ArrowUp" ? close() : void (open.value = true);
      if (!open.value) open.value = true;
      if (hits.length === 0) return;
      const step = key === "ArrowDown" ? 1 : -1;
      // Without a selection, down goes to the first option and up to the last; past the ends it
      // wraps.
      const next = active < 0
        ? (step > 0 ? 0 : hits.length - 1)
        : (active + step + hits.length) % hits.length;
      activeId.value = hits[next]?.ffa_id ?? null;
    } else if (key === "Enter") {
      // Who is the only one needs no arrow.
      const [only, second] = search.kind === "found" ? search.found.hits : [];
      const isOnly = second === undefined && activeId.value === null;
      const hit = shown ? hits[active] ?? (isOnly ? only : undefined) : undefined;
      if (hit) {
        event.preventDefault();
        pick(hit);
      }
    } else if (key === "Escape") {
      if (shown) close();
      else if (input.current) {
        input.current.value = "";
        answer.value = null;
        suggestions.clear();
      }
      event.preventDefault();
    } else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(key)) {
      activeId.value = null;
    }
  };

  const combobox = ready.value
    ? {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": listed,
      "aria-controls": listed ? LIST_ID : undefined,
      "aria-activedescendant": listed && active >= 0 ? optionId(LIST_ID, active) : undefined,
    } as const
    : {};
  return (
    <form
      id={SEARCH_FORM}
      class="search"
      role="search"
      method="get"
      action={PATHS[language].search}
      onFocusOut={(event) => {
        if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) close();
      }}
    >
      <HiddenInputs parameters={[...stateParameters(state), ...targetParameters(target)]} />
      <label for={SEARCH_ID}>{label ?? t.label}</label>
      <div class="search-line">
        <input
          {...combobox}
          ref={input as RefObject<HTMLInputElement>}
          id={SEARCH_ID}
          type="text"
          name="q"
          defaultValue={query}
          placeholder={label === undefined ? t.placeholder : t.namePlaceholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={MAX_PASTED}
          aria-invalid={problem ? "true" : undefined}
          aria-describedby={problem ? `${SEARCH_ID}-problem` : `${SEARCH_ID}-hint`}
          onInput={(event) => {
            ask(event.currentTarget);
            offerRecent();
            open.value = true;
            activeId.value = null;
          }}
          onFocus={(event) => {
            offerRecent();
            if (choose !== undefined) makeRoom(event.currentTarget);
          }}
          onClick={() => open.value = true}
          onKeyDown={onKeyDown}
        />
        <SearchButton text={t.submit} />
        {shown && (
          <SuggestionList
            {...{ language, hits, message }}
            answer={answer.value?.card}
            foot={search.kind === "idle" && answer.value !== null
              ? null
              : search.kind === "idle"
              ? (
                <button type="button" class="suggestions-all link-button" onClick={forget}>
                  {t.forgetRecent}
                </button>
              )
              : (
                <>
                  {club && (
                    <a
                      class="suggestions-club"
                      rel="nofollow"
                      href={clubAddress(language, club.ffa_number, state)}
                    >
                      {namedClubText(club.name, language)}
                    </a>
                  )}
                  <a
                    class="suggestions-all"
                    rel="nofollow"
                    // The typed text, so that the link leads where Enter does.
                    href={searchAddress(language, {
                      state,
                      target,
                      query: input.current?.value ?? query,
                      filters: filtersOf(input.current),
                    })}
                  >
                    {hits.length === 0 ? t.searchFurther : t.showAll}
                  </a>
                </>
              )}
            label={search.kind === "idle" ? t.recent : t.results}
            id={LIST_ID}
            active={active}
            chosen={state.athletes}
            full={full}
            pick={pick}
          />
        )}
      </div>
      {problem && <p class="problem" id={`${SEARCH_ID}-problem`}>{problem}</p>}
      <p class="help" id={`${SEARCH_ID}-hint`}>{t.hint}</p>
    </form>
  );
}

/** The filters in the form of a field, where the page has any. */
function filtersOf(field: HTMLInputElement | null): SearchFilters {
  const given = field?.form ? [...new FormData(field.form)] : [];
  return SEARCH_FILTERS.read(
    new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])),
  ).state;
}

const LIST_ID = `${SEARCH_ID}-list`;

type SearchTexts = ReturnType<typeof textsOf>["search"];

/** The message of the list beside its options. */
function messageOf(search: SearchState, full: boolean, t: SearchTexts): string | null {
  if (search.kind === "failed") return t[search.why];
  if (search.kind === "found" && search.found.hits.length === 0) return `${t.none} ${t.noneHelp}`;
  if (full && hitsOf(search).length > 0) return t.full;
  return null;
}

/** Announces the content of the list to screen readers, once typing pauses. */
function useAnnouncement(
  search: SearchState,
  shown: boolean,
  announce: ((text: string) => void) | undefined,
  t: SearchTexts,
): void {
  useEffect(() => {
    if (!announce || search.kind === "idle") return;
    const text = search.kind === "searching"
      ? t.searching
      : search.kind === "failed"
      ? messageOf(search, false, t) ?? ""
      : search.found.hits.length === 0
      ? t.none
      : shown
      ? `${t.found(search.found.hits.length, search.found.more)}, ${t.navigate}`
      : "";
    const timer = setTimeout(() => announce(text), ANNOUNCE_AFTER);
    return () => clearTimeout(timer);
  }, [search]);
}
