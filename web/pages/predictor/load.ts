import type { Language } from "../../kit/language/language.ts";
import type { Site } from "../../kit/load/site.ts";
import { getTool } from "../../kit/tools/load_tool.ts";
import { PREDICTOR } from "./state.ts";

/** `GET /predictions` and `GET /en/predictor`. */
export function getPredictor(site: Site, url: URL, language: Language) {
  return getTool(site, url, { language, name: "predictor", states: PREDICTOR });
}
