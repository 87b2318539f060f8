import type { SiteFacts } from "../frame/site_facts.ts";
import type { Language } from "../language/language.ts";
import { PATHS, type ToolName } from "../addresses/paths.ts";
import type { ToolInput, ToolStates } from "./tool_states.ts";
import { type PageAnswer, pageHeaders } from "../load/page_answer.ts";
import type { Site } from "../load/site.ts";

/** What the page of a tool is drawn from. */
export interface ToolData<Input extends ToolInput> {
  language: Language;
  facts: SiteFacts;
  input: Input;
  /** Canonical query string of the state. */
  search: string;
}

/**
 * `GET` of a tool. What was understood has one short address: a form as the browser sends it leads
 * there, so that what is copied and kept is always the same. What was not understood stays as it
 * was typed, with what is wrong.
 */
export async function getTool<Input extends ToolInput>(
  site: Site,
  url: URL,
  { language, name, states }: { language: Language; name: ToolName; states: ToolStates<Input> },
): Promise<PageAnswer<ToolData<Input>>> {
  const input = states.read(url.searchParams);
  const search = states.search(input.state);
  const wrong = Object.keys(input.problems).length > 0;
  // How a text was read is said where it was typed: its short address would have nothing to say.
  const noted = Object.keys(input.notes).length > 0;
  if (!wrong && !noted && url.search !== search) {
    return new Response(null, {
      status: 303,
      headers: { location: PATHS[language][name] + search, "cache-control": "no-cache" },
    });
  }
  return {
    data: { language, facts: await site.facts(), input, search },
    status: wrong ? 400 : 200,
    headers: pageHeaders({ named: false }),
  };
}
