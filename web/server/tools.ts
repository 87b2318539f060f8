/** Answers of the tools, one a page. */
import type { SiteFacts } from "../components/site_facts.ts";
import type { Language } from "../i18n/language.ts";
import { plannerSearch, readPlanner } from "../state/planner_state.ts";
import { type PageAnswer, pageHeaders } from "./home.ts";
import type { Site } from "./site.ts";
import { getTool } from "./tool.ts";

/** `GET /outils` and `GET /en/tools`: the list of the tools. */
export async function getTools(
  site: Site,
  _url: URL,
  language: Language,
): Promise<PageAnswer<{ language: Language; facts: SiteFacts }>> {
  const data = { language, facts: await site.facts() };
  return { data, status: 200, headers: pageHeaders({ named: false }) };
}

/** `GET /planificateur` and `GET /en/planner`. */
export function getPlanner(site: Site, url: URL, language: Language) {
  const tool = { name: "planner", read: readPlanner, search: plannerSearch } as const;
  return getTool(site, url, { language, tool });
}
