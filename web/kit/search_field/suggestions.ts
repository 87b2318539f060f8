import { type ReadonlySignal, signal } from "@preact/signals";
import { athleteIdInAddress } from "@mypacer/shared/domain/people/athlete_address.ts";
import { visibleText } from "@mypacer/shared/domain/measure/typed_text.ts";
import { QUERY_LIMITS } from "../forms/limits.ts";
import type { SearchFilters } from "../addresses/search_filters.ts";
import { type Found, LimitedError, searchAthletes } from "../browser/api.ts";

/**
 * Wait after a keystroke before asking, ms. The search answers in 3 ms (median through the site,
 * p95 10 ms), so a visitor mainly notices the wait: with 40 ms of network the list follows within a
 * tenth of a second. Keys come every 120 ms from a fast typist, every 240 ms on average: a longer
 * wait spares few requests before it holds back the list, and this one still merges rolled or
 * repeated keys.
 */
const DEBOUNCE = 60;
/** Answers kept, so that going back a letter shows at once. */
const KEPT = 50;

/** State of a search. */
export type SearchState =
  | { kind: "idle" }
  | { kind: "searching"; found: Found | null }
  | { kind: "found"; query: string; found: Found }
  | { kind: "failed"; why: "offline" | "limited" | "failed" };

/** Suggestions for a text that changes at every keystroke. */
export interface Suggestions {
  state: ReadonlySignal<SearchState>;
  /** Asks for a new text within the filters of the page; answers to older ones are dropped. */
  ask(text: string, filters: SearchFilters): void;
  clear(): void;
}

/** Two letters are a whole name; two digits, as of `10 km en 42'30` half typed, are nobody's. */
const SHORT_NAME = /^\p{L}{2}$/u;

/** Whether the API looks for a text: it refuses what is too short or too long. */
function isSearchable(query: string): boolean {
  const signs = query.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return query.length <= QUERY_LIMITS.max &&
    (signs >= QUERY_LIMITS.unfinished || SHORT_NAME.test(query));
}

/** Makes the suggestions of one search field. */
export function createSuggestions(search: typeof searchAthletes = searchAthletes): Suggestions {
  const state = signal<SearchState>({ kind: "idle" });
  const answers = new Map<string, Found>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;

  const stop = () => {
    clearTimeout(timer);
    running?.abort();
    running = undefined;
  };
  const show = (query: string, found: Found) => {
    const isNews = found.hits.length > 0 || query.length >= QUERY_LIMITS.unfinished;
    state.value = isNews ? { kind: "found", query, found } : { kind: "idle" };
  };
  const fetchFor = async (
    query: string,
    { filters, key }: { filters: SearchFilters; key: string },
  ) => {
    const controller = new AbortController();
    running = controller;
    try {
      const found = await search({ query, filters, signal: controller.signal });
      if (controller.signal.aborted) return;
      if (answers.size >= KEPT) answers.delete(answers.keys().next().value ?? "");
      answers.set(key, found);
      show(query, found);
    } catch (error) {
      // An aborted search is not a failure: a newer one has replaced it.
      if (!controller.signal.aborted) {
        const limited = error instanceof LimitedError;
        const why = limited ? "limited" : navigator.onLine === false ? "offline" : "failed";
        state.value = { kind: "failed", why };
      }
    }
  };

  return {
    state,
    ask(text, filters) {
      stop();
      const query = athleteIdInAddress(text) ?? visibleText(text);
      if (!isSearchable(query)) {
        state.value = { kind: "idle" };
        return;
      }
      const key = JSON.stringify([query, filters]);
      const cached = answers.get(key);
      if (cached) return show(query, cached);
      const { value } = state;
      state.value = {
        kind: "searching",
        found: value.kind === "found" || value.kind === "searching" ? value.found : null,
      };
      timer = setTimeout(() => void fetchFor(query, { filters, key }), DEBOUNCE);
    },
    clear() {
      stop();
      state.value = { kind: "idle" };
    },
  };
}
