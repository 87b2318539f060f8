import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { type PageAnswer, pageHeaders } from "../../kit/load/page_answer.ts";
import type { Site } from "../../kit/load/site.ts";

/** `GET /outils` and `GET /en/tools`: the list of the tools. */
export async function getTools(
  site: Site,
  _url: URL,
  language: Language,
): Promise<PageAnswer<{ language: Language; facts: SiteFacts }>> {
  const data = { language, facts: await site.facts() };
  return { data, status: 200, headers: pageHeaders({ named: false }) };
}
