import { browserStorage } from "../../kit/browser/browser_storage.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { DEFAULT_STATE, type TableState } from "../../kit/table_state/table_state.ts";

/**
 * Name under which the browser keeps the settings of the table: the query string that gives them.
 */
const KEY = "mypacer.table";

/** Settings without the athletes: who was looked at is nobody's preference. */
function settingsOf(state: TableState): TableState {
  const { athletes, hidden, surfaces } = DEFAULT_STATE;
  return { ...state, athletes, hidden, surfaces };
}

/**
 * Keeps the settings of a state in this browser when the visitor changed them: those of a link that
 * was opened are none of theirs, and those of the first table need no keeping.
 */
export function saveSettings(state: TableState, before: TableState): void {
  const search = stateSearch(settingsOf(state));
  if (search === stateSearch(settingsOf(before))) return;
  if (search === "") return forgetSettings();
  browserStorage()?.setItem(KEY, search);
}

/** The settings that this browser keeps: the query string that gives them; null for none. */
export function savedSettings(): string | null {
  return browserStorage()?.getItem(KEY) || null;
}

/** Forgets them. */
export function forgetSettings(): void {
  browserStorage()?.removeItem(KEY);
}
