import { assertEquals } from "@std/assert";
import type { Found } from "./api.ts";
import { createSuggestions } from "./suggestions.ts";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than typing is waited for. */
const RESTED = 200;
const none: Found = { hits: [], more: false };

/** A search that answers when told to. */
function heldSearch() {
  const asked: { query: string; signal: AbortSignal; answer: PromiseWithResolvers<Found> }[] = [];
  const search = (query: string, signal: AbortSignal) => {
    const answer = Promise.withResolvers<Found>();
    asked.push({ query, signal, answer });
    return answer.promise;
  };
  return { asked, search };
}

Deno.test("ask() asks once for a word that is typed fast, and not for a single letter", async () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  for (const text of ["d", "du", "dup", " dup  ont "]) suggestions.ask(text);
  await wait(RESTED);
  assertEquals(asked.map(({ query }) => query), ["dup ont"]);
  suggestions.ask("d");
  assertEquals(suggestions.state.value, { kind: "idle" });
  assertEquals(asked[0]?.signal.aborted, true);
});

Deno.test("ask() drops the answer to an older text, even when it comes last", async () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  suggestions.ask("dupont");
  await wait(RESTED);
  suggestions.ask("dupond");
  await wait(RESTED);
  asked[1]?.answer.resolve(none);
  await wait(0);
  asked[0]?.answer.resolve({ hits: [], more: true });
  await wait(0);
  assertEquals(suggestions.state.value, { kind: "found", query: "dupond", found: none });
});

Deno.test("ask() shows at once what it has found before", async () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  suggestions.ask("dupont");
  await wait(RESTED);
  asked[0]?.answer.resolve(none);
  await wait(0);
  suggestions.clear();
  suggestions.ask("dupont ");
  assertEquals(suggestions.state.value.kind, "found");
  assertEquals(asked.length, 1);
});

Deno.test("ask() says when the search failed, and asks again for the same text", async () => {
  const { asked, search } = heldSearch();
  const suggestions = createSuggestions(search);
  suggestions.ask("dupont");
  await wait(RESTED);
  asked[0]?.answer.reject(new TypeError("no connection"));
  await wait(0);
  assertEquals(suggestions.state.value, { kind: "failed" });
  suggestions.ask("dupont");
  await wait(RESTED);
  assertEquals(asked.length, 2);
  suggestions.clear();
});
