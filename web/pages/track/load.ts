import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import type { SiteFacts } from "../../kit/frame/site_facts.ts";
import type { Language } from "../../kit/language/language.ts";
import { readAthletes } from "../../kit/load/athletes.ts";
import { type PageAnswer, pageHeaders } from "../../kit/load/page_answer.ts";
import type { Site } from "../../kit/load/site.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { readTrack } from "./read_track.ts";

/** Data of the track mode. */
export interface TrackData {
  language: Language;
  facts: SiteFacts;
  /** The table that the visitor comes from. */
  state: TableState;
  /** Columns of the address, m, short to long; null for the usual ones. */
  columns: number[] | null;
  athletes: ShownAthlete[];
}

/** `GET /piste` and `GET /en/track`: the table in large. */
export async function getTrack(
  site: Site,
  url: URL,
  language: Language,
): Promise<PageAnswer<TrackData>> {
  const { state, columns, isWrong } = readTrack(url);
  const [facts, athletes] = await Promise.all([site.facts(), readAthletes(site, state.athletes)]);
  return {
    data: { language, facts, state, columns, athletes },
    status: isWrong ? 400 : 200,
    headers: pageHeaders({ named: state.athletes.length > 0 }),
  };
}
