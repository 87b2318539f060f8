import type { Language } from "../../kit/language/language.ts";
import type { Site } from "../../kit/load/site.ts";
import { getTool } from "../../kit/tools/load_tool.ts";
import { AGE } from "./state.ts";

/** `GET /age` and `GET /en/age-grading`. */
export function getAge(site: Site, url: URL, language: Language) {
  return getTool(site, url, { language, name: "age", states: AGE });
}
