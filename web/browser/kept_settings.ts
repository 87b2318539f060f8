import { type BoardInput, readParameters } from "../state/board_input.ts";
import { type BoardState, DEFAULT_STATE, stateSearch } from "../state/board_state.ts";

/** Name under which the browser keeps the settings of the table: the query string that gives them. */
const KEY = "mypacer.table";

/** Settings without the athletes: who was looked at is nobody's preference. */
function settingsOf(state: BoardState): BoardState {
  const { athletes, hidden, surfaces } = DEFAULT_STATE;
  return { ...state, athletes, hidden, surfaces };
}

/** Where the browser keeps them; null where it keeps nothing, as in some private windows. */
function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/**
 * Keeps the settings of a state in this browser when the visitor changed them: those of a link that was opened are
 * none of theirs, and those of the first table need no keeping.
 */
export function keepSettings(state: BoardState, before: BoardState): void {
  const search = stateSearch(settingsOf(state));
  if (search === stateSearch(settingsOf(before))) return;
  if (search === "") return forgetSettings();
  try {
    storage()?.setItem(KEY, search);
  } catch (error) {
    // A browser whose room is used up keeps nothing more.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** The settings that this browser keeps. */
export function keptSettings(): BoardInput | null {
  const search = storage()?.getItem(KEY);
  return search ? readParameters(new URLSearchParams(search)) : null;
}

/** Forgets them. */
export function forgetSettings(): void {
  storage()?.removeItem(KEY);
}
