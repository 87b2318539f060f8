/** Answers of the tools, one a page. */
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/addresses/language.ts";
import { MODELS, PLANNER, PREDICTOR, ZONES } from "../../worker/tool_states.ts";
import { type PageAnswer, pageHeaders } from "../table/load.ts";
import type { Site } from "../../edge/site.ts";
import { getTool } from "../../kit/tools/load_tool.ts";

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
  return getTool(site, url, { language, name: "planner", states: PLANNER });
}

/** `GET /zones` and `GET /en/zones`. */
export function getZones(site: Site, url: URL, language: Language) {
  return getTool(site, url, { language, name: "zones", states: ZONES });
}

/** `GET /predictions` and `GET /en/predictor`. */
export function getPredictor(site: Site, url: URL, language: Language) {
  return getTool(site, url, { language, name: "predictor", states: PREDICTOR });
}

/** `GET /modeles` and `GET /en/models`. */
export function getModels(site: Site, url: URL, language: Language) {
  return getTool(site, url, { language, name: "models", states: MODELS });
}
