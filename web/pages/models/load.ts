import type { Language } from "../../kit/language/language.ts";
import type { Site } from "../../kit/load/site.ts";
import { getTool } from "../../kit/tools/load_tool.ts";
import { MODELS } from "./state.ts";

/** `GET /modeles` and `GET /en/models`. */
export function getModels(site: Site, url: URL, language: Language) {
  return getTool(site, url, { language, name: "models", states: MODELS });
}
