/** Answers of the tools, one a page. */
import type { SiteFacts } from "../components/site_facts.ts";
import type { Language } from "../i18n/language.ts";
import { modelsSearch, readModels } from "../state/models_state.ts";
import { plannerSearch, readPlanner } from "../state/planner_state.ts";
import { predictorSearch, readPredictor } from "../state/predictor_state.ts";
import { readZones, zonesSearch } from "../state/zones_state.ts";
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

/** `GET /zones` and `GET /en/zones`. */
export function getZones(site: Site, url: URL, language: Language) {
  const tool = { name: "zones", read: readZones, search: zonesSearch } as const;
  return getTool(site, url, { language, tool });
}

/** `GET /predictions` and `GET /en/predictor`. */
export function getPredictor(site: Site, url: URL, language: Language) {
  const tool = { name: "predictor", read: readPredictor, search: predictorSearch } as const;
  return getTool(site, url, { language, tool });
}

/** `GET /modeles` and `GET /en/models`. */
export function getModels(site: Site, url: URL, language: Language) {
  const tool = { name: "models", read: readModels, search: modelsSearch } as const;
  return getTool(site, url, { language, tool });
}
