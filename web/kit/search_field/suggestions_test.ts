import type { Athlete, AthleteHit } from "@mypacer/shared/contract/athlete.ts";
import { assertEquals } from "@std/assert";
import { mock } from "node:test";
import { SEARCH_FILTERS, type SearchFilters } from "../addresses/search_filters.ts";
import type { Found, searchAthletes } from "../browser/api.ts";
import { SAMPLE_ATHLETES } from "../../testing/sample_people.ts";
import { createSuggestions } from "./suggestions.ts";

/** Lets the time pass for which the end of typing is waited for, and that alone. */
const rest = () => mock.timers.tick(60);
/** Lets what was answered come through. */
const settle = async () => {
  for (let turns = 0; turns < 10; turns++) await Promise.resolve();
};
const [ATHLETE] = SAMPLE_ATHLETES as [Athlete];
const HIT: AthleteHit = { ...ATHLETE, score: 1, match: [] };
const none: Found = { hits: [], more: false };

const ANY = SEARCH_FILTERS.first;

Deno.test.beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
Deno.test.afterEach(() => mock.timers.reset());

/** A search that answers when told to. */
function heldSearch() {
  const asked: {
    query: string;
    filters: SearchFilters;
    signal: AbortSignal;
    answer: PromiseWithResolvers<Found>;
  }[] = [];
  const search: typeof searchAthletes = ({ query, filters, signal }) => {
    const answer = Promise.withResolvers<Found>();
    asked.push({ query, filters, signal, answer });
    return answer.promise;
  };
  return { asked, search };
}

Deno.test("ask() asks once for a word that is typed fast, and not for a single letter", () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  for (const text of ["d", "du", "dup", " dup  ont "]) suggestions.ask(text, ANY);
  rest();
  assertEquals(asked.map(({ query }) => query), ["dup ont"]);
  suggestions.ask("d", ANY);
  assertEquals(suggestions.state.value, { kind: "idle" });
  assertEquals(asked[0]?.signal.aborted, true);
});

Deno.test("ask() asks for two letters, and not for figures that the API refuses", () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  for (const text of ["10", "4'1", "d2", "4'15", "Ly", "Hô"]) {
    suggestions.ask(text, ANY);
    rest();
  }
  assertEquals(asked.map(({ query }) => query), ["4'15", "Ly", "Hô"]);
});

Deno.test("ask() asks for the id of a pasted address, and leaves out what cannot be seen", () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  suggestions.ask("https://www.athle.fr/athletes/70001989/records", ANY);
  rest();
  suggestions.ask("\u200edup\u00a0ont\u200b", ANY);
  rest();
  assertEquals(asked.map(({ query }) => query), ["70001989", "dup ont"]);
});

Deno.test("ask() says of two letters whom it found, but not that it found nobody", async () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  suggestions.ask("du", ANY);
  rest();
  asked[0]?.answer.resolve(none);
  await settle();
  assertEquals(suggestions.state.value, { kind: "idle" });
  suggestions.ask("ly", ANY);
  rest();
  const found: Found = { hits: [], more: true };
  asked[1]?.answer.resolve({ ...found, hits: [HIT] });
  await settle();
  assertEquals(suggestions.state.value, {
    kind: "found",
    query: "ly",
    found: { hits: [HIT], more: true },
  });
});

Deno.test("ask() drops the answer to an older text, even when it comes last", async () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  suggestions.ask("dupont", ANY);
  rest();
  suggestions.ask("dupond", ANY);
  rest();
  asked[1]?.answer.resolve(none);
  await settle();
  asked[0]?.answer.resolve({ hits: [], more: true });
  await settle();
  assertEquals(suggestions.state.value, { kind: "found", query: "dupond", found: none });
});

Deno.test("ask() shows at once what it has found before", async () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  suggestions.ask("dupont", ANY);
  rest();
  asked[0]?.answer.resolve(none);
  await settle();
  suggestions.clear();
  suggestions.ask("dupont ", ANY);
  assertEquals(suggestions.state.value.kind, "found");
  assertEquals(asked.length, 1);
});

Deno.test("ask() says when the search failed, and asks again for the same text", async () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  suggestions.ask("dupont", ANY);
  rest();
  asked[0]?.answer.reject(new TypeError("no connection"));
  await settle();
  assertEquals(suggestions.state.value, { kind: "failed", why: "failed" });
  suggestions.ask("dupont", ANY);
  rest();
  assertEquals(asked.length, 2);
  suggestions.clear();
});

Deno.test("ask() searches within the filters of the page, and keeps what each found apart", async () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  suggestions.ask("dupont", ANY);
  rest();
  asked[0]?.answer.resolve(none);
  await settle();
  const women = { ...ANY, sex: "F" } as const;
  suggestions.ask("dupont", women);
  rest();
  assertEquals(asked.map(({ filters }) => filters), [ANY, women]);
  suggestions.clear();
});
