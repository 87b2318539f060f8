import { type PageAnswer, pageHeaders } from "../../kit/load/page_answer.ts";
import type { TableStart } from "./table_store.ts";
import { WITHOUT } from "./without.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { readParameters } from "../../kit/table_state/table_input.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { withoutAthlete } from "../../kit/table_state/table_state.ts";
import { readAthletes } from "../../kit/load/athletes.ts";
import { drawingTime, heavyTurn } from "../../kit/load/heavy_turn.ts";
import type { Site } from "../../kit/load/site.ts";

/** Data of the home page. */
export interface TableData {
  start: TableStart;
  facts: SiteFacts;
  /** Canonical query string of the state. */
  search: string;
}

/** `GET /` and `GET /en`: the table, with the athletes of the URL. */
export async function getTable(
  site: Site,
  url: URL,
  language: Language,
): Promise<PageAnswer<TableData>> {
  const input = readParameters(url.searchParams);
  const without = url.searchParams.get(WITHOUT);
  if (without !== null) {
    const search = stateSearch(withoutAthlete(input.state, without));
    return new Response(null, {
      status: 303,
      headers: { location: PATHS[language].table + search },
    });
  }
  const { athletes } = input.state;
  const [facts, shown] = await Promise.all([site.facts(), readAthletes(site, athletes)]);
  const refusal = await heavyTurn(site, drawingTime(input.state));
  if (refusal !== null) return refusal;
  return {
    data: { start: { language, input, athletes: shown }, facts, search: stateSearch(input.state) },
    status: Object.keys(input.problems).length > 0 ? 400 : 200,
    headers: pageHeaders({ named: athletes.length > 0 }),
  };
}
