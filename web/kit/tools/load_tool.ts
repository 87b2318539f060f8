import type { SiteFacts } from "../frame/site_facts.ts";
import type { Language } from "../language/language.ts";
import { PATHS, type ToolName } from "../addresses/paths.ts";
import type { ToolInput, ToolStates } from "./tool_states.ts";
import { type PageAnswer, pageHeaders } from "../load/page_answer.ts";
import type { Site } from "../load/site.ts";

/** Data of the page of a tool. */
export interface ToolData<Input extends ToolInput> {
  language: Language;
  facts: SiteFacts;
  input: Input;
  /** Canonical query string of the state; empty for the example. */
  search: string;
  /** Whether the address says nothing, so that the figures are an example, of nobody. */
  example: boolean;
}

/**
 * `GET` of a tool. A valid state has one short address: a form as the browser sends it is
 * redirected there, so that copied links are always the same. A wrong form stays as typed, with the
 * problems.
 */
export async function getTool<Input extends ToolInput>(
  site: Site,
  url: URL,
  { language, name, states }: { language: Language; name: ToolName; states: ToolStates<Input> },
): Promise<PageAnswer<ToolData<Input>>> {
  const input = states.read(url.searchParams);
  const example = url.search === "";
  const search = example ? "" : states.search(input.state);
  const wrong = Object.keys(input.problems).length > 0;
  // A note on how a text was read appears where it was typed: the short address would lose it.
  const noted = Object.keys(input.notes).length > 0;
  if (!wrong && !noted && url.search !== search) {
    return new Response(null, {
      status: 303,
      headers: { location: PATHS[language][name] + search, "cache-control": "no-cache" },
    });
  }
  return {
    data: { language, facts: await site.facts(), input, search, example },
    status: wrong ? 400 : 200,
    headers: pageHeaders({ named: false }),
  };
}
