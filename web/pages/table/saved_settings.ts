import { browserStorage } from "../../kit/browser/browser_storage.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import { DEFAULT_STATE, type TableState } from "../../kit/table_state/table_state.ts";

/** Key of the settings of the table in the browser's storage; the value is their query string. */
const KEY = "mypacer.table";

/** The settings without the athletes, which are no preference. */
function settingsOf(state: TableState): TableState {
  const { athletes, hidden, records, surfaces } = DEFAULT_STATE;
  return { ...state, athletes, hidden, records, surfaces };
}

/**
 * Saves the settings of a state in this browser if the visitor changed them: those of a link that
 * was opened are not theirs. The defaults are not stored.
 */
export function saveSettings(state: TableState, before: TableState): void {
  const search = stateSearch(settingsOf(state));
  if (search === stateSearch(settingsOf(before))) return;
  if (search === "") return forgetSettings();
  browserStorage()?.setItem(KEY, search);
}

/** The query string of the saved settings; null if there are none. */
export function loadSettings(): string | null {
  return browserStorage()?.getItem(KEY) || null;
}

/** Deletes the saved settings. */
export function forgetSettings(): void {
  browserStorage()?.removeItem(KEY);
}
