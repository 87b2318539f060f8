import type { Language } from "../../kit/language/language.ts";
import type { Site } from "../../kit/load/site.ts";
import { getTool } from "../../kit/tools/load_tool.ts";
import { PLANNER } from "./state.ts";

/** `GET /planificateur` and `GET /en/planner`. */
export function getPlanner(site: Site, url: URL, language: Language) {
  return getTool(site, url, { language, name: "planner", states: PLANNER });
}
