import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { DEFAULT_STATE, type TableState } from "../../kit/table_state/table_state.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import type { Language } from "../../kit/language/language.ts";
import { rowTitle, tableOf, writtenAs } from "../../kit/table_state/table_cells.ts";
import { textsOf } from "../../kit/texts/texts.ts";

/** Meters. */
const KILOMETER = 1000;
/** Most names in a title. */
const MOST_NAMES = 3;

/** Title of the home page: the athletes, or the rows where they are not the default. */
export function tableTitle(
  state: TableState,
  athletes: readonly ShownAthlete[],
  language: Language,
): string {
  const { home } = textsOf(language);
  const names = athletes.flatMap(({ name }) => name === null ? [] : [name]);
  if (names.length > 0) {
    const more = names.length > MOST_NAMES ? "…" : "";
    return home.titleOf(names.slice(0, MOST_NAMES).join(", ") + more);
  }
  const { by, over, slowest, fastest, step } = state;
  if (stateSearch({ ...DEFAULT_STATE, by, over, slowest, fastest, step }) === "") return home.title;
  // No times are told, and a table has one distance at least.
  const { rows } = tableOf({ ...state, shown: [KILOMETER], custom: [] });
  const [first, last] = [rows[0], rows.at(-1)];
  const written = writtenAs(state, language);
  return first === undefined || last === undefined
    ? home.title
    : home.titleFrom(rowTitle(first, by, written), rowTitle(last, by, written));
}
