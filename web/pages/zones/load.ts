import type { Language } from "../../kit/language/language.ts";
import type { Site } from "../../kit/load/site.ts";
import { getTool } from "../../kit/tools/load_tool.ts";
import { ZONES } from "./state.ts";

/** `GET /zones` and `GET /en/zones`. */
export function getZones(site: Site, url: URL, language: Language) {
  return getTool(site, url, { language, name: "zones", states: ZONES });
}
